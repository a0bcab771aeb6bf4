import { and, desc, eq, inArray, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { articles, comments, drafts, events, notices, plans, staff } from "@/db/schema";
import { ownerId } from "@/domain/articles/plan";
import { type Actor, can } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import type { ManyOutcome } from "@/lib/many";
import { notFound } from "@/lib/refusal";
import { KINDS_SHOWN, type MarkNotices, type Notice, type NoticeKind, type NoticeShow } from "./notice";

const PAGE = 40;

/** How many notices the actor has not read. */
export function countUnread(actor: Pick<Actor, "id">): Promise<number> {
  return db().$count(notices, and(eq(notices.staffId, actor.id), isNull(notices.readAt)));
}

/** What the actor was told, the latest first. A story that they may not read any more is not named. */
export async function listNotices(
  actor: Actor,
  { cursor, show }: { cursor?: string; show?: NoticeShow } = {},
): Promise<{ rows: Notice[]; next: string | null }> {
  const before = /^\d{1,15}$/.test(cursor ?? "") ? Number(cursor) : null;
  const found = await rows()
    .where(
      and(eq(notices.staffId, actor.id), shown(show), before === null ? undefined : lt(notices.eventNumber, before)),
    )
    .orderBy(desc(notices.eventNumber))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE).map((row) => noticeOf(actor, row));
  const end = found[PAGE - 1];
  return { rows: page, next: found.length > PAGE && end ? `${end.notice.eventNumber}` : null };
}

function shown(show: NoticeShow | undefined): SQL | undefined {
  if (show === "unread") return isNull(notices.readAt);
  return show && inArray(notices.kind, [...KINDS_SHOWN[show]]);
}

/** One of the actor's notices; null where it is none of theirs. */
export async function findNotice(actor: Actor, id: string): Promise<Notice | null> {
  const [row] = await rows().where(and(eq(notices.id, id), eq(notices.staffId, actor.id)));
  return row ? noticeOf(actor, row) : null;
}

function rows() {
  return db()
    .select({
      notice: notices,
      event: events,
      actor: staff.name,
      headline: drafts.headline,
      said: comments.text,
      commentId: comments.id,
      ownerId,
      sectionId: drafts.sectionId,
    })
    .from(notices)
    .innerJoin(events, eq(events.number, notices.eventNumber))
    .leftJoin(articles, eq(articles.id, notices.articleId))
    .leftJoin(drafts, eq(drafts.articleId, notices.articleId))
    .leftJoin(plans, eq(plans.articleId, notices.articleId))
    .leftJoin(staff, eq(staff.id, events.actorId))
    .leftJoin(comments, and(eq(events.subjectKind, "comment"), eq(comments.id, events.subjectId)));
}

function noticeOf(
  actor: Actor,
  { notice, event, said, headline, ...row }: Awaited<ReturnType<typeof rows>>[number],
): Notice {
  const isOfPaper = notice.articleId === null;
  const mayRead = isOfPaper ? can(actor, "settings.manage") : can(actor, "article.read", row);
  const reason = typeof event.data.reason === "string" ? event.data.reason : "";
  return {
    id: notice.id,
    kind: notice.kind as NoticeKind,
    actor: row.actor,
    articleId: notice.articleId,
    headline: mayRead && !isOfPaper ? headline : null,
    commentId: row.commentId,
    detail: mayRead ? (said ?? reason) : "",
    at: event.at,
    read: notice.readAt !== null,
  };
}

/** Takes down that the actor has read a notice. @returns what it is about. @throws Refusal "not-found", also for another's */
export function readNotice(
  actor: Pick<Actor, "id">,
  { id }: { id: string },
): Promise<Pick<Notice, "kind" | "articleId" | "commentId">> {
  return transact(async (tx) => {
    const [found] = await tx
      .select({ kind: notices.kind, articleId: notices.articleId, readAt: notices.readAt, commentId: comments.id })
      .from(notices)
      .innerJoin(events, eq(events.number, notices.eventNumber))
      .leftJoin(comments, and(eq(events.subjectKind, "comment"), eq(comments.id, events.subjectId)))
      .where(and(eq(notices.id, id), eq(notices.staffId, actor.id)));
    if (!found) throw notFound("notice");
    if (!found.readAt) await tx.update(notices).set({ readAt: now() }).where(eq(notices.id, id));
    return { kind: found.kind as NoticeKind, articleId: found.articleId, commentId: found.commentId };
  });
}

/** Takes down that the actor has read some of their notices, or makes them new again. @returns also which it changed */
export function markNotices(actor: Pick<Actor, "id">, { ids, read }: MarkNotices): Promise<ManyOutcome<string>> {
  return transact(async (tx) => {
    const own = and(eq(notices.staffId, actor.id), inArray(notices.id, ids));
    const changed = await tx
      .update(notices)
      .set({ readAt: read === "yes" ? now() : null })
      .where(and(own, read === "yes" ? isNull(notices.readAt) : isNotNull(notices.readAt)))
      .returning({ id: notices.id });
    const unchanged = (await tx.$count(notices, own)) - changed.length;
    return { done: changed.length, unchanged, refused: [], undo: changed.map(({ id }) => id) };
  });
}
