import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

// Which parts production is made of, for whoever has to know (CycloneDX). It says what the lockfile says: nothing is asked of
// anybody, and it is not committed. `npm run sbom -- FILE` writes it elsewhere, `--all` takes the tools in.
const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith("-")) ?? "sbom.cdx.json";
const npm = process.env.npm_execpath;
const wanted = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--offline"];
const options = args.includes("--all") ? wanted : [...wanted, "--omit=dev"];
const made = npm
  ? spawnSync(process.execPath, [npm, ...options], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
  : spawnSync("npm", options, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" });
if (made.status !== 0) {
  console.error(made.stderr);
  process.exit(1);
}
writeFileSync(file, made.stdout);
console.log(`${file} names ${JSON.parse(made.stdout).components.length} parts.`);
