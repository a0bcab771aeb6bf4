import { and, desc, eq, gte, inArray, isNotNull, isNull, type SQL, sum } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, deskEntries, listSizes, permalinks, plans, publications, readings, revisions } from "@/db/schema";
import { listOf } from "@/domain/articles/lists";
import { isListed } from "@/domain/articles/live";
import { ownerId } from "@/domain/articles/plan";
import { authorize } from "@/domain/people/authorize";
import { type Actor, can } from "@/domain/people/staff";
import { HOUR, now } from "@/lib/clock";
import { LAST_HOURS, type Readings, type ReadStory } from "./day";

const HOURS = 24;

/** How many stories are shown. */
const SHOWN = 6;

/** Among how many of somebody's stories it is looked for the one that came out last. */
const LOOKED_AT = 100;

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
    countLive(own ? actor.id : undefined),
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
    liveStories(and(isListed, own ? inArray(publications.articleId, savedLast(actor)) : undefined))
      .orderBy(desc(publications.firstPublishedAt))
      .limit(1),
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

/** Of somebody's stories those worked on last: among them is the one that came out last. */
function savedLast({ id }: Actor) {
  return db()
    .select({ id: deskEntries.articleId })
    .from(deskEntries)
    .where(and(eq(deskEntries.ownerId, id), inArray(deskEntries.readers, ["live", "changed"])))
    .orderBy(desc(deskEntries.savedAt))
    .limit(LOOKED_AT);
}

function hoursFrom(first: number): number[] {
  return Array.from({ length: HOURS }, (_, at) => first + at * HOUR);
}

/** How many stories readers see: of all of them from what is kept, and of those that are retracted. */
async function countLive(owner: string | undefined): Promise<number> {
  if (owner) {
    const seen = inArray(deskEntries.readers, ["live", "changed"]);
    return db().$count(deskEntries, and(eq(deskEntries.ownerId, owner), seen));
  }
  const [listed] = await db()
    .select({ stories: listSizes.stories })
    .from(listSizes)
    .where(eq(listSizes.list, listOf.all));
  const retracted = and(isNull(publications.endedAt), isNotNull(publications.retractedAt));
  return (listed?.stories ?? 0) + (await db().$count(publications, retracted));
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
