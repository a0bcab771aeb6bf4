import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FILE_FOLDERS } from "./archive";

/** A file of this size is read at once, a larger one by pieces. */
const SMALL = 4 * 1024 * 1024;

/** How many files are worked on at a time. */
const AT_ONCE = 8;

const NAMES = { originals: /^[0-9a-f]{64}$/, media: /^[0-9a-f]{32}\.[0-9a-z]{2,5}$/ };

/** A file by its path within the folder. */
export type Found = { name: string; bytes: number };

/** The files below a data folder or an archive that are named by their content; what is on its way in is none of them. */
export async function contentFiles(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const part of FILE_FOLDERS) {
    const shards = await readdir(path.join(folder, part)).catch(() => []);
    for (const shard of shards.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
      const names = (await readdir(path.join(folder, part, shard))).filter((name) => NAMES[part].test(name));
      const sized = await Promise.all(
        names.map(async (each) => {
          const name = `${part}/${shard}/${each}`;
          const bytes = await stat(path.join(folder, name)).then(
            ({ size }) => size,
            () => null,
          );
          return { name, bytes };
        }),
      );
      for (const { name, bytes } of sized) if (bytes !== null) found.push({ name, bytes });
    }
  }
  return found;
}

/** Does something with each, some at a time. The first that fails ends it, once those begun are done. */
export async function forEach<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failure: { error: unknown } | undefined;
  const lane = async () => {
    for (let at = next++; at < all.length && !failure; at = next++) {
      await work(all[at] as T).catch((error: unknown) => {
        failure ??= { error };
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failure) throw failure.error;
}

/** @returns its SHA-256 */
export async function hashFile(file: string): Promise<string> {
  const { size } = await stat(file);
  const hash = createHash("sha256");
  if (size <= SMALL) return hash.update(await readFile(file)).digest("hex");
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest("hex");
}

/** Copies a file into a folder that is there, for the owner alone, in one reading. @returns the SHA-256 of what was written */
export async function copyHashed(from: string, to: string): Promise<string> {
  const hash = createHash("sha256");
  const { size } = await stat(from);
  if (size <= SMALL) {
    const bytes = await readFile(from);
    await writeFile(to, bytes, { mode: 0o600 });
    return hash.update(bytes).digest("hex");
  }
  const listen = new Transform({
    transform(chunk, _, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  const highWaterMark = 1024 * 1024;
  await pipeline(createReadStream(from, { highWaterMark }), listen, createWriteStream(to, { mode: 0o600 }));
  return hash.digest("hex");
}

/** Makes the folders that these paths lie in. */
export async function makeFolders(root: string, names: Iterable<string>): Promise<void> {
  const folders = new Set([...names].map((name) => path.dirname(name)));
  for (const folder of folders) await mkdir(path.join(root, folder), { recursive: true, mode: 0o700 });
}

/** Returns once all that was written below a folder is on the disk for good. */
export async function settle(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  // One call for all files: to wait for each of 60,000 would take minutes.
  if (process.platform === "linux" && spawnSync("sync", ["-f", folder]).status === 0) return;
  const below = await readdir(folder, { recursive: true, withFileTypes: true });
  await forEach([...below.map((entry) => path.join(entry.parentPath, entry.name)), folder], syncOne);
}

/** Returns once one file, or the names in one folder, are on the disk for good. */
export async function syncOne(file: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(file, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file or folder to its owner alone. */
export async function keepPrivate(file: string): Promise<void> {
  await chmod(file, (await stat(file)).isDirectory() ? 0o700 : 0o600);
}

/** Whether two files lie on one disk, and would go with it. */
export function isOnOneDisk(one: string, other: string): boolean {
  return statSync(one).dev === statSync(other).dev;
}
