import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { Id } from "@/lib/id-field";
import { notFound, Refusal } from "@/lib/refusal";
import { KEPT_IN_BIN } from "./bin";
import { indexAsset } from "./indexing";
import { placesOf, standingOf, stands } from "./standing";

export const NamedAsset = z.object({ id: Id });
export type NamedAsset = z.infer<typeof NamedAsset>;

/**
 * Puts an asset into the bin, where it can be had back for thirty days. Drafts that show it keep it, and cannot be
 * published with it.
 * @throws Refusal "not-found", "forbidden"; "conflict" while readers see it, saying where
 */
export function deleteAsset(actor: Actor, { id }: NamedAsset): Promise<Event> {
  return transact(async (tx) => {
    const asset = await found(tx, id);
    authorize(actor, "asset.delete", asset);
    if (asset.deletedAt) throw notFound("file");
    const standing = await standingOf(tx, id);
    if (stands(standing)) {
      throw new Refusal("conflict", `Readers see it, or will: ${placesOf(standing)}. Take it out of there first.`);
    }
    await tx.update(assets).set({ deletedAt: now(), deletedBy: actor.id }).where(eq(assets.id, id));
    await indexAsset(tx, id);
    return record(tx, actor, "asset.deleted", id);
  });
}

/** Takes an asset out of the bin. @throws Refusal "forbidden"; "not-found" if it is not there, or no longer */
export function restoreAsset(actor: Actor, { id }: NamedAsset): Promise<Event> {
  return transact(async (tx) => {
    const asset = await found(tx, id);
    authorize(actor, "asset.delete", asset);
    if (asset.deletedAt && asset.deletedAt.getTime() <= now().getTime() - KEPT_IN_BIN) throw notFound("file");
    return takeOut(tx, actor, { id, ...asset });
  });
}

/** Takes an asset out of the bin whose file somebody brings anew. @throws Refusal "not-found" if it is not there, or no longer */
export async function takeOut(
  tx: Db,
  actor: Actor,
  asset: { id: string; deletedAt: Date | null; purgedAt: Date | null },
): Promise<Event> {
  const { id, deletedAt, purgedAt } = asset;
  if (!deletedAt || purgedAt) throw notFound("file");
  await tx.update(assets).set({ deletedAt: null, deletedBy: null }).where(eq(assets.id, id));
  await indexAsset(tx, id);
  return record(tx, actor, "asset.restored", id);
}

async function found(tx: Db, id: string) {
  const [asset] = await tx
    .select({ ownerId: assets.uploadedBy, deletedAt: assets.deletedAt, purgedAt: assets.purgedAt })
    .from(assets)
    .where(eq(assets.id, id));
  if (!asset) throw notFound("file");
  return asset;
}
