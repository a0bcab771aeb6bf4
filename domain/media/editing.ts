import { eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { assets } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import type { Actor } from "@/domain/people/staff";
import { indexPictured } from "@/domain/search/indexing";
import { notFound } from "@/lib/refusal";
import type { EditAsset } from "./asset";
import { authorizeChange, refuseBare } from "./authority";
import { planCopies } from "./copies";
import { indexAsset } from "./indexing";
import { showing } from "./showing";

/**
 * Changes what is said of an asset in the library; only pictures have alt text. Stories show it at once where they say nothing else of it.
 * @throws Refusal "not-found", "forbidden", "invalid" for what readers see and may not be without
 */
export function editAsset(actor: Actor, { id, alt, decorative, caption, credit }: EditAsset): Promise<Event> {
  return transact(async (tx) => {
    const [asset] = await tx.select().from(assets).where(eq(assets.id, id));
    if (!asset) throw notFound("file");
    const standing = await authorizeChange(tx, actor, asset);
    const described = asset.kind === "picture" ? { alt: decorative ? "" : alt || null } : {};
    refuseBare(standing, asset, { ...described, credit });
    await tx
      .update(assets)
      .set({ ...described, caption, credit })
      .where(eq(assets.id, id));
    await indexAsset(tx, id);
    await indexPictured(tx, id);
    // Its copies carry what is said of whose it is.
    if (credit !== asset.credit) await planCopies(tx, id);
    return record(tx, actor, "asset.edited", id, {
      ...(await showing(tx, id)),
      ...wordsChanged(asset, { ...described, caption, credit }),
    });
  });
}

type Words = Partial<Pick<typeof assets.$inferSelect, "alt" | "caption" | "credit">>;

/** What readers see said of an asset, as it was and as it is, for the trail; nothing where that did not change. */
export function wordsChanged(before: Words, after: Words): { was?: Words; is?: Words } {
  const fields = (["alt", "caption", "credit"] as const).filter((of) => of in after && after[of] !== before[of]);
  if (fields.length === 0) return {};
  const only = (words: Words): Words => Object.fromEntries(fields.map((of) => [of, words[of]]));
  return { was: only(before), is: only(after) };
}
