import { and, eq, gt, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, drafts, embargoes, plans, schedules, staff } from "@/db/schema";
import { ownerId, readBy } from "@/domain/articles/plan";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { nextMidnight } from "@/lib/time";
import type { Due } from "./day";

/** How many are read of each kind: past that nobody works through a list. */
const MOST = 40;

/**
 * What is due until midnight and what was due before and is not done, of the stories the actor may read, in the order of
 * time. A deadline is met once the story is ready; a plan to publish is kept by its being out.
 * @throws Refusal "forbidden"
 */
export async function readDue(actor: Actor, timeZone: string): Promise<Due[]> {
  authorize(actor, "article.read");
  const present = now();
  const end = nextMidnight(present, timeZone);
  const mine = readBy(actor);
  const underway = and(isNotNull(plans.stage), ne(plans.stage, "killed"));
  const unready = inArray(plans.stage, ["idea", "assigned", "drafting", "review"]);
  const [deadlines, planned, scheduled, held] = await Promise.all([
    planTimes("deadlineAt", and(mine, unready, lt(plans.deadlineAt, end))),
    planTimes("plannedFor", and(mine, underway, lt(plans.plannedFor, end))),
    db()
      .select({ ...story, at: schedules.at, kind: schedules.act })
      .from(schedules)
      .innerJoin(articles, eq(articles.id, schedules.articleId))
      .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
      .innerJoin(plans, eq(plans.articleId, schedules.articleId))
      .innerJoin(staff, eq(staff.id, ownerId))
      .where(and(mine, isNull(schedules.endedAt), lt(schedules.at, end)))
      .limit(MOST),
    db()
      .select({ ...story, at: embargoes.until, kind: sql<"embargo">`'embargo'` })
      .from(embargoes)
      .innerJoin(articles, eq(articles.id, embargoes.articleId))
      .innerJoin(drafts, eq(drafts.articleId, embargoes.articleId))
      .innerJoin(plans, eq(plans.articleId, embargoes.articleId))
      .innerJoin(staff, eq(staff.id, ownerId))
      .where(and(mine, isNull(embargoes.liftedAt), gt(embargoes.until, present), lt(embargoes.until, end)))
      .limit(MOST),
  ]);
  const kinds = [
    ...deadlines.map((row) => ({ ...row, kind: "deadline" as const })),
    ...planned.map((row) => ({ ...row, kind: "planned" as const })),
  ];
  return [...kinds, ...scheduled, ...held]
    .map((row) => ({ ...row, late: row.at <= present }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

const story = { articleId: articles.id, headline: drafts.headline, writer: staff.name };

function planTimes(time: "deadlineAt" | "plannedFor", which: SQL | undefined) {
  return db()
    .select({ ...story, at: sql<Date>`${plans[time]}`.mapWith(plans[time]) })
    .from(plans)
    .innerJoin(articles, eq(articles.id, plans.articleId))
    .innerJoin(drafts, eq(drafts.articleId, plans.articleId))
    .innerJoin(staff, eq(staff.id, ownerId))
    .where(which)
    .orderBy(plans[time])
    .limit(MOST);
}
