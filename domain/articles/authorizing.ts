import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { revisions, schedules } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Capability } from "@/domain/people/capability";
import type { Actor } from "@/domain/people/staff";
import type { Draft } from "./draft";
import { findLive } from "./placing";

/**
 * As `authorize`, for what takes from readers what they see, or says something of it: it is the desk's in whose section
 * they see it, or will by what is planned. The draft's section may be another by now, or none, and decides only of a story
 * of which readers neither have nor will have anything. @throws Refusal "forbidden"
 */
export async function authorizeLive(
  tx: Db,
  actor: Actor,
  capability: Capability,
  { id, ownerId, sectionId }: Pick<Draft, "id" | "ownerId" | "sectionId">,
): Promise<void> {
  const live = await findLive(tx, id);
  authorize(actor, capability, { ownerId, sectionId: live?.sectionId ?? (await plannedSection(tx, id)) ?? sectionId });
}

/**
 * As `authorize`, for putting a draft before readers: its section decides, and that from which it takes the story.
 * @throws Refusal "forbidden"
 */
export async function authorizePublishing(tx: Db, actor: Actor, draft: Draft): Promise<void> {
  authorize(actor, "article.publish", draft);
  await authorizeLive(tx, actor, "article.publish", draft);
}

/** In which section the next text will stand that is planned. */
async function plannedSection(tx: Db, articleId: string): Promise<string | null> {
  const [next] = await tx
    .select({ sectionId: revisions.sectionId })
    .from(schedules)
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(eq(schedules.articleId, articleId), isNull(schedules.endedAt)))
    .orderBy(asc(schedules.at), asc(schedules.plannedAt))
    .limit(1);
  return next?.sectionId ?? null;
}
