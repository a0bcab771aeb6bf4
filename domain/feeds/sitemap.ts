import { and, asc, count, eq, isNull, max } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, permalinks, publications, revisionBylines, revisionTopics, sections, topics } from "@/db/schema";
import { routes } from "@/lib/routes";

/** How many addresses a file holds; the protocol allows 50,000. */
const PER_FILE = 10_000;

export type SitemapEntry = { path: string; updatedAt: Date | null };

const live = isNull(publications.endedAt);

/** How many files the sitemap has: the first for the pages of lists, the others for stories, oldest first. */
export async function countSitemapFiles(): Promise<number> {
  const [row] = await db().select({ stories: count() }).from(publications).where(live);
  return 1 + Math.ceil((row?.stories ?? 0) / PER_FILE);
}

/** The addresses in one file of the sitemap, by its number from 1; null for a number past the last. */
export async function sitemapFile(number: number): Promise<SitemapEntry[] | null> {
  if (number === 1) return pagesOfLists();
  const stories = await db()
    .select({ path: permalinks.path, updatedAt: publications.publishedAt })
    .from(publications)
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(live)
    .orderBy(asc(publications.firstPublishedAt), asc(publications.id))
    .limit(PER_FILE)
    .offset((number - 2) * PER_FILE);
  return stories.length > 0 ? stories : null;
}

/** The front, and the sections, topics and bylines that have stories. */
async function pagesOfLists(): Promise<SitemapEntry[]> {
  const updatedAt = max(publications.publishedAt);
  const [shelves, subjects, people] = await Promise.all([
    db()
      .select({ slug: sections.slug, updatedAt })
      .from(sections)
      .leftJoin(publications, and(eq(publications.sectionId, sections.id), live))
      .groupBy(sections.id)
      .orderBy(asc(sections.position)),
    db()
      .select({ slug: topics.slug, updatedAt })
      .from(topics)
      .innerJoin(revisionTopics, eq(revisionTopics.topicId, topics.id))
      .innerJoin(publications, and(eq(publications.revisionId, revisionTopics.revisionId), live))
      .groupBy(topics.id)
      .orderBy(asc(topics.slug)),
    db()
      .select({ slug: bylines.slug, updatedAt })
      .from(bylines)
      .innerJoin(revisionBylines, eq(revisionBylines.bylineId, bylines.id))
      .innerJoin(publications, and(eq(publications.revisionId, revisionBylines.revisionId), live))
      .groupBy(bylines.id)
      .orderBy(asc(bylines.slug)),
  ]);
  return [
    { path: routes.home(), updatedAt: null },
    ...shelves.map((row) => ({ path: routes.section(row.slug), updatedAt: row.updatedAt })),
    ...subjects.map((row) => ({ path: routes.topic(row.slug), updatedAt: row.updatedAt })),
    ...people.map((row) => ({ path: routes.byline(row.slug), updatedAt: row.updatedAt })),
  ];
}
