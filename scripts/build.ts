import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { bundleReader } from "./reader-bundle";

const standalone = path.resolve(".next/standalone");
const stamp = path.join(standalone, ".built-from");

/** A hash of everything a build is made from. */
function sources(): string {
  const files = globSync(
    [
      "{app,components,db,domain,drizzle,jobs,lib,press,public,reader,scripts,straight}/**/*.*",
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

/** The package's version, and the commit where git knows it. */
function version(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const { status, stdout } = spawnSync("git", ["rev-parse", "--short=10", "HEAD"], { encoding: "utf8" });
  return status === 0 ? `${version} (${stdout.trim()})` : version;
}

function fail(reason: string): never {
  console.error(`Masthead cannot be built: ${reason}`);
  process.exit(1);
}

/** What runs beside Next: each one file with all that it needs. */
const OURS: BuildOptions = {
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node22",
  format: "esm",
  minify: false,
  logLevel: "warning",
  external: ["better-sqlite3", "sharp", "@node-rs/argon2", "exifreader", "./server.js", "./straight.mjs"],
  // Packages in CommonJS look for these.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
};

/** What pages have of Next and of React for one request, they have of straight/ where Next does not render. */
const outsideNext: Plugin = {
  name: "outside-next",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:react|next\/(?:headers|navigation))$/ }, ({ path: name, importer }) =>
      importer.startsWith(path.resolve("app"))
        ? { path: path.resolve(`straight/${path.basename(name)}.ts`) }
        : undefined,
    );
  },
};

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
      VERSION: version(),
    },
  });
  if (result.status !== 0) {
    console.error(result.stdout);
    fail("next build failed; its messages stand above");
  }
  if (existsSync(path.join(standalone, "no-data-at-build"))) fail("the build opened a database");
  // Next takes along what it finds of a database in this folder, and has no setting against it (instrumentation.ts).
  for (const file of globSync("**/*-wal", { cwd: standalone, exclude: ["node_modules"] }))
    rmSync(path.join(standalone, file));
  cpSync(".next/static", path.join(standalone, ".next/static"), { recursive: true });
  cpSync("public", path.join(standalone, "public"), { recursive: true });
  await build({
    ...OURS,
    entryPoints: Object.fromEntries([
      ...["start", "masthead", "worker", "jobs", "pictures", "put-in-edition"].map((name) => [
        name,
        `scripts/${name}.ts`,
      ]),
      ["credentials-worker", "domain/media/credentials-worker.mjs"],
    ]),
    outdir: standalone,
  });
  await build({
    ...OURS,
    entryPoints: { straight: "straight/answer.ts" },
    outdir: standalone,
    jsx: "automatic",
    // Next has put the style sheets in its own place.
    loader: { ".css": "empty" },
    define: { "process.env.NODE_ENV": '"production"', "process.env.READER_MODULE": JSON.stringify(readerModule) },
    plugins: [outsideNext],
  });
  const require = createRequire(import.meta.url);
  cpSync(require.resolve("@contentauth/c2pa-wasm/c2pa.wasm"), path.join(standalone, "c2pa_bg.wasm"));
  writeFileSync(stamp, from);
  console.log("Built.");
}

await main();
