import { bin, install, run } from "./bootstrap.mjs";

// Runs a command of the packages, having installed them if they are missing: `node scripts/installed.mjs tsx file.ts`.
install();
const [command, ...args] = process.argv.slice(2);
process.exit(await run(bin(command), args));
