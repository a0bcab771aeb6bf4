import { rmSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build, context } from "esbuild";

/** Where Next finds what it serves as it is. All that is bundled here is git-ignored. */
const PUBLIC = "public";

/** What the readers' modules are bundled by: one that every page loads, and chunks that it imports once they are asked for. */
export const READER_MODULES: BuildOptions = {
  entryPoints: ["reader/main.ts"],
  outdir: path.join(PUBLIC, "reader"),
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  logLevel: "warning",
};

/** The service worker: one file, whose name must never change. */
export const SERVICE_WORKER: BuildOptions = {
  entryPoints: ["reader/sw.ts"],
  outdir: PUBLIC,
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  logLevel: "warning",
};

/** Bundles what runs in a reader's browser. @returns the address of the module that pages load */
export async function bundleReader(): Promise<string> {
  rmSync(path.join(PUBLIC, "reader"), { recursive: true, force: true });
  const [modules] = await Promise.all([build(READER_MODULES), build(SERVICE_WORKER)]);
  const outputs = Object.entries(modules.metafile?.outputs ?? {});
  const main = outputs.find(([, { entryPoint }]) => entryPoint === "reader/main.ts");
  if (!main) throw new Error("esbuild made no module from reader/main.ts");
  return `/${path.posix.relative(PUBLIC, main[0])}`;
}

/** As `bundleReader`, for development: bundles again at every change, under names that stay. */
export async function watchReader(): Promise<string> {
  rmSync(path.join(PUBLIC, "reader"), { recursive: true, force: true });
  const names = { entryNames: "[name]", chunkNames: "[name]-[hash]" };
  const [modules, worker] = await Promise.all([context({ ...READER_MODULES, ...names }), context(SERVICE_WORKER)]);
  // Once at least before anything is served.
  await Promise.all([modules.rebuild(), worker.rebuild()]);
  await Promise.all([modules.watch(), worker.watch()]);
  return "/reader/main.js";
}
