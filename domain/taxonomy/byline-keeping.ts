import { and, eq } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { assets, bylines } from "@/db/schema";
import { record } from "@/domain/events/record";
import { isInLibrary } from "@/domain/media/bin";
import { authorize } from "@/domain/people/authorize";
import { addByline } from "@/domain/people/joining";
import type { Actor } from "@/domain/people/staff";
import { indexByline } from "@/domain/search/indexing";
import { notFound, Refusal } from "@/lib/refusal";
import type { EditByline, EditOwnProfile, NewByline } from "./byline";

/** Makes the byline of a guest: somebody who is credited but not on the staff. Two people may share a name. */
export function createByline(actor: Actor, input: NewByline) {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const id = await addByline(tx, { ...input, staffId: null });
    return record(tx, actor, "byline.created", id);
  });
}

/** Changes what readers see of a person; the web address stays. */
export function editByline(actor: Actor, { id, ...profile }: EditByline) {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    if (profile.portraitAssetId) await requirePicture(tx, profile.portraitAssetId);
    const changed = await tx.update(bylines).set(profile).where(eq(bylines.id, id)).returning({ id: bylines.id });
    if (changed.length === 0) throw notFound("byline");
    await indexByline(tx, id);
    return record(tx, actor, "byline.edited", id);
  });
}

/**
 * Changes what the actor's own profile says of them: all but the name and title, which editors give.
 * @throws Refusal "not-found" if they have no byline
 */
export function editOwnProfile(actor: Actor, profile: EditOwnProfile) {
  return transact(async (tx) => {
    authorize(actor, "profile.edit", { ownerId: actor.id });
    if (profile.portraitAssetId) await requirePicture(tx, profile.portraitAssetId);
    const [own] = await tx
      .update(bylines)
      .set(profile)
      .where(eq(bylines.staffId, actor.id))
      .returning({ id: bylines.id });
    if (!own) throw notFound("byline");
    return record(tx, actor, "byline.edited", own.id);
  });
}

async function requirePicture(tx: Db, id: string): Promise<void> {
  const [found] = await tx
    .select({ id: assets.id })
    .from(assets)
    .where(and(eq(assets.id, id), eq(assets.kind, "picture"), isInLibrary));
  if (found) return;
  const message = "This picture is not in the library.";
  throw new Refusal("invalid", message, { portraitAssetId: message });
}
