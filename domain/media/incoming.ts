import { type FileHandle, mkdir, open, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { take } from "@/domain/limits/counting";
import { LIMITS } from "@/domain/limits/limit";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { diskFull } from "@/lib/disk-full";
import { newId } from "@/lib/id";
import { notFound, Refusal } from "@/lib/refusal";
import { dataFile, HEAD_BYTES, type Incoming, incomingFolder, refuseTooLarge, withRoom } from "./files";
import { limitOf } from "./inspection";
import { takeTurn } from "./turns";

/**
 * Uploads that come in by pieces, each in a folder of its own below DATA_DIR/originals/incoming: `bytes` as far as they
 * came, and `upload.json`. Nothing serves these folders; whoever began an upload alone may go on with it; the sweeper
 * takes those that nobody went on with.
 */

const ID = /^[0-9a-z]{16}$/;

/** What became of an upload that was taken into the library. */
const Outcome = z.object({ assetId: z.string(), existed: z.boolean(), restored: z.boolean() });
export type Outcome = z.infer<typeof Outcome>;

const Kept = z.object({ by: z.string(), filename: z.string(), size: z.number(), taken: Outcome.optional() });
type Kept = z.infer<typeof Kept>;

/** An upload, and how many of its bytes are there. */
export type Upload = { id: string; filename: string; size: number; offset: number; taken?: Outcome };

/** How much of the disk uploads leave to the rest of the paper, in bytes. */
const ROOM_LEFT = 64 * 1024 * 1024;

/**
 * Begins an upload of so many bytes.
 * @throws Refusal "forbidden"; "invalid" for an empty file, "too-large", "full" if it has no room on the disk
 */
export async function beginUpload(
  actor: Actor,
  { id, filename, size }: { id: string; filename: string; size: number },
): Promise<void> {
  authorize(actor, "asset.upload");
  if (size === 0) throw new Refusal("invalid", "This file is empty.");
  await take(LIMITS.upload, actor.id);
  refuseTooLarge(size);
  const folder = folderOf(id);
  await withRoom(async () => {
    await mkdir(incomingFolder(), { recursive: true });
    await refuseWithoutRoom(size);
    await mkdir(folder, { mode: 0o700 });
    try {
      await (await open(bytesOf(id), "wx", 0o600)).close();
      await keep(id, { by: actor.id, filename: filename.slice(0, 2000), size });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  });
}

/** Makes an upload of a file that came in whole, and is no longer where it was. @returns the upload's id */
export async function adoptUpload(actor: Actor, filename: string, { file, bytes }: Incoming): Promise<string> {
  const id = newId();
  await beginUpload(actor, { id, filename, size: bytes });
  await rename(file, bytesOf(id));
  return id;
}

/** How far an upload is. @throws Refusal "forbidden"; "not-found" also if another began it */
export async function readUpload(actor: Actor, id: string): Promise<Upload> {
  authorize(actor, "asset.upload");
  const kept = await readFile(path.join(folderOf(id), "upload.json"), "utf8").catch(() => null);
  const { by, ...upload } = kept ? Kept.parse(JSON.parse(kept)) : { by: null };
  if (by !== actor.id || !("size" in upload)) throw notFound("upload");
  const found = await stat(bytesOf(id)).catch(() => null);
  // Once it is taken its bytes are elsewhere.
  return { id, ...upload, offset: found?.size ?? upload.size };
}

/**
 * Writes the next piece of an upload. What came before the piece breaks off is kept.
 * @returns how many bytes are there then
 * @throws Refusal "not-found", "forbidden", "conflict" if it does not begin where the last one ended; "too-large" if a
 * file that begins like this may not be so large, and "full": then the upload is gone
 */
export async function continueUpload(
  actor: Actor,
  { id, offset, chunks }: { id: string; offset: number; chunks: AsyncIterable<Uint8Array> },
): Promise<number> {
  const { size, offset: at, taken } = await readUpload(actor, id);
  if (taken || offset !== at) throw new Refusal("conflict", "This piece does not follow upon the last one.");
  // Others may have begun since this upload did.
  await refuseWithoutRoom(0);
  const file = await open(bytesOf(id), "r+");
  let end = offset;
  let refusal: unknown;
  try {
    for await (const chunk of chunks) {
      // The rest is read all the same: an answer in the middle of a request may never be heard.
      if (refusal) continue;
      refusal = await refusalOf(async () => {
        if (end + chunk.byteLength > size) throw new Refusal("invalid", "More was sent than the file has.");
        await writeAt(file, chunk, end);
        end += chunk.byteLength;
        if (end - chunk.byteLength < HEAD_BYTES) refuseTooLarge(size, limitOf(await headOf(file)));
      });
    }
    if (!refusal) refusal = await refusalOf(() => file.datasync());
  } finally {
    await file.close();
  }
  if (refusal) {
    await removeUpload(id);
    throw refusal;
  }
  return end;
}

async function refusalOf(work: () => Promise<void>): Promise<unknown> {
  return withRoom(work).then(
    () => undefined,
    (error) => error,
  );
}

/** Gives an upload up. @throws Refusal "not-found", "forbidden" */
export async function cancelUpload(actor: Actor, id: string): Promise<void> {
  await readUpload(actor, id);
  await removeUpload(id);
}

/** Removes an upload and all that came of it. Whoever calls it has seen to it that it may go. */
export async function removeUpload(id: string): Promise<void> {
  await rm(folderOf(id), { recursive: true, force: true });
}

/**
 * Does something with an upload while nobody else does.
 * @param asked called once another wants to
 * @throws Refusal "busy", "full"
 */
export async function uploadTurn(id: string, asked: () => void, signal?: AbortSignal): Promise<() => Promise<void>> {
  const folder = folderOf(id);
  // One that is about to begin is known to nobody else.
  if (!(await stat(folder).catch(() => null))) return async () => undefined;
  return withRoom(() => takeTurn(folder, asked, signal));
}

/**
 * The whole file of an upload.
 * @throws Refusal "not-found", "forbidden"; "conflict" while some of it is missing
 */
export async function wholeUpload(actor: Actor, id: string): Promise<Upload & { file: string }> {
  const upload = await readUpload(actor, id);
  if (upload.offset !== upload.size) throw new Refusal("conflict", "Not all of this file is there yet.");
  return { ...upload, file: bytesOf(id) };
}

/** Remembers for a day what became of an upload, so that asking twice gets the same answer. Its bytes go. */
export async function settleUpload(actor: Actor, id: string, taken: Outcome): Promise<void> {
  const { filename, size } = await readUpload(actor, id);
  await withRoom(() => keep(id, { by: actor.id, filename, size, taken }));
  await rm(bytesOf(id), { force: true });
}

function folderOf(id: string): string {
  if (!ID.test(id)) throw notFound("upload");
  return path.join(incomingFolder(), id);
}

function bytesOf(id: string): string {
  return path.join(folderOf(id), "bytes");
}

async function keep(id: string, kept: Kept): Promise<void> {
  const target = path.join(folderOf(id), "upload.json");
  await writeFile(`${target}.tmp`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${target}.tmp`, target);
}

async function refuseWithoutRoom(size: number): Promise<void> {
  const disk = await statfs(dataFile());
  if (disk.bavail * disk.bsize < size + ROOM_LEFT) throw diskFull();
}

async function writeAt(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, written, chunk.byteLength - written, position + written);
    written += bytesWritten;
  }
}

async function headOf(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
