import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { constants, copyFile, link, mkdir, open, rename, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { diskFull, isDiskFull } from "@/lib/disk-full";
import { getEnv } from "@/lib/env";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { LARGEST_UPLOAD_BYTES } from "./asset";

/**
 * The files below DATA_DIR. Each is named by its content and written whole or not at all: into a temporary file
 * first, onto the disk, then under its name. A file that is there is therefore the right one.
 */

/** What a rendition's file may be called: 128 bits of the SHA-256 of its bytes, and its extension. */
export const KEY_PATTERN = /^[0-9a-f]{32}\.(?:avif|webp|jpg|png|mp3|m4a|ogg|wav|mp4|webm|vtt|pdf)$/;

/** Where a file lies below DATA_DIR. */
export function dataFile(...parts: string[]): string {
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
  if (await isKeptAnew(target)) return;
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

/** Keeps an upload as what is served of it, byte for byte, under its key. */
export async function keepAsRendition(key: string, incoming: Incoming): Promise<void> {
  const target = renditionFile(key);
  if (await isKeptAnew(target)) return;
  await mkdir(path.dirname(target), { recursive: true });
  await linkOrCopy(incoming.file, target);
  await syncFolder(path.dirname(target));
}

/** Both names of one file, where the file system can; else a copy, which comes under its name only once it is whole. */
async function linkOrCopy(from: string, target: string): Promise<void> {
  try {
    await link(from, target);
  } catch (error) {
    // The same bytes may be there already.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    const temporary = path.join(path.dirname(target), `.${newId()}.tmp`);
    try {
      await copyFile(from, temporary, constants.COPYFILE_EXCL);
      await rename(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

/** Where what comes in lies until it is in the library. */
export function incomingFolder(): string {
  return dataFile("originals", "incoming");
}

/** An upload on its way in: on the disk, private, under a name that means nothing. */
export type Incoming = { file: string; hash: string; bytes: number };

/** How many of a file's first bytes tell what it is. */
export const HEAD_BYTES = 512;

/**
 * Writes an upload to a file as it arrives, never holding more than a piece of it.
 * The caller removes it with `discard` in the end, whatever became of it.
 * @param limitOf how many bytes a file may have that begins like this.
 * @throws Refusal "too-large" as soon as it is over the limit; nothing is left behind then.
 */
export async function receive(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitOf: (head: Buffer) => number,
): Promise<Incoming> {
  const folder = incomingFolder();
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `${newId()}.tmp`);
  const hash = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
        refuseTooLarge(bytes, limitOf(head));
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

/** What came in by pieces, as one upload: on the disk for good once this returns. */
export async function incomingFrom(file: string): Promise<Incoming> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { file, hash: hash.digest("hex"), bytes };
}

/** Does what writes to the disk. @throws Refusal "full" where there is no room left on it */
export async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDiskFull(error)) throw diskFull();
    throw error;
  }
}

/** @throws Refusal "too-large" if a file of this many bytes may not be uploaded */
export function refuseTooLarge(bytes: number, limit = LARGEST_UPLOAD_BYTES): void {
  if (bytes <= limit) return;
  throw new Refusal("too-large", `The file is larger than ${limit / 1024 / 1024} MB.`);
}

/** Keeps an upload as an original. */
export async function keepOriginal(incoming: Incoming): Promise<void> {
  const target = originalFile(incoming.hash);
  if (await isKeptAnew(target)) return;
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

/** Whether a file is there already. One that lay there without a row is young again, so that no sweep takes it now. */
async function isKeptAnew(file: string): Promise<boolean> {
  const at = new Date();
  return utimes(file, at, at).then(
    () => true,
    () => false,
  );
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
