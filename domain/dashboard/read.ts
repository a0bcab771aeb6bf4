import { and, count, desc, eq, gte, inArray, isNull, type SQL, sum } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, permalinks, plans, publications, readings, revisions } from "@/db/schema";
import { ownerId } from "@/domain/articles/plan";
import { authorize } from "@/domain/people/authorize";
import { type Actor, can } from "@/domain/people/staff";
import { HOUR, now } from "@/lib/clock";
import { LAST_HOURS, type Readings, type ReadStory } from "./day";

const HOURS = 24;

/** How many stories are shown. */
const SHOWN = 6;

/**
 * What readers see and how it was read in the last 24 hours: all of it for who may publish anything, else the actor's own.
 * @throws Refusal "forbidden"
 */
export async function readReadings(actor: Actor): Promise<{
  own: boolean;
  live: number;
  readings: Readings;
  /** Those read most, the first one most. */
  most: ReadStory[];
  /** The story that came out last. */
  latest: { articleId: string; headline: string; path: string; publishedAt: Date } | null;
}> {
  authorize(actor, "article.read");
  const own = !can(actor, "article.publish");
  const mine = own ? eq(ownerId, actor.id) : undefined;
  const first = Math.floor(now().getTime() / HOUR) * HOUR - (HOURS - 1) * HOUR;
  const [live, counted, ranked, [latest]] = await Promise.all([
    countLive(mine),
    db()
      .select({ hour: readings.hour, count: sum(readings.count).mapWith(Number) })
      .from(readings)
      .innerJoin(articles, eq(articles.id, readings.articleId))
      .innerJoin(plans, eq(plans.articleId, readings.articleId))
      .where(and(mine, gte(readings.hour, new Date(first - HOURS * HOUR))))
      .groupBy(readings.hour),
    db()
      .select({ articleId: readings.articleId, count: sum(readings.count).mapWith(Number) })
      .from(readings)
      .innerJoin(publications, and(eq(publications.articleId, readings.articleId), isNull(publications.endedAt)))
      .innerJoin(articles, eq(articles.id, readings.articleId))
      .innerJoin(plans, eq(plans.articleId, readings.articleId))
      .where(and(mine, gte(readings.hour, new Date(first))))
      .groupBy(readings.articleId)
      .orderBy(desc(sum(readings.count)))
      .limit(SHOWN),
    liveStories(mine).orderBy(desc(publications.firstPublishedAt)).limit(1),
  ]);
  const byHour = new Map(counted.map(({ hour, count }) => [hour.getTime(), count]));
  const hours = hoursFrom(first).map((from) => ({ from: new Date(from), count: byHour.get(from) ?? 0 }));
  const today = hours.reduce((sum, { count }) => sum + count, 0);
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  return {
    own,
    live,
    readings: { hours, today, before: all - today },
    most: await storiesRead(
      ranked.map(({ articleId }) => articleId),
      first,
    ),
    latest: latest ?? null,
  };
}

function hoursFrom(first: number): number[] {
  return Array.from({ length: HOURS }, (_, at) => first + at * HOUR);
}

async function countLive(mine: SQL | undefined): Promise<number> {
  const [row] = await db()
    .select({ live: count() })
    .from(publications)
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .innerJoin(plans, eq(plans.articleId, publications.articleId))
    .where(and(mine, isNull(publications.endedAt)));
  return row?.live ?? 0;
}

function liveStories(which: SQL | undefined) {
  return db()
    .select({
      articleId: publications.articleId,
      headline: revisions.headline,
      path: permalinks.path,
      publishedAt: publications.firstPublishedAt,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .innerJoin(plans, eq(plans.articleId, publications.articleId))
    .where(and(which, isNull(publications.endedAt)));
}

async function storiesRead(ids: string[], first: number): Promise<ReadStory[]> {
  const [stories, counted] = await Promise.all([
    liveStories(inArray(publications.articleId, ids)),
    db()
      .select()
      .from(readings)
      .where(and(inArray(readings.articleId, ids), gte(readings.hour, new Date(first)))),
  ]);
  return ids.flatMap((id) => {
    const story = stories.find(({ articleId }) => articleId === id);
    if (!story) return [];
    const byHour = new Map(
      counted.filter(({ articleId }) => articleId === id).map(({ hour, count }) => [hour.getTime(), count]),
    );
    const hours = hoursFrom(first).map((from) => byHour.get(from) ?? 0);
    const total = (some: number[]) => some.reduce((sum, count) => sum + count, 0);
    return [{ ...story, hours, today: total(hours), lastHours: total(hours.slice(-LAST_HOURS)) }];
  });
}
