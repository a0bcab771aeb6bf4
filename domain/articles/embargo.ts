import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { embargoes } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { OneArticle } from "./article";
import { authorizeLive } from "./authorizing";
import { findDraft } from "./draft";
import type { SetEmbargo } from "./schedule";
import { chosenInstant, embargoOn } from "./schedules";

/**
 * Holds everything new of an article back from readers until a time: nobody can publish it before, and what is planned for
 * before waits. Whoever may edit it may set one, or make it longer; to shorten one is to lift it.
 * @throws Refusal "not-found", "forbidden", "invalid" by its time
 */
export function setEmbargo(actor: Actor, { id, note = "", ...time }: SetEmbargo): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.edit", draft);
    const until = await chosenInstant(tx, time);
    const before = await embargoOn(tx, id);
    if (before && until < before.until) await authorizeLive(tx, actor, "article.publish", draft);
    await endEmbargo(tx, actor, id);
    await tx.insert(embargoes).values({ articleId: id, until, note, setBy: actor.id, setAt: now() });
    return record(tx, actor, "article.embargoed", id, { until: until.toISOString() });
  });
}

/** Lifts an embargo before its time. What waited for it happens at once. @throws Refusal "not-found", "forbidden", "invalid" */
export function liftEmbargo(actor: Actor, { id }: OneArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizeLive(tx, actor, "article.publish", draft);
    const embargo = await embargoOn(tx, id);
    if (!embargo) throw new Refusal("invalid", "No embargo is in force on this story.");
    await endEmbargo(tx, actor, id);
    return record(tx, actor, "article.embargo-lifted", id, { until: embargo.until.toISOString() });
  });
}

async function endEmbargo(tx: Db, actor: Actor, articleId: string): Promise<void> {
  await tx
    .update(embargoes)
    .set({ liftedAt: now(), liftedBy: actor.id })
    .where(and(eq(embargoes.articleId, articleId), isNull(embargoes.liftedAt)));
}
