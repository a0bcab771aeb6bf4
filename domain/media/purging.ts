import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { removeAssetEntry } from "@/db/asset-search";
import { type Db, db, transact } from "@/db/client";
import { assetKeywords, assets, collectionAssets, formerFiles, likenessBands, renditions } from "@/db/schema";
import { record } from "@/domain/events/record";
import { now } from "@/lib/clock";
import { KEPT_IN_BIN } from "./bin";
import { indexAsset } from "./indexing";
import { standingOf, stands } from "./standing";

/**
 * Deletes for good what has been in the bin for thirty days. Where a story's history or a draft names it, its row stays,
 * so that what was said of it can be told; its files are nobody's then, and the sweep takes them.
 * @returns how many, and the bytes of their originals
 */
export async function purgeBin(): Promise<{ count: number; bytes: number }> {
  const due = await db()
    .select({ id: assets.id, bytes: assets.bytes })
    .from(assets)
    .where(
      and(
        isNotNull(assets.deletedAt),
        lte(assets.deletedAt, new Date(now().getTime() - KEPT_IN_BIN)),
        isNull(assets.purgedAt),
      ),
    );
  const purged = [];
  for (const asset of due) if (await transact((tx) => purge(tx, asset.id))) purged.push(asset);
  return { count: purged.length, bytes: purged.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function purge(tx: Db, id: string): Promise<boolean> {
  const [asset] = await tx.select({ deletedAt: assets.deletedAt }).from(assets).where(eq(assets.id, id));
  // It may have been taken out of the bin this moment.
  if (!asset?.deletedAt || stands(await standingOf(tx, id))) return false;
  for (const table of [renditions, likenessBands, formerFiles, collectionAssets, assetKeywords]) {
    await tx.delete(table).where(eq(table.assetId, id));
  }
  await removeAssetEntry(tx, id);
  if (!(await isDeleted(tx, id))) {
    // The same file may come in anew.
    const gone = { purgedAt: now(), hash: `purged-${id}`, likeness: null };
    await tx.update(assets).set(gone).where(eq(assets.id, id));
    await indexAsset(tx, id);
  }
  await record(tx, null, "asset.purged", id);
  return true;
}

/** Deletes the row, unless something names it: a story's history, a draft, whatever else there comes to be. */
async function isDeleted(tx: Db, id: string): Promise<boolean> {
  try {
    await tx.delete(assets).where(eq(assets.id, id));
    return true;
  } catch (error) {
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
    if (![code, cause?.code].includes("SQLITE_CONSTRAINT_FOREIGNKEY")) throw error;
    return false;
  }
}
