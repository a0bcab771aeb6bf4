import { rmSync } from "node:fs";

// Each run begins with an empty data folder and serves the production build in this very process.
rmSync(process.env.DATA_DIR, { recursive: true, force: true });
await import(new URL("../.next/standalone/start.mjs", import.meta.url).href);
