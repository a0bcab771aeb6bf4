import { and, desc, eq, inArray, lt, notInArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, comments, drafts, events, plans, staff } from "@/db/schema";
import type { Verb } from "@/domain/events/event";
import { authorize } from "@/domain/people/authorize";
import { type Actor, reach } from "@/domain/people/staff";
import { ownerId } from "./plan";

/** Something that happened in the newsroom, in words. */
export type Activity = {
  number: number;
  at: Date;
  /** Null where the house itself acted. */
  actor: string | null;
  /** What was done, up to the name of the story: "returned". */
  words: string;
  articleId: string;
  headline: string;
  /** The comment that it is about. */
  commentId: string | null;
  /** To whom, or why; empty for neither. */
  detail: string;
};

const PAGE = 50;

/** What would drown all else: each save, and what the screens say to each other. */
const LEFT_OUT: Verb[] = ["article.edited", "article.conflicted", "article.taken-over", "comment.edited"];

const WORDS: Partial<Record<Verb, string>> = {
  "article.created": "began",
  "article.proposed": "proposed",
  "article.assigned": "assigned",
  "article.planned": "changed the plan of",
  "article.begun": "started drafting",
  "article.submitted": "sent to review",
  "article.withdrawn": "took back from review",
  "article.held": "put on hold",
  "article.updated": "published an update of",
  "article.scheduled": "set the time of",
  "article.rescheduled": "moved the time of",
  "article.schedule-cancelled": "gave up what was set for",
  "article.schedule-failed": "could not do what was set for",
  "article.embargoed": "put an embargo on",
  "article.embargo-lifted": "lifted the embargo on",
  "comment.added": "commented on",
  "comment.deleted": "took a comment back on",
  "comment.resolved": "settled a comment on",
  "comment.reopened": "reopened a comment on",
};

/** What happened to the stories that the actor may read, the latest first. @throws Refusal "forbidden" */
export async function readActivity(
  actor: Actor,
  { cursor }: { cursor?: string } = {},
): Promise<{ rows: Activity[]; next: string | null }> {
  authorize(actor, "article.read");
  const before = /^\d{1,15}$/.test(cursor ?? "") ? Number(cursor) : null;
  const found = await db()
    .select({
      number: events.number,
      verb: events.verb,
      at: events.at,
      data: events.data,
      actor: staff.name,
      articleId: articles.id,
      headline: drafts.headline,
      commentId: comments.id,
    })
    .from(events)
    .leftJoin(comments, and(eq(events.subjectKind, "comment"), eq(comments.id, events.subjectId)))
    .innerJoin(
      articles,
      or(
        and(eq(events.subjectKind, "article"), eq(articles.id, events.subjectId)),
        eq(articles.id, comments.articleId),
      ),
    )
    .innerJoin(drafts, eq(drafts.articleId, articles.id))
    .innerJoin(plans, eq(plans.articleId, articles.id))
    .leftJoin(staff, eq(staff.id, events.actorId))
    .where(
      and(
        inArray(events.subjectKind, ["article", "comment"]),
        notInArray(events.verb, LEFT_OUT),
        before === null ? undefined : lt(events.number, before),
        reach(actor, "article.read") === "own" ? eq(ownerId, actor.id) : undefined,
      ),
    )
    .orderBy(desc(events.number))
    .limit(PAGE + 1);
  const shown = found.slice(0, PAGE);
  const names = await namesOf(shown.map(({ data }) => data.assigneeId));
  const rows = shown.map(({ verb, data, ...row }) => ({
    ...row,
    words: wordsOf(verb, data),
    detail: detailOf(verb, data, names.get(`${data.assigneeId}`)),
  }));
  return { rows, next: found.length > PAGE ? `${rows.at(-1)?.number}` : null };
}

async function namesOf(ids: unknown[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => typeof id === "string");
  if (known.length === 0) return new Map();
  const people = await db().select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, known));
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What nobody has written words for is told by its own name: "article.retracted" as "retracted". */
function wordsOf(verb: string, data: Record<string, unknown>): string {
  if (verb === "article.assigned" && data.assigneeId === null) return "took from its writer";
  return WORDS[verb as Verb] ?? verb.slice(verb.indexOf(".") + 1).replaceAll("-", " ");
}

function detailOf(verb: string, { reason }: Record<string, unknown>, assignee: string | undefined): string {
  if (verb === "article.assigned" && assignee) return `To ${assignee}`;
  return typeof reason === "string" ? reason : "";
}
