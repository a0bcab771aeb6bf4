import {
  and,
  asc,
  type Column,
  count,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  type SQL,
  sql,
  sum,
} from "drizzle-orm";
import { db } from "@/db/client";
import { aboutPages, bylines, listSizes, permalinks, publications, sections, series, topics } from "@/db/schema";
import { correctionsOfPaper } from "@/domain/articles/corrections";
import { listOf } from "@/domain/articles/lists";
import { isListed } from "@/domain/articles/live";
import { routes } from "@/lib/routes";

/** How many stories, topics or people a file holds: few enough to be listed in a moment; the protocol allows 50,000. */
const PER_FILE = 2500;

/** An address, and when what stands there changed last, where that is known. */
export type SitemapEntry = { path: string; updatedAt: Date | null };

const changed = max(listSizes.changedAt);
const hasStories = gt(listSizes.stories, 0);

/** The lists that grow with the paper: the topics that live stories are about; who wrote one, or had a part in it. */
const LISTS = {
  topics: { of: topics, kind: "topic" },
  bylines: { of: bylines, kind: "byline" },
} as const;
type List = keyof typeof LISTS;

/**
 * The files of the sitemap, each with when what is in it changed last: pages about the paper and its sections; topics;
 * people; then one of each month's stories (by UTC, of when they first came). What one cannot hold has several. A month
 * that is over changes only as its stories do.
 */
export async function sitemapFiles(): Promise<SitemapEntry[]> {
  const months = await monthsWithStories();
  const [rest, ...lists] = await Promise.all([pages(months), sizeOf("topics"), sizeOf("bylines")]);
  const files = [
    ...lists,
    ...months.map(({ month, stories, updatedAt }) => ({ name: month, size: stories, updatedAt })),
  ];
  return [
    { path: routes.sitemap("pages"), updatedAt: latest(rest.map(({ updatedAt }) => updatedAt)) },
    ...files.flatMap(({ name, size, updatedAt }) =>
      Array.from({ length: Math.max(1, Math.ceil(size / PER_FILE)) }, (_, index) => ({
        path: routes.sitemap(index === 0 ? name : `${name}-${index + 1}`),
        updatedAt,
      })),
    ),
  ];
}

/** The addresses in one of the files, by its name; null where there is no such file. */
export async function sitemapFile(name: string): Promise<SitemapEntry[] | null> {
  if (name === "pages") return pages(await monthsWithStories());
  const [, list, month = "", part = "1"] =
    /^(?:(topics|bylines)|(\d{4}-(?:0[1-9]|1[0-2])))(?:-([2-9]|[1-9]\d{1,3}))?$/.exec(name) ?? [];
  if (!list && !month) return null;
  const offset = (Number(part) - 1) * PER_FILE;
  const found = list ? await inList(list as List, offset) : await storiesOf(month, offset);
  return found.length > 0 || (list && part === "1") ? found : null;
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

type Month = { month: string; stories: number; updatedAt: Date | null };

/** Every month in which a story that is live first came, the oldest first: from what is kept of its days. */
async function monthsWithStories(): Promise<Month[]> {
  const month = sql<string>`substr(${listSizes.list}, ${listOf.day("").length + 1}, 7)`;
  return db()
    .select({ month, stories: sum(listSizes.stories).mapWith(Number), updatedAt: changed })
    .from(listSizes)
    .where(and(gte(listSizes.list, listOf.day("0")), lte(listSizes.list, listOf.day("9999")), hasStories))
    .groupBy(month)
    .orderBy(asc(month));
}

/** The front, the archive, what the paper says of itself, its sections and series. */
async function pages(months: readonly Month[]): Promise<SitemapEntry[]> {
  const [shelves, parts, about, corrections] = await Promise.all([
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

/** How much a list holds, and when any of that changed last: of its parts, where it has several, no more is known. */
async function sizeOf(name: List): Promise<{ name: List; size: number; updatedAt: Date | null }> {
  const { of, kind } = LISTS[name];
  const [found] = await db()
    .select({ size: count(), updatedAt: changed })
    .from(of)
    .innerJoin(listSizes, and(isOf(kind, of.id), hasStories));
  return { name, size: found?.size ?? 0, updatedAt: found?.updatedAt ?? null };
}

async function inList(name: List, offset: number): Promise<SitemapEntry[]> {
  const { of, kind } = LISTS[name];
  const rows = await db()
    .select({ slug: of.slug, updatedAt: listSizes.changedAt })
    .from(of)
    .innerJoin(listSizes, and(isOf(kind, of.id), hasStories))
    .orderBy(asc(of.slug))
    .limit(PER_FILE)
    .offset(offset);
  return rows.map(({ slug, updatedAt }) => ({ path: routes[kind](slug), updatedAt }));
}

function latest(times: readonly (Date | null)[]): Date | null {
  const known = times.flatMap((time) => time?.getTime() ?? []);
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}
