import { eq, inArray } from "drizzle-orm";
import type { Db } from "./client";
import { type FullText, freeRow, putTerms, removeTerms } from "./full-text";
import { assetEntries } from "./schema";

/** The full-text index of the library, kept as that of stories is (db/search.ts). */
const ASSETS = {
  index: "asset_index",
  entries: "asset_entries",
  // Whom and what it shows; what is said of it; who made it; what its file is called.
  weights: { shown: 6, said: 4, made: 3, file: 2 },
} satisfies FullText<string>;

type Kept = Omit<typeof assetEntries.$inferInsert, "id">;

export type AssetEntry = Kept & {
  /** When it was uploaded. */
  at: Date;
  terms: Record<keyof typeof ASSETS.weights, string[]>;
  /** What it is and lacks: words of small letters and digits alone. */
  shelves: string[];
};

/** Puts an asset into the index, in the place of what was there of it. */
export async function putAssetEntry(tx: Db, { at, terms, shelves, ...kept }: AssetEntry): Promise<void> {
  await removeAssetEntry(tx, kept.assetId);
  const id = await freeRow(tx, ASSETS, at);
  await tx.insert(assetEntries).values({ ...kept, id });
  await putTerms(tx, ASSETS, id, terms, shelves);
}

/** Takes an asset out of the index, if it is there: before its own row goes. */
export async function removeAssetEntry(tx: Db, assetId: string): Promise<void> {
  const gone = await tx
    .delete(assetEntries)
    .where(eq(assetEntries.assetId, assetId))
    .returning({ id: assetEntries.id });
  for (const { id } of gone) await removeTerms(tx, ASSETS, id);
}

/** Says of these assets that they are to be indexed anew. */
export async function outdateAssetEntries(tx: Db, assetIds: readonly string[]): Promise<void> {
  await tx
    .update(assetEntries)
    .set({ version: 0 })
    .where(inArray(assetEntries.assetId, [...assetIds]));
}
