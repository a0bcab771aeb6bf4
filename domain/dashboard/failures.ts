import { and, desc, eq, gte, isNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, drafts, embargoes, events, plans, schedules } from "@/db/schema";
import { readBy } from "@/domain/articles/plan";
import { isInForce } from "@/domain/articles/schedules";
import { troubledSchedules } from "@/domain/articles/troubled";
import { readJobTroubles } from "@/domain/jobs/desk";
import { type Actor, can } from "@/domain/people/staff";
import { DAY, MINUTE, now } from "@/lib/clock";
import type { Failure } from "./day";

/** How long what failed is told of, in milliseconds. */
const TOLD_FOR = 3 * DAY;

/** How late something may be before it is told as late, in milliseconds. */
const ON_TIME = 2 * MINUTE;

const MOST = 10;

/**
 * What went wrong lately or goes wrong now, of what concerns the actor: plans for stories that they may read, the newest
 * first; of who keeps the house running also its jobs and letters.
 */
export async function readFailures(actor: Actor): Promise<Failure[]> {
  const house = can(actor, "settings.manage");
  const found = await Promise.all([
    can(actor, "article.read") ? endedSchedules(actor) : [],
    can(actor, "article.read") ? overdueSchedules(actor) : [],
    house ? failingJobs(actor) : [],
    house ? undeliveredLetters() : [],
  ]);
  return found
    .flat()
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, MOST);
}

const NAMES = { publish: "A planned publication", unpublish: "A planned unpublication" } as const;

/** What failed, and what came later than planned. */
async function endedSchedules(actor: Actor): Promise<Failure[]> {
  const since = new Date(now().getTime() - TOLD_FOR);
  const troubled = await troubledSchedules({ since, most: MOST, which: readBy(actor) });
  return troubled.map(({ act, endedAt, failure, late, article }): Failure => {
    const told = { kind: "schedule" as const, at: endedAt, article };
    if (failure) return { ...told, what: `${NAMES[act]} failed`, why: failure };
    const minutes = late === 1 ? "a minute" : `${late} minutes`;
    return { ...told, what: `${NAMES[act]} came ${minutes} late`, why: "Nothing ran when it was due." };
  });
}

/** What should have happened and is still to come: nothing runs the jobs. What an embargo holds waits as it should. */
async function overdueSchedules(actor: Actor): Promise<Failure[]> {
  const late = await db()
    .select({ act: schedules.act, at: schedules.at, article: { id: articles.id, headline: drafts.headline } })
    .from(schedules)
    .innerJoin(articles, eq(articles.id, schedules.articleId))
    .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
    .innerJoin(plans, eq(plans.articleId, schedules.articleId))
    .leftJoin(embargoes, and(eq(embargoes.articleId, schedules.articleId), isInForce()))
    .where(
      and(
        readBy(actor),
        isNull(schedules.endedAt),
        isNull(embargoes.id),
        lt(schedules.at, new Date(now().getTime() - ON_TIME)),
      ),
    )
    .orderBy(desc(schedules.at))
    .limit(MOST);
  return late.map(({ act, at, article }) => ({
    kind: "overdue",
    what: `${NAMES[act]} is late`,
    why: "Its time has gone by and nothing has happened yet.",
    at,
    article,
  }));
}

async function failingJobs(actor: Actor): Promise<Failure[]> {
  const { failing, waiting } = await readJobTroubles(actor);
  const told = failing.map(({ kind, attempts, error, nextTry }) => ({
    kind: "job" as const,
    what: `The job “${kind}” failed ${attempts === 1 ? "once" : `${attempts} times`}`,
    why: error,
    at: nextTry,
    article: null,
  }));
  if (waiting === 0) return told;
  const what = waiting === 1 ? "A job is due, and nothing does it" : `${waiting} jobs are due, and nothing does them`;
  return [
    { kind: "waiting", what, why: "The process that does the paper’s work may be down.", at: now(), article: null },
    ...told,
  ];
}

async function undeliveredLetters(): Promise<Failure[]> {
  const failed = await db()
    .select()
    .from(events)
    .where(and(eq(events.verb, "letter.undelivered"), gte(events.at, new Date(now().getTime() - TOLD_FOR))))
    .orderBy(desc(events.number))
    .limit(MOST);
  return failed.map(({ at, data }) => ({
    kind: "letter",
    what: "A letter could not be delivered",
    why: typeof data.reason === "string" ? data.reason : "",
    at,
    article: null,
  }));
}
