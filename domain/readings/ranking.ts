import { and, asc, desc, eq, gte, lt, max, sum } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { publications, rankings, readings } from "@/db/schema";
import { isListed } from "@/domain/articles/live";
import { record } from "@/domain/events/record";
import { DAY, HOUR, now } from "@/lib/clock";

/** How many places the ranking has. */
const PLACES = 10;
/** The times looked at, shortest first, in hours: the first in which enough stories were read counts. */
const SPANS = [24, 7 * 24] as const;
/** How long readings are kept, in days. */
const KEPT = 8;

/**
 * Ranks the live articles by how often they were read in the last 24 hours; of so few readers that the ranking would not be
 * full, in the last seven days. An event says so where the order changed, and only then.
 */
export function rankReadings(): Promise<void> {
  return transact(async (tx) => {
    await tx.delete(readings).where(lt(readings.hour, new Date(now().getTime() - KEPT * DAY)));
    const ranked = await mostReadNow(tx);
    const before = await tx.select({ articleId: rankings.articleId }).from(rankings).orderBy(asc(rankings.position));
    if (before.map((place) => place.articleId).join() === ranked.join()) return;
    await tx.delete(rankings);
    const rankedAt = now();
    if (ranked.length > 0) {
      await tx.insert(rankings).values(ranked.map((articleId, position) => ({ position, articleId, rankedAt })));
    }
    await record(tx, null, "ranking.changed", "most-read");
  });
}

/** The ids of the articles read most. Of two read as often the one published later comes first. */
async function mostReadNow(tx: Db): Promise<string[]> {
  let ranked: string[] = [];
  for (const hours of SPANS) {
    const since = new Date(Math.floor(now().getTime() / HOUR) * HOUR - hours * HOUR);
    const rows = await tx
      .select({ articleId: readings.articleId })
      .from(readings)
      .innerJoin(publications, and(eq(publications.articleId, readings.articleId), isListed))
      .where(gte(readings.hour, since))
      .groupBy(readings.articleId)
      .orderBy(desc(sum(readings.count)), desc(max(publications.firstPublishedAt)), asc(readings.articleId))
      .limit(PLACES);
    ranked = rows.map((row) => row.articleId);
    if (ranked.length === PLACES) break;
  }
  return ranked;
}
