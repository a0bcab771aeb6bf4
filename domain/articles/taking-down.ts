import { and, desc, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { previewLinks, publications, takedowns } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { planPings } from "@/domain/pings/planning";
import { indexArticle } from "@/domain/search/indexing";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { OneArticle, TakeDownArticle } from "./article";
import { authorizeLive } from "./authorizing";
import { findDraft } from "./draft";
import { endPublication, findLive, findTakedown } from "./placing";
import { dropSchedules } from "./schedules";
import { standingNow } from "./standing";

/**
 * Takes a story down that readers see or saw: nothing of it can be read anywhere, they are told why at its address, and
 * nobody can publish it until that is lifted. What was planned for it is given up. Nothing is deleted.
 * @throws Refusal "not-found", "forbidden", "invalid" if readers never saw it, or it is taken down already
 */
export function takeDownArticle(actor: Actor, { id, reason, note }: TakeDownArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizeLive(tx, actor, "article.take-down", draft);
    if (await findTakedown(tx, id)) throw new Refusal("invalid", "This story is taken down already.");
    if (!(await wasPublished(tx, id))) throw new Refusal("invalid", "Readers have never seen this story.");
    const takenDownAt = now();
    const standing = await standingNow(tx, id);
    const live = await findLive(tx, id);
    if (live) await endPublication(tx, actor, live.id, takenDownAt, note);
    // Once it is lifted somebody decides anew what readers get.
    await dropSchedules(tx, actor, id);
    await tx.insert(takedowns).values({ articleId: id, reason, note, takenDownBy: actor.id, takenDownAt });
    // Nor by a link that was given to somebody outside.
    await tx
      .update(previewLinks)
      .set({ revokedAt: takenDownAt, revokedBy: actor.id })
      .where(and(eq(previewLinks.articleId, id), isNull(previewLinks.revokedAt)));
    await indexArticle(tx, id);
    return planPings(tx, await record(tx, actor, "article.taken-down", id, { reason, ...standing }));
  });
}

/**
 * Lets a story that was taken down be published again. It stays unpublished until somebody does.
 * @throws Refusal "not-found", "forbidden", "invalid" if it is not taken down
 */
export function liftTakedown(actor: Actor, { id }: OneArticle): Promise<Event> {
  return transact(async (tx) => {
    const { ownerId, sectionId } = await findDraft(tx, id);
    // It is the desk's from which it was taken, whatever section the draft was moved to since.
    authorize(actor, "article.take-down", { ownerId, sectionId: (await lastSection(tx, id)) ?? sectionId });
    const standing = await findTakedown(tx, id);
    if (!standing) throw new Refusal("invalid", "This story is not taken down.");
    await tx.update(takedowns).set({ liftedAt: now(), liftedBy: actor.id }).where(eq(takedowns.id, standing.id));
    return record(tx, actor, "article.lifted", id, await standingNow(tx, id));
  });
}

/** In which section readers saw a story last. */
async function lastSection(tx: Db, articleId: string): Promise<string | undefined> {
  const [last] = await tx
    .select({ sectionId: publications.sectionId })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(publications.endedAt), desc(publications.publishedAt))
    .limit(1);
  return last?.sectionId;
}

async function wasPublished(tx: Db, articleId: string): Promise<boolean> {
  return (await tx.$count(publications, eq(publications.articleId, articleId))) > 0;
}
