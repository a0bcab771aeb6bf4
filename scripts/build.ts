import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { bundleReader } from "./reader-bundle";

const standalone = path.resolve(".next/standalone");
const stamp = path.join(standalone, ".built-from");

/** A hash of everything a build is made from. */
function sources(): string {
  const files = globSync(
    [
      "{app,components,db,domain,drizzle,jobs,lib,press,public,reader,scripts}/**/*.*",
      "{package-lock.json,instrumentation.ts,instrumentation-client.ts,next.config.ts,postcss.config.mjs,proxy.ts,tsconfig.json}",
    ],
    // What the build itself puts into `public` is not what it is made from.
    { exclude: ["**/*.test.*", "public/reader/**", "public/sw.js"] },
  )
    .filter((file) => statSync(file).isFile())
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function fail(reason: string): never {
  console.error(`Masthead cannot be built: ${reason}`);
  process.exit(1);
}

/** Makes `.next/standalone`: all that production needs, started by `node start.mjs`. */
async function main() {
  const from = sources();
  if (process.argv.includes("--if-stale") && existsSync(stamp) && readFileSync(stamp, "utf8") === from) return;

  console.log("Building (about half a minute) …");
  rmSync(standalone, { recursive: true, force: true });
  const readerModule = await bundleReader();
  // The build reads no data: an address that leads nowhere proves it.
  const result = spawnSync("next", ["build"], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      DATA_DIR: path.join(standalone, "no-data-at-build"),
      READER_MODULE: readerModule,
    },
  });
  if (result.status !== 0) {
    console.error(result.stdout);
    fail("next build failed; its messages stand above");
  }
  if (existsSync(path.join(standalone, "no-data-at-build"))) fail("the build opened a database");
  cpSync(".next/static", path.join(standalone, ".next/static"), { recursive: true });
  cpSync("public", path.join(standalone, "public"), { recursive: true });
  await build({
    entryPoints: Object.fromEntries([
      ...["start", "masthead", "worker", "jobs", "pictures", "put-in-edition"].map((name) => [
        name,
        `scripts/${name}.ts`,
      ]),
      ["credentials-worker", "domain/media/credentials-worker.mjs"],
    ]),
    outdir: standalone,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    minify: false,
    logLevel: "warning",
    external: ["better-sqlite3", "sharp", "@node-rs/argon2", "exifreader", "./server.js"],
    // Packages in CommonJS look for these.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const require = createRequire(import.meta.url);
  cpSync(require.resolve("@contentauth/c2pa-wasm/c2pa.wasm"), path.join(standalone, "c2pa_bg.wasm"));
  writeFileSync(stamp, from);
  console.log("Built.");
}

await main();
