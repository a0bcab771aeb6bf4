import { and, asc, count, eq, isNull, max } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, permalinks, publications, revisionBylines, revisionTopics, sections, topics } from "@/db/schema";
import { routes } from "@/lib/routes";

/** How many addresses a file holds; the protocol allows 50,000. */
const PER_FILE = 10_000;

export type SitemapEntry = { path: string; updatedAt: Date | null };

const live = isNull(publications.endedAt);

/** How many files the sitemap needs. With more than one, the first is of the pages of lists, the others are of stories. */
export async function countSitemapFiles(): Promise<number> {
  const [row] = await db().select({ stories: count() }).from(publications).where(live);
  const stories = row?.stories ?? 0;
  return stories <= PER_FILE ? 1 : 1 + Math.ceil(stories / PER_FILE);
}

/** All addresses, for a sitemap that needs one file. */
export async function wholeSitemap(): Promise<SitemapEntry[]> {
  return [...(await pagesOfLists()), ...(await stories(0))];
}

/** The addresses in one of several files, by its number from 1; null for a number past the last. */
export async function sitemapFile(number: number): Promise<SitemapEntry[] | null> {
  if (number === 1) return pagesOfLists();
  const found = await stories((number - 2) * PER_FILE);
  return found.length > 0 ? found : null;
}

/** Stories by when they first came, oldest first, so that a file that is full changes little. */
function stories(offset: number): Promise<SitemapEntry[]> {
  return db()
    .select({ path: permalinks.path, updatedAt: publications.publishedAt })
    .from(publications)
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(live)
    .orderBy(asc(publications.firstPublishedAt), asc(publications.id))
    .limit(PER_FILE)
    .offset(offset);
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
  const times = shelves.flatMap((row) => row.updatedAt?.getTime() ?? []);
  return [
    { path: routes.home(), updatedAt: times.length > 0 ? new Date(Math.max(...times)) : null },
    ...shelves.map((row) => ({ path: routes.section(row.slug), updatedAt: row.updatedAt })),
    ...subjects.map((row) => ({ path: routes.topic(row.slug), updatedAt: row.updatedAt })),
    ...people.map((row) => ({ path: routes.byline(row.slug), updatedAt: row.updatedAt })),
  ];
}
