import type { Db } from "@/db/client";
import type { assets } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { reach } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import { type Standing, standingOf, stands } from "./standing";

type Asset = Pick<typeof assets.$inferSelect, "id" | "uploadedBy" | "kind">;

/**
 * That somebody may change what is said of an asset, its crops or its file. What readers see of it, or will, is left to
 * whoever edits the library: a change there is before readers at once, past everybody who looks at a story.
 * @returns where it stands @throws Refusal "forbidden"
 */
export async function authorizeChange(tx: Db, actor: Actor, { id, uploadedBy }: Asset): Promise<Standing> {
  authorize(actor, "asset.edit", { ownerId: uploadedBy });
  const standing = await standingOf(tx, id);
  if (stands(standing) && reach(actor, "asset.edit") !== "any") {
    throw new Refusal("forbidden", "Readers see it, or will. Ask somebody who edits the library to change it.");
  }
  return standing;
}

/**
 * That what readers see keeps what no story may be published without: a credit, and for a picture its alt text.
 * @throws Refusal "invalid" at the field that was emptied
 */
export function refuseBare(
  { live, planned }: Standing,
  before: { alt: string | null; credit: string },
  after: { alt?: string | null; credit?: string },
): void {
  if (live.length + planned.length === 0) return;
  const lost = {
    ...(before.credit && after.credit === "" && { credit: "Readers see it: it needs a credit." }),
    ...(before.alt !== null && after.alt === null && { alt: "Readers see it: describe it, or mark it as decorative." }),
  };
  if (Object.keys(lost).length > 0) throw new Refusal("invalid", Object.values(lost).join(" "), lost);
}
