import { eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { assets } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import type { EditAsset } from "./asset";

/**
 * Changes what is said of a picture in the library. Stories that use it already keep what they say of it.
 * @throws Refusal "not-found", "forbidden"
 */
export function editAsset(actor: Actor, { id, alt, decorative, caption, credit }: EditAsset): Promise<Event> {
  return transact(async (tx) => {
    const [asset] = await tx.select({ ownerId: assets.uploadedBy }).from(assets).where(eq(assets.id, id));
    if (!asset) throw notFound("picture");
    authorize(actor, "asset.edit", asset);
    await tx
      .update(assets)
      .set({ alt: decorative ? "" : alt || null, caption, credit })
      .where(eq(assets.id, id));
    return record(tx, actor, "asset.edited", id);
  });
}
