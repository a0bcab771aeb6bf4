import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import type { Db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { permalinks, publications, revisions, series } from "@/db/schema";
import { isListed } from "./live";
import type { PlaceInSeries, Translation } from "./story";

/** What is live, with its present address. */
function liveStories(db: Db) {
  return db
    .select({
      articleId: publications.articleId,
      path: permalinks.path,
      headline: revisions.headline,
      language: revisions.language,
    })
    .from(revisions)
    .innerJoin(publications, and(eq(publications.revisionId, revisions.id), isListed))
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)));
}

const seriesById = prepared((db, given) =>
  db
    .select({ name: series.name, slug: series.slug })
    .from(series)
    .where(eq(series.id, given("seriesId"))),
);

const partsOf = prepared((db, given) =>
  liveStories(db)
    .where(eq(revisions.seriesId, given("seriesId")))
    .orderBy(asc(publications.firstPublishedAt), asc(publications.id)),
);

/**
 * Where an article stands among the live stories of its series, in the order in which they first came out. One that is not
 * live yet would be the last.
 */
export async function placeInSeries(seriesId: string, articleId: string): Promise<PlaceInSeries | null> {
  const [[found], parts] = await Promise.all([seriesById({ seriesId }), partsOf({ seriesId })]);
  if (!found) return null;
  const index = parts.findIndex((part) => part.articleId === articleId);
  const at = index < 0 ? parts.length : index;
  const reference = (n: number) => {
    const part = parts[n];
    return part ? { path: part.path, headline: part.headline } : null;
  };
  return {
    ...found,
    part: at + 1,
    of: Math.max(parts.length, at + 1),
    previous: reference(at - 1),
    next: reference(at + 1),
  };
}

const sameIn = prepared((db, given) => {
  // Each by an index of its own: of both in one condition SQLite would read every story that is live.
  const itself = db
    .select({ id: publications.revisionId })
    .from(publications)
    .where(and(eq(publications.articleId, given("original")), isListed));
  const translated = db
    .select({ id: revisions.id })
    .from(revisions)
    .where(eq(revisions.translationOf, given("original")));
  return liveStories(db)
    .where(and(inArray(revisions.id, unionAll(itself, translated)), ne(publications.articleId, given("articleId"))))
    .orderBy(asc(publications.firstPublishedAt), asc(publications.id));
});

/** The live stories that are the same as this one in another language: its original, and the other translations of that. */
export async function translationsOf(articleId: string, original: string): Promise<Translation[]> {
  const found = await sameIn({ articleId, original });
  return found.map(({ articleId: id, ...story }) => ({ ...story, isOriginal: id === original }));
}
