import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assets } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import type { BulkResult, NamedAssets } from "./bulk";
import { deleteAsset, restoreAsset } from "./deleting";

/** Puts each of these assets into the bin, as deleteAsset does one: what is refused of one is done to the others. */
export function binAssets(actor: Actor, { ids }: NamedAssets): Promise<BinResult> {
  return forEach(ids, (id) => deleteAsset(actor, { id }));
}

/** Takes each of these assets out of the bin. */
export function unbinAssets(actor: Actor, { ids }: NamedAssets): Promise<BinResult> {
  return forEach(ids, (id) => restoreAsset(actor, { id }));
}

/** @property ids those with which it was done, by which it is taken back */
export type BinResult = BulkResult & { ids: string[] };

async function forEach(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<BinResult> {
  const result: BinResult = { done: 0, unchanged: 0, refused: [], undo: null, ids: [] };
  for (const id of new Set(ids)) {
    try {
      await work(id);
      result.done++;
      result.ids.push(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [asset] = await db().select({ name: assets.filename }).from(assets).where(eq(assets.id, id));
      result.refused.push({ name: asset?.name ?? "A file", why: error.message });
    }
  }
  return result;
}
