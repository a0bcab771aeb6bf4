import { bin, install, run } from "./bootstrap.mjs";
import { findOrInstallBrowser } from "./browser.mjs";

install();
const built = await run(bin("tsx"), ["scripts/build.ts", "--if-stale"]);
process.exit(built || (await run(bin("tsx"), ["scripts/audit.ts"], { CHROMIUM: findOrInstallBrowser() ?? "" })));
