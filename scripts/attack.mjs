import { bin, install, run } from "./bootstrap.mjs";
import { findOrInstallBrowser } from "./browser.mjs";

install();
const built = await run(bin("tsx"), ["scripts/build.ts", "--if-stale"]);
const trials = ["scripts/attack/attack.ts", ...process.argv.slice(2)];
process.exit(built || (await run(bin("tsx"), trials, { CHROMIUM: findOrInstallBrowser() ?? "" })));
