import { and, desc, eq, lt, ne, or } from "drizzle-orm";
import { outdateAssetEntries, putAssetEntry, removeAssetEntry } from "@/db/asset-search";
import { type Db, db, transact } from "@/db/client";
import { assetEntries, assetKeywords, assets } from "@/db/schema";
import { termsOf, VERSION } from "@/domain/search/terms";
import { WIDTHS } from "./library";

/** The job that brings the index of the library to what there is. */
export const LIBRARY_JOB = "index-library";

/** How many assets are indexed in one transaction: the newsroom's saving waits for no more. */
const BATCH = 200;

/** By which way an entry was made: of taking texts apart, and of what is kept of an asset. The second is raised here. */
const MADE = VERSION * 1000 + 1;

type Asset = typeof assets.$inferSelect;

/**
 * Makes the index say of an asset what the library says of it now. Every verb that changes an asset, its keywords, or
 * whether it is in the bin, calls it in its transaction: so it is found at once by what is said of it.
 */
export async function indexAsset(tx: Db, id: string): Promise<void> {
  const [asset] = await tx.select().from(assets).where(eq(assets.id, id));
  if (!asset) return removeAssetEntry(tx, id);
  const keywords = await tx
    .select({ keyword: assetKeywords.keyword })
    .from(assetKeywords)
    .where(eq(assetKeywords.assetId, id));
  await putAssetEntry(tx, {
    assetId: id,
    version: MADE,
    at: asset.createdAt,
    name: inOrder(asset.filename),
    takenAt: asset.takenAt,
    validFrom: asset.validFrom,
    validUntil: asset.validUntil,
    terms: {
      shown: listed([...asset.people, asset.place, ...keywords.map(({ keyword }) => keyword)]),
      said: listed([asset.caption, asset.alt ?? ""]),
      made: listed([asset.credit, asset.creator, asset.agency]),
      file: listed([asset.filename, parted(asset.filename)]),
    },
    shelves: shelvesOf(asset),
  });
}

/** How the index names what an asset is, and what it lacks. */
export const shelf = {
  bin: "bin",
  library: "library",
  moving: "moving",
  restricted: "restricted",
  lacks: (what: "alt" | "credit") => `lacks${what}`,
  kind: (kind: Asset["kind"]) => `kind${kind}`,
  by: (staffId: string) => `by${staffId}`,
  shape: (shape: "landscape" | "portrait" | "square") => `is${shape}`,
  width: (pixels: number | string) => `wide${pixels}`,
};

function shelvesOf(asset: Asset): string[] {
  const { kind, width, height } = asset;
  const shape = width > height ? "landscape" : width < height ? "portrait" : "square";
  return [
    // Of what is gone for good only the row is left.
    asset.purgedAt ? "gone" : asset.deletedAt ? shelf.bin : shelf.library,
    shelf.kind(kind),
    shelf.by(asset.uploadedBy),
    ...(width > 0 ? [shelf.shape(shape)] : []),
    ...WIDTHS.filter((pixels) => width >= pixels).map(shelf.width),
    ...(asset.isAnimated ? [shelf.moving] : []),
    ...(asset.restrictions || asset.territory || asset.usageTerms ? [shelf.restricted] : []),
    // Only pictures are described; an empty text says that one is decorative.
    ...(kind === "picture" && asset.alt === null ? [shelf.lacks("alt")] : []),
    ...(kind !== "captions" && !asset.credit ? [shelf.lacks("credit")] : []),
  ];
}

function listed(texts: string[]): string[] {
  return termsOf(texts.join("\n")).map(({ term }) => term);
}

/** A file's name with its words apart: "HarbourBridge2026" is three. */
function parted(name: string): string {
  return name.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, " ");
}

/** A name as names are put in order: without regard to capitals, and numbers by what they are worth. */
function inOrder(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(12, "0"))
    .slice(0, 300);
}

/** Indexes many assets anew: the newest at once, the others by the next job. */
export async function indexAssets(tx: Db, ids: readonly string[]): Promise<void> {
  for (let from = BATCH; from < ids.length; from += 10_000)
    await outdateAssetEntries(tx, ids.slice(from, from + 10_000));
  for (const id of ids.slice(0, BATCH)) await indexAsset(tx, id);
}

/** Whether the index lacks assets, or holds some that are to be made anew. */
export async function isLibraryBehind(): Promise<boolean> {
  const outdated = await db()
    .select({ id: assetEntries.id })
    .from(assetEntries)
    .where(ne(assetEntries.version, MADE))
    .limit(1);
  return outdated.length > 0 || (await db().$count(assetEntries)) !== (await db().$count(assets));
}

/**
 * Brings the index to what is in the library: after an upgrade that changed how texts are taken apart, or that had no
 * index before; after a keyword was changed that many carry. The newest come first; it may be broken off and begun again.
 */
export async function catchUpLibrary(): Promise<void> {
  let after: { id: string; at: Date } | undefined;
  for (;;) {
    const older =
      after && or(lt(assets.createdAt, after.at), and(eq(assets.createdAt, after.at), lt(assets.id, after.id)));
    const batch = await db()
      .select({ id: assets.id, at: assets.createdAt, version: assetEntries.version })
      .from(assets)
      .leftJoin(assetEntries, eq(assetEntries.assetId, assets.id))
      .where(older)
      .orderBy(desc(assets.createdAt), desc(assets.id))
      .limit(BATCH);
    after = batch.at(-1);
    if (!after) return;
    const behind = batch.filter(({ version }) => version !== MADE);
    if (behind.length === 0) continue;
    await transact(async (tx) => {
      for (const { id } of behind) await indexAsset(tx, id);
    });
  }
}
