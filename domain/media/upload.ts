import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import pLimit from "p-limit";
import { type Db, db, transact } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { planCopies, servedLadders } from "./copies";
import { mayHaveCredentials, planCredentials } from "./credentials-planning";
import { embeddedText } from "./embedded";
import { cleanFilename } from "./filename";
import { discard, type Incoming, keepAsRendition, keepOriginal, receive, withRoom } from "./files";
import { indexAsset } from "./indexing";
import { type InspectedPicture, inspect, limitOf } from "./inspection";
import { keepKeywords } from "./keywords";
import { makeCopies } from "./pictures";
import type { InspectedPlayed } from "./playing";
import { NO_TERMS, termsOf, termsText } from "./terms";

/** How many whole files are held in memory at a time, to read what they say of themselves. */
const READ_AT_ONCE = 2;

// Next bundles a module once for each kind of entry: the bound must be one a process all the same.
const shared = globalThis as { mastheadReading?: ReturnType<typeof pLimit> };

/** When the copies of a picture are made: those that a page needs as it is taken in and the rest by a job, or all at once. */
export type WhenCopied = "soon" | "at-once";

/**
 * Takes a file into the library: finds out from its bytes what it is, keeps the original privately, and makes the copies
 * that are served: those that a page needs at once, and the rest by a job. What is played is served as it came: it is not coded anew.
 * Its files are on the disk before its row is in the database, so that a row never lacks a file.
 * @param bytes the file, whole or as it arrives.
 * @returns the asset's id; and whether these very bytes were in the library before: then nothing is added.
 * @throws Refusal "forbidden", "too-large", "unsupported", or "invalid" for what cannot be decoded.
 */
export async function uploadAsset(
  actor: Actor,
  { filename, bytes, copied }: { filename: string; bytes: Uint8Array | AsyncIterable<Uint8Array>; copied?: WhenCopied },
): Promise<{ id: string; existed: boolean }> {
  authorize(actor, "asset.upload");
  const incoming = await withRoom(() => receive(bytes instanceof Uint8Array ? [bytes] : bytes, limitOf));
  try {
    return await takeIncoming(actor, { filename, incoming, copied });
  } finally {
    await discard(incoming);
  }
}

/** As `uploadAsset`, for what came in already. The caller removes it in the end. @throws Refusal as `uploadAsset` does, and "full" */
export async function takeIncoming(
  actor: Actor,
  { filename, incoming, copied }: { filename: string; incoming: Incoming; copied?: WhenCopied },
): Promise<{ id: string; existed: boolean }> {
  authorize(actor, "asset.upload");
  const existing = await findByHash(db(), incoming.hash);
  if (existing) return { id: existing, existed: true };
  return withRoom(() => takeIn(actor, filename, incoming, copied));
}

async function takeIn(
  actor: Actor,
  filename: string,
  incoming: Incoming,
  copied: WhenCopied = "soon",
): Promise<{ id: string; existed: boolean }> {
  const inspected = await inspect(incoming.file);
  const { row, files, keywords, isSigned } =
    inspected.kind === "picture"
      ? await takePicture(incoming, inspected, copied)
      : await takePlayed(incoming, inspected);
  await keepOriginal(incoming);

  return transact(async (tx) => {
    // Somebody may have uploaded the same bytes meanwhile.
    const existing = await findByHash(tx, incoming.hash);
    if (existing) return { id: existing, existed: true };
    const [asset] = await tx
      .insert(assets)
      .values({
        hash: incoming.hash,
        filename: cleanFilename(filename),
        kind: inspected.kind,
        type: inspected.type,
        bytes: incoming.bytes,
        width: inspected.width,
        height: inspected.height,
        ...row,
        uploadedBy: actor.id,
        createdAt: now(),
      })
      .returning({ id: assets.id });
    if (!asset) throw new Error("The asset was not written");
    await keepKeywords(tx, asset.id, keywords);
    await tx.insert(renditions).values(files.map((file) => ({ ...file, assetId: asset.id })));
    if (isSigned) await planCredentials(tx, asset.id);
    await indexAsset(tx, asset.id);
    if (inspected.kind === "picture" && copied === "soon") await planCopies(tx, asset.id);
    await record(tx, actor, "asset.uploaded", asset.id);
    return { id: asset.id, existed: false };
  });
}

/** The first copies of a picture or all, on the disk, and what it says of itself. */
async function takePicture({ file }: Incoming, { isAnimated }: InspectedPicture, copied: WhenCopied) {
  shared.mastheadReading ??= pLimit(READ_AT_ONCE);
  const { isSigned, keywords, ...said } = await shared.mastheadReading(async () => {
    const bytes = await readFile(file);
    return { ...embeddedText(bytes), isSigned: mayHaveCredentials(bytes) };
  });
  const terms = termsOf({ ...NO_TERMS, ...said });
  const extent = copied === "soon" ? "first" : "all";
  const ladders = servedLadders(null);
  const { suggested, files } = await makeCopies({ file, ladders, extent, isUrgent: true, terms });
  const copiesSay = extent === "all" ? termsText(terms) : null;
  return { row: { ...said, isAnimated, suggestedCrops: suggested, copiesSay }, keywords, isSigned, files };
}

/** A sound, film or captions file, or a document. */
async function takePlayed(incoming: Incoming, played: InspectedPlayed) {
  const file = await keepPlayed(incoming, played);
  const row = { alt: null, caption: "", credit: "", duration: played.duration };
  return { row, keywords: [], isSigned: false, files: [file] };
}

/** Keeps what is served as it came, on the disk: the file itself. @returns the row of its one rendition */
export async function keepPlayed(incoming: Incoming, { format, width, height }: InspectedPlayed) {
  const key = `${incoming.hash.slice(0, 32)}.${format}`;
  await keepAsRendition(key, incoming);
  return { key, crop: "whole" as const, region: "", format, width, height, bytes: incoming.bytes };
}

async function findByHash(tx: Db, hash: string): Promise<string | undefined> {
  const [asset] = await tx.select({ id: assets.id }).from(assets).where(eq(assets.hash, hash));
  return asset?.id;
}
