import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { submissions } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { OneArticle } from "./article";
import { findDraft } from "./draft";

/** Sends a draft to an editor. @throws Refusal "not-found", "forbidden", "invalid" if it is with an editor already */
export function submitArticle(actor: Actor, { id }: OneArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.submit", draft);
    if (!draft.content.headline.trim()) {
      throw new Refusal("invalid", "Write a headline first.", { headline: "Write a headline." });
    }
    if (await findOpen(tx, id)) throw new Refusal("invalid", "This article is with an editor already.");
    await tx.insert(submissions).values({ articleId: id, submittedBy: actor.id, submittedAt: now() });
    return record(tx, actor, "article.submitted", id);
  });
}

/** Gives a draft back to its writer. @throws Refusal "not-found", "forbidden", "invalid" if nobody sent it */
export function returnArticle(actor: Actor, { id }: OneArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.return", draft);
    if (!(await endSubmission(tx, actor, id, "returned"))) {
      throw new Refusal("invalid", "This article is not with an editor.");
    }
    return record(tx, actor, "article.returned", id);
  });
}

/** Ends the open submission of an article, if there is one. @returns whether there was */
export async function endSubmission(
  tx: Db,
  actor: Actor,
  articleId: string,
  outcome: "published" | "returned",
): Promise<boolean> {
  const open = await findOpen(tx, articleId);
  if (!open) return false;
  await tx.update(submissions).set({ endedAt: now(), endedBy: actor.id, outcome }).where(eq(submissions.id, open.id));
  return true;
}

async function findOpen(tx: Db, articleId: string) {
  const [open] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.articleId, articleId), isNull(submissions.endedAt)));
  return open;
}
