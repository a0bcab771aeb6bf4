import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import {
  assetKeywords,
  assets,
  collectionAssets,
  draftAssets,
  formerFiles,
  likenessBands,
  renditions,
  revisionAssets,
} from "@/db/schema";
import { record } from "@/domain/events/record";
import { now } from "@/lib/clock";
import { KEPT_IN_BIN } from "./bin";
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
  // The same file may come in anew.
  if (await isNamed(tx, id)) {
    const gone = { purgedAt: now(), hash: `purged-${id}`, likeness: null };
    await tx.update(assets).set(gone).where(eq(assets.id, id));
  } else await tx.delete(assets).where(eq(assets.id, id));
  await record(tx, null, "asset.purged", id);
  return true;
}

async function isNamed(tx: Db, id: string): Promise<boolean> {
  for (const table of [revisionAssets, draftAssets]) {
    const [found] = await tx.select({ id: table.assetId }).from(table).where(eq(table.assetId, id)).limit(1);
    if (found) return true;
  }
  return false;
}
