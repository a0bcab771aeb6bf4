import { and, asc, count, desc, eq, gt, isNull, min, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { permalinks, publications, revisions } from "@/db/schema";
import { isListed } from "@/domain/articles/live";
import { DAY, now } from "@/lib/clock";

/** How long a story is news to search engines, and how many of them a file may hold. */
const FRESH = 2 * DAY;
const PER_FILE = 1000;

export type NewsEntry = {
  path: string;
  headline: string;
  /** When it first came. */
  publishedAt: Date;
  /** A BCP 47 tag where it is not the publication's; else empty. */
  language: string;
};

/** How many files the news needs now, at least one, and when the oldest story in them ceases to be news. */
export async function newsFiles(): Promise<{ files: number; until: Date | null }> {
  const [row] = await db()
    .select({ stories: count(), oldest: min(publications.firstPublishedAt) })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(fresh());
  const files = Math.max(1, Math.ceil((row?.stories ?? 0) / PER_FILE));
  return { files, until: row?.oldest ? new Date(row.oldest.getTime() + FRESH) : null };
}

/** The stories in one of the files, counted from 1, the newest first. */
export function newsFile(number: number): Promise<NewsEntry[]> {
  return db()
    .select({
      path: permalinks.path,
      headline: revisions.headline,
      publishedAt: publications.firstPublishedAt,
      language: revisions.language,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(fresh())
    .orderBy(desc(publications.firstPublishedAt), asc(publications.id))
    .limit(PER_FILE)
    .offset((number - 1) * PER_FILE);
}

/** What somebody paid for is no news. */
function fresh() {
  const since = new Date(now().getTime() - FRESH);
  return and(gt(publications.firstPublishedAt, since), isListed, ne(revisions.label, "sponsored"));
}
