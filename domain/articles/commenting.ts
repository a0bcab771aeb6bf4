import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { commentMentions, comments, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { notify } from "@/domain/notices/notifying";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { EditComment, NewComment } from "./comment";
import { findDraft } from "./draft";

/**
 * Says something about a story, or answers. A comment that is sent again is there once.
 * @throws Refusal "not-found", "forbidden", "invalid" if somebody named is not of the staff
 */
export function comment(actor: Actor, { id, articleId, threadId, quote, text, mentions }: NewComment): Promise<void> {
  return transact(async (tx) => {
    authorize(actor, "article.edit", await findDraft(tx, articleId));
    const [sent] = await tx.select().from(comments).where(eq(comments.id, id));
    if (sent) {
      if (sent.authorId === actor.id && sent.articleId === articleId) return;
      throw notFound("comment");
    }
    if (threadId) await findThread(tx, threadId, articleId);
    await tx.insert(comments).values({
      id,
      articleId,
      threadId,
      quote: threadId ? "" : quote,
      text,
      authorId: actor.id,
      createdAt: now(),
    });
    const named = await keepMentions(tx, id, mentions);
    const event = await record(tx, actor, "comment.added", id, { articleId, threadId, mentions: named });
    await notify(tx, event, "mentioned", { articleId, to: named });
    if (threadId) await notify(tx, event, "replied", { articleId, to: await authorsIn(tx, threadId) });
  });
}

/** Changes what one said. @throws Refusal "not-found", "forbidden" if it is another's, "invalid" */
export function editComment(actor: Actor, { id, text, mentions }: EditComment): Promise<Event> {
  return transact(async (tx) => {
    const { articleId } = await findOwn(tx, actor, id);
    await tx.update(comments).set({ text, editedAt: now() }).where(eq(comments.id, id));
    const before = await tx
      .delete(commentMentions)
      .where(eq(commentMentions.commentId, id))
      .returning({ id: commentMentions.staffId });
    const named = await keepMentions(tx, id, mentions);
    const since = named.filter((each) => !before.some((old) => old.id === each));
    const event = await record(tx, actor, "comment.edited", id, { articleId, mentions: since });
    await notify(tx, event, "mentioned", { articleId, to: since });
    return event;
  });
}

/** Takes back what one said. Where others have answered, the thread stays. @throws Refusal "not-found", "forbidden" */
export function deleteComment(actor: Actor, { id }: { id: string }): Promise<Event> {
  return transact(async (tx) => {
    const { articleId } = await findOwn(tx, actor, id);
    const replies = await tx.$count(comments, eq(comments.threadId, id));
    await tx.delete(commentMentions).where(eq(commentMentions.commentId, id));
    if (replies > 0) await tx.update(comments).set({ text: "", deletedAt: now() }).where(eq(comments.id, id));
    else await tx.delete(comments).where(eq(comments.id, id));
    return record(tx, actor, "comment.deleted", id, { articleId });
  });
}

/** Says that a thread is settled. @throws Refusal "not-found", "forbidden" */
export function resolveThread(actor: Actor, { id }: { id: string }): Promise<Event> {
  return settle(actor, id, "comment.resolved", { resolvedAt: now(), resolvedBy: actor.id });
}

/** Opens a settled thread again. @throws Refusal "not-found", "forbidden" */
export function reopenThread(actor: Actor, { id }: { id: string }): Promise<Event> {
  return settle(actor, id, "comment.reopened", { resolvedAt: null, resolvedBy: null });
}

function settle(
  actor: Actor,
  id: string,
  verb: "comment.resolved" | "comment.reopened",
  to: { resolvedAt: Date | null; resolvedBy: string | null },
): Promise<Event> {
  return transact(async (tx) => {
    const { articleId } = await findThread(tx, id);
    authorize(actor, "article.edit", await findDraft(tx, articleId));
    await tx.update(comments).set(to).where(eq(comments.id, id));
    return record(tx, actor, verb, id, { articleId });
  });
}

/** Who spoke in a thread. */
async function authorsIn(tx: Db, threadId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(or(eq(comments.id, threadId), eq(comments.threadId, threadId)));
  return rows.map(({ id }) => id);
}

async function findThread(tx: Db, id: string, articleId?: string) {
  const [thread] = await tx
    .select()
    .from(comments)
    .where(
      and(eq(comments.id, id), isNull(comments.threadId), articleId ? eq(comments.articleId, articleId) : undefined),
    );
  if (!thread) throw notFound("thread");
  return thread;
}

async function findOwn(tx: Db, actor: Actor, id: string) {
  const [found] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)));
  if (!found) throw notFound("comment");
  authorize(actor, "article.edit", await findDraft(tx, found.articleId));
  if (found.authorId !== actor.id)
    throw new Refusal("forbidden", "Your role does not allow this: it is not your comment.");
  return found;
}

async function keepMentions(tx: Db, commentId: string, mentions: string[]): Promise<string[]> {
  const ids = [...new Set(mentions)];
  if (ids.length === 0) return [];
  const known = await tx.select({ id: staff.id }).from(staff).where(inArray(staff.id, ids));
  if (known.length !== ids.length) throw new Refusal("invalid", "Somebody named here is no longer of the staff.");
  await tx.insert(commentMentions).values(ids.map((staffId) => ({ commentId, staffId })));
  return ids;
}
