import { bin, install, run } from "./bootstrap.mjs";

// What glibc keeps for each thread that compresses stays bounded: 50 MB less. It reads this only as a process begins.
const FRUGAL = { MALLOC_ARENA_MAX: "2" };

// From a fresh clone to a paper that answers: install what is missing, build what is stale, start.
install();
const built = await run(bin("tsx"), ["scripts/build.ts", "--if-stale"]);
process.exit(built || (await run(bin("node"), [".next/standalone/start.mjs"], FRUGAL)));
