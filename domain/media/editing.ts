import { eq } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
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
import { keepKeywords } from "./keywords";
import { showingIn } from "./showing";
import type { Standing } from "./standing";
import { termsOf, termsText } from "./terms";

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
    return keepSaid(tx, actor, { asset, standing }, { ...described, caption, credit });
  });
}

type Asset = typeof assets.$inferSelect;

/**
 * Writes what is said of an asset, with all that goes with it: where it and its stories are found, the copies that carry
 * whose it is, and the trail. Whoever calls this has authorized the change.
 * @param keywords all that it has from now on; those that it had where they are left out
 * @param trail what else the trail says of it
 * @throws Refusal "invalid" for what readers see and may not be without: then nothing was written
 */
export async function keepSaid(
  tx: Db,
  actor: Actor,
  { asset, standing }: { asset: Asset; standing: Standing },
  said: Partial<Asset>,
  { keywords, trail }: { keywords?: readonly string[]; trail?: Record<string, unknown> } = {},
): Promise<Event> {
  const { id } = asset;
  refuseBare(standing, asset, said);
  if (Object.keys(said).length > 0) await tx.update(assets).set(said).where(eq(assets.id, id));
  if (keywords) await keepKeywords(tx, id, keywords);
  await indexAsset(tx, id);
  if (said.caption !== undefined && said.caption !== asset.caption) await indexPictured(tx, id);
  if (termsText(termsOf({ ...asset, ...said })) !== termsText(termsOf(asset))) await planCopies(tx, id);
  return record(tx, actor, "asset.edited", id, {
    ...showingIn(standing),
    ...wordsChanged(asset, said),
    ...("validFrom" in said || "validUntil" in said ? { rights: true } : {}),
    ...trail,
  });
}

type Words = Partial<Pick<Asset, "alt" | "caption" | "credit">>;

/** What readers see said of an asset, as it was and as it is, for the trail; nothing where that did not change. */
function wordsChanged(before: Words, after: Words): { was?: Words; is?: Words } {
  const fields = (["alt", "caption", "credit"] as const).filter((of) => of in after && after[of] !== before[of]);
  if (fields.length === 0) return {};
  const only = (words: Words): Words => Object.fromEntries(fields.map((of) => [of, words[of]]));
  return { was: only(before), is: only(after) };
}
