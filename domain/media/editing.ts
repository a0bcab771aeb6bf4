import { eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { assets } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { indexPictured } from "@/domain/search/indexing";
import { notFound } from "@/lib/refusal";
import type { EditAsset } from "./asset";
import { planCopies } from "./copies";
import { indexAsset } from "./indexing";
import { showing } from "./showing";

/**
 * Changes what is said of an asset in the library; only pictures have alt text. Stories show it at once where they say nothing else of it.
 * @throws Refusal "not-found", "forbidden"
 */
export function editAsset(actor: Actor, { id, alt, decorative, caption, credit }: EditAsset): Promise<Event> {
  return transact(async (tx) => {
    const [asset] = await tx
      .select({ ownerId: assets.uploadedBy, kind: assets.kind, credit: assets.credit })
      .from(assets)
      .where(eq(assets.id, id));
    if (!asset) throw notFound("file");
    authorize(actor, "asset.edit", asset);
    const described = asset.kind === "picture" ? { alt: decorative ? "" : alt || null } : {};
    await tx
      .update(assets)
      .set({ ...described, caption, credit })
      .where(eq(assets.id, id));
    await indexAsset(tx, id);
    await indexPictured(tx, id);
    // Its copies carry what is said of whose it is.
    if (credit !== asset.credit) await planCopies(tx, id);
    return record(tx, actor, "asset.edited", id, await showing(tx, id));
  });
}
