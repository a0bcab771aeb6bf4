import { and, asc, type Column, eq, gt, gte, isNotNull, isNull, lt, lte, max, type SQL, sql, sum } from "drizzle-orm";
import { db } from "@/db/client";
import { aboutPages, bylines, listSizes, permalinks, publications, sections, series, topics } from "@/db/schema";
import { correctionsOfPaper } from "@/domain/articles/corrections";
import { listOf } from "@/domain/articles/lists";
import { isListed } from "@/domain/articles/live";
import { routes } from "@/lib/routes";

/** How many stories a file holds: few enough to be listed in a moment; the protocol allows 50,000. */
const PER_FILE = 2500;

/** An address, and when what stands there changed last, where that is known. */
export type SitemapEntry = { path: string; updatedAt: Date | null };

const changed = max(listSizes.changedAt);
const hasStories = gt(listSizes.stories, 0);

/** The files that are not of a month's stories: pages about the paper and its sections; topics; people. */
const LISTS: Record<string, () => Promise<SitemapEntry[]>> = { pages, topics: topicPages, bylines: bylinePages };

/**
 * The files of the sitemap: those of lists, then one of each month's stories (by UTC, of when they first came), or several
 * of a month that one cannot hold. A month that is over changes only as its stories do.
 */
export async function sitemapFiles(): Promise<SitemapEntry[]> {
  const months = await monthsWithStories();
  const newest = latest(months.map(({ updatedAt }) => updatedAt));
  const lists = Object.keys(LISTS).map((name) => ({ path: routes.sitemap(name), updatedAt: newest }));
  const stories = months.flatMap(({ month, stories, updatedAt }) =>
    Array.from({ length: Math.ceil(stories / PER_FILE) }, (_, index) => ({
      path: routes.sitemap(index === 0 ? month : `${month}-${index + 1}`),
      updatedAt,
    })),
  );
  return [...lists, ...stories];
}

/** The addresses in one of the files, by its name; null where there is no such file. */
export async function sitemapFile(name: string): Promise<SitemapEntry[] | null> {
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  if (list) return list();
  const [, month, part = "1"] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?$/.exec(name) ?? [];
  if (!month) return null;
  const found = await storiesOf(month, (Number(part) - 1) * PER_FILE);
  return found.length > 0 ? found : null;
}

function within(month: string) {
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1));
  return and(gte(publications.firstPublishedAt, from), lt(publications.firstPublishedAt, to), isListed);
}

function storiesOf(month: string, offset: number): Promise<SitemapEntry[]> {
  return db()
    .select({ path: permalinks.path, updatedAt: publications.updatedAt })
    .from(publications)
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(within(month))
    .orderBy(asc(publications.firstPublishedAt), asc(publications.id))
    .limit(PER_FILE)
    .offset(offset);
}

/** Every month in which a story that is live first came, the oldest first: from what is kept of its days. */
async function monthsWithStories(): Promise<{ month: string; stories: number; updatedAt: Date | null }[]> {
  const month = sql<string>`substr(${listSizes.list}, ${listOf.day("").length + 1}, 7)`;
  return db()
    .select({ month, stories: sum(listSizes.stories).mapWith(Number), updatedAt: changed })
    .from(listSizes)
    .where(and(gte(listSizes.list, listOf.day("0")), lte(listSizes.list, listOf.day("9999")), hasStories))
    .groupBy(month)
    .orderBy(asc(month));
}

/** The front, the archive, what the paper says of itself, its sections and series. */
async function pages(): Promise<SitemapEntry[]> {
  const [shelves, parts, about, months, corrections] = await Promise.all([
    db()
      .select({ slug: sections.slug, updatedAt: listSizes.changedAt })
      .from(sections)
      .leftJoin(listSizes, and(isOf("section", sections.id), hasStories))
      .orderBy(asc(sections.position)),
    db()
      .select({ slug: series.slug, updatedAt: listSizes.changedAt })
      .from(series)
      .innerJoin(listSizes, and(isOf("series", series.id), hasStories))
      .orderBy(asc(series.slug)),
    db()
      .select({ slug: aboutPages.slug, updatedAt: aboutPages.editedAt })
      .from(aboutPages)
      .where(isNotNull(aboutPages.publishedAt))
      .orderBy(asc(aboutPages.slug)),
    monthsWithStories(),
    correctionsOfPaper(1, 1),
  ]);
  const [corrected] = corrections?.entries ?? [];
  const newest = latest(shelves.map(({ updatedAt }) => updatedAt));
  return [
    { path: routes.home(), updatedAt: newest },
    ...shelves.map(({ slug, updatedAt }) => ({ path: routes.section(slug), updatedAt })),
    ...parts.map(({ slug, updatedAt }) => ({ path: routes.series(slug), updatedAt })),
    ...(about.length > 0 ? [{ path: routes.about(), updatedAt: latest(about.map(({ updatedAt }) => updatedAt)) }] : []),
    ...about.map(({ slug, updatedAt }) => ({ path: routes.about(slug), updatedAt })),
    ...(months.length > 0 ? [{ path: routes.archive(), updatedAt: newest }] : []),
    ...(corrected ? [{ path: routes.corrections(), updatedAt: corrected.at }] : []),
    ...months.map(({ month, updatedAt }) => {
      const [year, number] = month.split("-").map(Number);
      return { path: routes.archive(year, number), updatedAt };
    }),
  ];
}

/** That the size of a list is that of one of these. */
function isOf(kind: "section" | "series" | "topic" | "byline", id: Column): SQL {
  return eq(listSizes.list, sql`${listOf[kind]("")} || ${id}`);
}

/** The topics that live stories are about. */
async function topicPages(): Promise<SitemapEntry[]> {
  const rows = await db()
    .select({ slug: topics.slug, updatedAt: listSizes.changedAt })
    .from(topics)
    .innerJoin(listSizes, and(isOf("topic", topics.id), hasStories))
    .orderBy(asc(topics.slug));
  return rows.map(({ slug, updatedAt }) => ({ path: routes.topic(slug), updatedAt }));
}

/** The people who wrote live stories, or had a part in them. */
async function bylinePages(): Promise<SitemapEntry[]> {
  const rows = await db()
    .select({ slug: bylines.slug, updatedAt: listSizes.changedAt })
    .from(bylines)
    .innerJoin(listSizes, and(isOf("byline", bylines.id), hasStories))
    .orderBy(asc(bylines.slug));
  return rows.map(({ slug, updatedAt }) => ({ path: routes.byline(slug), updatedAt }));
}

function latest(times: readonly (Date | null)[]): Date | null {
  const known = times.flatMap((time) => time?.getTime() ?? []);
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}
