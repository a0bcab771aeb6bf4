import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type OutputFile } from "esbuild";
import { expect, test } from "vitest";
import { READER_MODULES, SERVICE_WORKER } from "@/scripts/reader-bundle";

/** What readers may be sent, in bytes as brotli sends them. */
const MOST = { everyPage: 3 * 1024, modules: 8 * 1024, worker: 512 };

test("the scripts of readers stay within their budget, and the module of every page needs no other file", async () => {
  const [modules, worker] = await Promise.all([
    build({ ...READER_MODULES, write: false }),
    build({ ...SERVICE_WORKER, write: false }),
  ]);
  const sizes = (modules.outputFiles ?? []).map((file): [string, number] => [path.basename(file.path), weigh(file)]);
  const main = sizes.find(([name]) => name.startsWith("main-"))?.[1];
  expect(main).toBeLessThan(MOST.everyPage);
  expect(
    sizes.reduce((sum, [, bytes]) => sum + bytes, 0),
    JSON.stringify(sizes),
  ).toBeLessThan(MOST.modules);
  expect(worker.outputFiles?.map(weigh)[0]).toBeLessThan(MOST.worker);

  const imported = Object.values(modules.metafile?.outputs ?? {})
    .filter(({ entryPoint }) => entryPoint === "reader/main.ts")
    .flatMap(({ imports }) => imports.filter(({ kind }) => kind === "import-statement"));
  expect(imported).toEqual([]);
});

function weigh({ contents }: OutputFile): number {
  return brotliCompressSync(contents).length;
}
