import { and, asc, desc, eq, exists, inArray, lt, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { unindexed } from "@/db/dialect";
import { articles, comments, drafts, events, plans, staff } from "@/db/schema";
import { matching } from "@/domain/events/desk";
import type { Verb } from "@/domain/events/event";
import { staffNames } from "@/domain/events/naming";
import { type EventData, type Sentence, sentenceParts, VERBS } from "@/domain/events/sentence";
import type { TrailFilters } from "@/domain/events/trail";
import { authorize } from "@/domain/people/authorize";
import { type Actor, reach } from "@/domain/people/staff";
import { readBy } from "./plan";

/** Something that happened in the newsroom, in words. */
export type Activity = {
  number: number;
  at: Date;
  /** Who did what to which story. */
  sentence: Sentence;
  articleId: string;
  /** The comment that it is about. */
  commentId: string | null;
  /** To whom, or why; empty for neither. */
  detail: string;
};

const PAGE = 50;

/** What would drown all else: each save, and what the screens say to each other. */
const LEFT_OUT: Verb[] = ["article.edited", "article.conflicted", "article.taken-over", "comment.edited"];

/** What may be told of here, for the filter. */
export const ACTIVITY_VERBS: readonly Verb[] = VERBS.filter(
  (verb) => /^(?:article|comment)\./.test(verb) && !LEFT_OUT.includes(verb),
);

/** What happened to the stories that the actor may read, the latest first, as the filters narrow it. @throws Refusal "forbidden" */
export async function readActivity(
  actor: Actor,
  { timeZone = "UTC", cursor, ...filters }: TrailFilters & { timeZone?: string } = {},
): Promise<{ rows: Activity[]; next: string | null }> {
  authorize(actor, "article.read");
  const before = /^\d{1,15}$/.test(cursor ?? "") ? Number(cursor) : null;
  const found = await db()
    .select({
      number: events.number,
      verb: events.verb,
      subjectKind: events.subjectKind,
      at: events.at,
      data: events.data,
      actor: staff.name,
      articleId: articles.id,
      headline: drafts.headline,
      commentId: comments.id,
    })
    .from(events)
    .leftJoin(comments, and(eq(events.subjectKind, "comment"), eq(comments.id, events.subjectId)))
    .innerJoin(articles, eq(articles.id, sql`coalesce(${comments.articleId}, ${events.subjectId})`))
    .innerJoin(drafts, eq(drafts.articleId, articles.id))
    .innerJoin(plans, eq(plans.articleId, articles.id))
    .leftJoin(staff, eq(staff.id, events.actorId))
    .where(
      and(
        // Walked by number, from the newest: of these two there is as much as of everything.
        inArray(unindexed(events.subjectKind), ["article", "comment"]),
        notInArray(events.verb, LEFT_OUT),
        before === null ? undefined : lt(events.number, before),
        matching(filters, timeZone),
        readBy(actor),
      ),
    )
    .orderBy(desc(events.number))
    .limit(PAGE + 1);
  const shown = found.slice(0, PAGE);
  const names = await staffNames(shown.map(({ data }) => data.assigneeId).filter((id) => typeof id === "string"));
  const rows = shown.map(({ verb, subjectKind, data, actor, headline, ...row }) => ({
    ...row,
    sentence: sentenceParts({ verb: verb as Verb, subjectKind, actor, subject: headline, data }, { timeZone }),
    detail: detailOf(verb, data, names.get(`${data.assigneeId}`)),
  }));
  return { rows, next: found.length > PAGE ? `${rows.at(-1)?.number}` : null };
}

/** Who did something to stories that the actor may read, for the filter. @throws Refusal "forbidden" */
export async function listActive(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "article.read");
  const named = { id: staff.id, name: staff.name };
  if (reach(actor, "article.read") === "any") {
    const theirs = db().select({ number: events.number }).from(events).where(eq(events.actorId, staff.id));
    return db().select(named).from(staff).where(exists(theirs)).orderBy(asc(staff.name));
  }
  return db()
    .selectDistinct(named)
    .from(articles)
    .innerJoin(plans, eq(plans.articleId, articles.id))
    .innerJoin(events, and(eq(events.subjectKind, "article"), eq(events.subjectId, articles.id)))
    .innerJoin(staff, eq(staff.id, events.actorId))
    .where(readBy(actor))
    .orderBy(asc(staff.name));
}

/** To whom it was given, or why it was done. */
function detailOf(verb: string, { reason }: EventData, assignee: string | undefined): string {
  if (verb === "article.assigned" && assignee) return `To ${assignee}`;
  return typeof reason === "string" ? reason : "";
}
