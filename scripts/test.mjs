import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bin, install, root, run } from "./bootstrap.mjs";
import { findOrInstallBrowser } from "./browser.mjs";

// Everything that must hold before a change lands. `--fast` leaves the browser out.

// The other trials depend on chance, or on how busy the machine is: `npm run torture` and `npm run attack` run them all.
const TRIED = {
  torture: ["disk-full", "migrations", "writers", "backup", "contained"],
  attack: ["forgery", "outbound", "leaks"],
};

const fast = process.argv.includes("--fast");
const reports = mkdtempSync(path.join(tmpdir(), "masthead-reports-"));
const tally = { passed: 0, failed: 0 };
const failures = [];

install();
await check("format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]);
// The development server leaves types of routes as they were when it last ran.
rmSync(path.join(root, ".next/dev/types"), { recursive: true, force: true });
await check("route types", bin("next"), ["typegen"]);
await check("types", bin("tsc"), ["--noEmit"]);
await check("dead code", bin("knip"), []);
await suite("unit tests", "vitest", ["run", "--reporter=default", "--reporter=json"]);
if (!fast) {
  const built = await check("production build", bin("tsx"), ["scripts/build.ts", "--if-stale"]);
  const browser = findOrInstallBrowser();
  if (!browser) {
    console.log("No browser could be installed: install Chromium, or name one in CHROMIUM.");
    count("end to end (no browser)", 0, 1);
  }
  for (const [trials, named] of built ? Object.entries(TRIED) : []) {
    await suite(trials, "tsx", [`scripts/${trials}/${trials}.ts`, ...named, "--short"], { CHROMIUM: browser ?? "" });
  }
  if (built && browser) await suite("end to end", "playwright", ["test"], { CHROMIUM: browser });
}
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed > 0 ? 1 : 0);

function count(name, passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
  if (failed > 0) failures.push(name);
}

async function check(name, command, args) {
  console.log(`\n— ${name}`);
  const ok = (await run(command, args)) === 0;
  count(name, ok ? 1 : 0, ok ? 0 : 1);
  return ok;
}

/** A test runner counts its own; one that ends badly without a failed test has failed all the same. */
async function suite(name, runner, args, env = {}) {
  console.log(`\n— ${name}`);
  const report = path.join(reports, `${name.replaceAll(" ", "-")}.json`);
  const reporter = runner === "vitest" ? [`--outputFile.json=${report}`] : [];
  const told = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, TRIALS_JSON_OUTPUT_FILE: report };
  const code = await run(bin(runner), [...args, ...reporter], { ...env, ...told });
  const { passed, failed } = existsSync(report) ? read(runner, report) : { passed: 0, failed: 0 };
  count(name, passed, code !== 0 || passed === 0 ? Math.max(failed, 1) : failed);
}

function read(runner, report) {
  const found = JSON.parse(readFileSync(report, "utf8"));
  if (runner === "vitest") return { passed: found.numPassedTests, failed: found.numFailedTests };
  if (runner === "playwright") {
    return { passed: found.stats.expected, failed: found.stats.unexpected + found.stats.flaky };
  }
  return found;
}
