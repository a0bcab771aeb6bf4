import { bin, install, run } from "./bootstrap.mjs";

// From a fresh clone to a paper that answers: install what is missing, build what is stale, start.
install();
const built = await run(bin("tsx"), ["scripts/build.ts", "--if-stale"]);
process.exit(built || (await run(bin("node"), [".next/standalone/start.mjs"])));
