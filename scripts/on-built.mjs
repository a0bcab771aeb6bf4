import { bin, install, run } from "./bootstrap.mjs";
import { findOrInstallBrowser } from "./browser.mjs";

// Runs a program of ours upon the built paper, built anew where it is stale: `node scripts/on-built.mjs scripts/audit.ts`.
install();
const built = await run(bin("tsx"), ["scripts/build.ts", "--if-stale"]);
process.exit(built || (await run(bin("tsx"), process.argv.slice(2), { CHROMIUM: findOrInstallBrowser() ?? "" })));
