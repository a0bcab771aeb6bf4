import { bin, install, run } from "./bootstrap.mjs";

install();
const built = await run(bin("tsx"), ["scripts/build.ts", "--if-stale"]);
process.exit(built || (await run(bin("tsx"), ["scripts/bench/bench.ts", ...process.argv.slice(2)])));
