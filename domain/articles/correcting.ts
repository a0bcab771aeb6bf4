import { transact } from "@/db/client";
import { corrections, publications } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { planPings } from "@/domain/pings/planning";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CorrectArticle } from "./article";
import { findDraft } from "./draft";
import { endPublication, findLive } from "./placing";
import { standingNow } from "./standing";

/**
 * Tells readers what was wrong in an article, or unclear, and was put right. What they see of it is published anew with
 * that, so that every page, feed and file tells one time of the change; the text itself is mended by an update.
 * @throws Refusal "not-found", "forbidden", "invalid" if readers do not see it
 */
export function correctArticle(actor: Actor, { id, kind, text, place }: CorrectArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.publish", draft);
    const live = await findLive(tx, id);
    if (!live) throw new Refusal("invalid", "This article is not before readers.");
    const publishedAt = now();
    await endPublication(tx, actor, live.id, publishedAt);
    await tx.insert(publications).values({
      articleId: id,
      revisionId: live.revisionId,
      kind,
      publishedBy: actor.id,
      publishedAt,
      firstPublishedAt: live.firstPublishedAt,
      updatedAt: publishedAt,
      sectionId: live.sectionId,
    });
    const [correction] = await tx
      .insert(corrections)
      .values({ articleId: id, kind, text, place, publishedAt, publishedBy: actor.id })
      .returning({ id: corrections.id });
    const said = { correctionId: correction?.id, ...(await standingNow(tx, id)) };
    return planPings(tx, await record(tx, actor, "article.corrected", id, said));
  });
}
