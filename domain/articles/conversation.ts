import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { articles, commentMentions, comments, drafts, plans, staff } from "@/db/schema";
import { readMatrix } from "@/domain/people/actors";
import { authorize } from "@/domain/people/authorize";
import { type Actor, ROLES } from "@/domain/people/staff";
import type { Comment, Conversation, Mention, Thread } from "./comment";
import { readable } from "./desk";
import { readBy } from "./plan";

/** What the staff said about a story, the oldest thread first. @throws Refusal "not-found", also for what the actor may not read */
export async function readConversation(actor: Actor, articleId: string): Promise<Conversation> {
  const story = await readable(actor, articleId);
  const resolvers = alias(staff, "resolvers");
  const matrix = await readMatrix(db());
  const readers = ROLES.filter((role) => matrix[role]["article.read"] === "any");
  const [rows, named, people] = await Promise.all([
    db()
      .select({ comment: comments, author: { id: staff.id, name: staff.name }, resolvedBy: resolvers.name })
      .from(comments)
      .innerJoin(staff, eq(staff.id, comments.authorId))
      .leftJoin(resolvers, eq(resolvers.id, comments.resolvedBy))
      .where(eq(comments.articleId, articleId))
      .orderBy(asc(comments.createdAt), asc(comments.id)),
    db()
      .select({ commentId: comments.id, id: staff.id, name: staff.name })
      .from(commentMentions)
      .innerJoin(comments, eq(comments.id, commentMentions.commentId))
      .innerJoin(staff, eq(staff.id, commentMentions.staffId))
      .where(eq(comments.articleId, articleId)),
    // Some read no story but their own.
    db()
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(and(isNull(staff.disabledAt), or(inArray(staff.role, readers), eq(staff.id, story.ownerId))))
      .orderBy(asc(staff.name)),
  ]);
  const told = rows.map(({ comment, author }): Comment & { threadId: string | null } => ({
    id: comment.id,
    threadId: comment.threadId,
    text: comment.text,
    author,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    isDeleted: comment.deletedAt !== null,
    mentions: named.filter(({ commentId }) => commentId === comment.id).map(({ id, name }) => ({ id, name })),
  }));
  const threads = rows
    .filter(({ comment }) => comment.threadId === null)
    .map(({ comment: { id, quote, resolvedAt }, resolvedBy }): Thread => {
      const within = told.filter((each) => each.id === id || each.threadId === id);
      const said = within.map(({ threadId, ...each }) => each);
      return { id, quote, resolvedAt: resolvedAt?.toISOString() ?? null, resolvedBy, comments: said };
    });
  return { threads, people };
}

/** How many are listed. */
const MOST_MENTIONS = 20;

/** The open threads that name the actor, in stories that they may read, the latest first. @throws Refusal "forbidden" */
export async function listMentions(actor: Actor): Promise<Mention[]> {
  authorize(actor, "article.read");
  const threads = alias(comments, "threads");
  return db()
    .select({
      commentId: comments.id,
      articleId: comments.articleId,
      headline: drafts.headline,
      text: comments.text,
      author: staff.name,
      createdAt: comments.createdAt,
    })
    .from(commentMentions)
    .innerJoin(comments, eq(comments.id, commentMentions.commentId))
    .leftJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(drafts, eq(drafts.articleId, comments.articleId))
    .innerJoin(plans, eq(plans.articleId, comments.articleId))
    .innerJoin(staff, eq(staff.id, comments.authorId))
    .where(
      and(
        eq(commentMentions.staffId, actor.id),
        isNull(comments.resolvedAt),
        isNull(threads.resolvedAt),
        readBy(actor),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(MOST_MENTIONS);
}
