import { createHash } from "node:crypto";
import { link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { DAY } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { MAX_UPLOAD_BYTES } from "./asset";

/**
 * The files below DATA_DIR. Each is named by its content and written whole or not at all: into a temporary file
 * first, onto the disk, then under its name. A file that is there is therefore the right one.
 */

/** What a rendition's file may be called: 128 bits of the SHA-256 of its bytes, and its extension. */
export const KEY_PATTERN = /^[0-9a-f]{32}\.(?:avif|webp|jpg|png)$/;

/** Uploads that were cut off by a crash are swept away after this long, in milliseconds. */
const LEFTOVER_AGE = DAY;

function dataFile(...parts: string[]): string {
  return path.join(/* turbopackIgnore: true */ getEnv().DATA_DIR, ...parts);
}

/** Where the untouched upload lies. Nothing serves this folder. */
export function originalFile(hash: string): string {
  return dataFile("originals", hash.slice(0, 2), hash);
}

/** Where the file behind /media/<key> lies. @throws if the key is not one that we make */
export function renditionFile(key: string): string {
  if (!KEY_PATTERN.test(key)) throw new Error("Not the key of a rendition");
  return dataFile("media", key.slice(0, 2), key);
}

export function renditionKey(bytes: Uint8Array, extension: string): string {
  return `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.${extension}`;
}

/** Keeps a rendition's bytes under their key. Once it returns they outlive a power cut. */
export async function keepRendition(key: string, bytes: Uint8Array): Promise<void> {
  const target = renditionFile(key);
  if (await exists(target)) return;
  const temporary = path.join(path.dirname(target), `.${newId()}.tmp`);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const file = await open(temporary, "wx", 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(target));
}

/** An upload on its way in: on the disk, private, under a name that means nothing. */
export type Incoming = { file: string; hash: string; bytes: number };

/**
 * Writes an upload to a file as it arrives, never holding more than a piece of it.
 * The caller removes it with `discard` in the end, whatever became of it.
 * @throws Refusal "too-large" as soon as it is over the limit; nothing is left behind then.
 */
export async function receive(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Incoming> {
  const folder = dataFile("originals", "incoming");
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const temporary = path.join(folder, `${newId()}.tmp`);
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        refuseTooLarge(bytes);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { file: temporary, hash: hash.digest("hex"), bytes };
}

/** @throws Refusal "too-large" if a file of this many bytes may not be uploaded */
export function refuseTooLarge(bytes: number): void {
  if (bytes <= MAX_UPLOAD_BYTES) return;
  throw new Refusal("too-large", `The file is larger than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.`);
}

/** Keeps an upload as an original. */
export async function keepOriginal(incoming: Incoming): Promise<void> {
  const target = originalFile(incoming.hash);
  await mkdir(path.dirname(target), { recursive: true });
  await link(incoming.file, target).catch((error: NodeJS.ErrnoException) => {
    // Not every file system knows links; and the same bytes may be there already.
    if (error.code !== "EEXIST") return rename(incoming.file, target);
  });
  await syncFolder(path.dirname(target));
}

export async function discard(incoming: Incoming): Promise<void> {
  await rm(incoming.file, { force: true });
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > LEFTOVER_AGE) await rm(file, { force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

/** A rename is on the disk only once its folder is. Windows cannot do this, and needs it less. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
