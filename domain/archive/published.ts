import { and, asc, count, desc, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { listSizes, publications } from "@/db/schema";
import type { CardPage } from "@/domain/articles/card";
import { listOf } from "@/domain/articles/lists";
import { isListed } from "@/domain/articles/live";
import { firstPublishedIn } from "@/domain/articles/published";
import { type Tag, tag } from "@/domain/events/tags";
import { DAY } from "@/lib/clock";
import { dateIn } from "@/lib/time";
import { type ArchivePeriod, type PeriodCount, partsOf, spanOf, startOf } from "./archive";

const cameOut = publications.firstPublishedAt;

export type ArchivePage = {
  list: CardPage;
  /** The months of a year, or the days of a month, in which stories came out. */
  parts: PeriodCount[];
  /** The nearest such periods before and after in which stories came out. */
  earlier: ArchivePeriod | null;
  later: ArchivePeriod | null;
  tags: Tag[];
};

/**
 * The stories that first came out in a period of the publication's zone, newest first.
 * @returns null where none did, and past the last page
 */
export async function archiveOf(period: ArchivePeriod, timeZone: string, page: number): Promise<ArchivePage | null> {
  const span = spanOf(period, timeZone);
  const list = await firstPublishedIn(span, page);
  if (!list || list.cards.length === 0) return null;
  const [parts, before, after] = await Promise.all([
    counted(partsOf(period), timeZone),
    nearest(lt(cameOut, span.start), "last"),
    nearest(gte(cameOut, span.end), "first"),
  ]);
  const like = (at: Date | undefined) => (at ? periodAt(at, period, timeZone) : null);
  return { list, parts, earlier: like(before), later: like(after), tags: list.tags };
}

/** The years in which stories came out, the newest first, each with its months; none before the first story. */
export async function archiveYears(timeZone: string): Promise<{ years: PeriodCount[][]; tags: Tag[] }> {
  const [first, last] = await Promise.all([nearest(undefined, "first"), nearest(undefined, "last")]);
  if (!first || !last) return { years: [], tags: [tag.stories] };
  const [from, to] = [dateIn(first, timeZone).year, dateIn(last, timeZone).year];
  const asked = Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index }));
  const months = await counted(asked.flatMap(partsOf), timeZone);
  const years = asked.map(({ year }) => months.filter((month) => month.year === year));
  return { years: years.filter(({ length }) => length > 0).reverse(), tags: [tag.stories] };
}

/**
 * Those of neighbouring periods in which stories came out. What came on whole days of UTC is kept; what is counted is what
 * lies between the beginning of such a day and that of one of the paper's zone.
 */
async function counted(periods: ArchivePeriod[], timeZone: string): Promise<PeriodCount[]> {
  const last = periods.at(-1);
  if (!last) return [];
  const bounds = [...periods.map((period) => startOf(period, timeZone)), spanOf(last, timeZone).end];
  const days = await storiesByDay(bounds[0] as Date, bounds.at(-1) as Date);
  const before: number[] = [];
  let [stories, next] = [0, 0];
  for (const bound of bounds) {
    const day = dayOf(bound);
    for (; (days[next]?.day ?? day) < day; next++) stories += days[next]?.stories ?? 0;
    before.push(stories + (await cameOutSinceMidnight(bound)));
  }
  return periods.flatMap((period, at) => {
    const count = (before[at + 1] ?? 0) - (before[at] ?? 0);
    return count > 0 ? { ...period, count } : [];
  });
}

/** The list of the stories of the day of UTC in which an instant lies. */
function dayOf(at: Date): string {
  return listOf.day(at.toISOString().slice(0, 10));
}

/** How many stories came out on each day of UTC from that of the first instant to that of the last, in their order. */
function storiesByDay(first: Date, last: Date): Promise<{ day: string; stories: number }[]> {
  return db()
    .select({ day: listSizes.list, stories: listSizes.stories })
    .from(listSizes)
    .where(and(gte(listSizes.list, dayOf(first)), lte(listSizes.list, dayOf(last))))
    .orderBy(asc(listSizes.list));
}

const cameOutBetween = prepared((db, given) =>
  db
    .select({ stories: count() })
    .from(publications)
    .where(and(isListed, sql`${cameOut} >= ${given("start")}`, sql`${cameOut} < ${given("end")}`)),
);

/** How many stories came out from midnight of UTC to an instant. */
async function cameOutSinceMidnight(at: Date): Promise<number> {
  const end = at.getTime();
  const start = Math.floor(end / DAY) * DAY;
  if (start === end) return 0;
  const [found] = await cameOutBetween({ start, end });
  return found?.stories ?? 0;
}

async function nearest(which: SQL | undefined, end: "first" | "last"): Promise<Date | undefined> {
  const [row] = await db()
    .select({ at: cameOut })
    .from(publications)
    .where(and(isListed, which))
    .orderBy(end === "first" ? asc(cameOut) : desc(cameOut))
    .limit(1);
  return row?.at;
}

/** The period in which an instant lies, as long as another is. */
function periodAt(at: Date, { month, day }: ArchivePeriod, timeZone: string): ArchivePeriod {
  const date = dateIn(at, timeZone);
  return { year: date.year, ...(month && { month: date.month }), ...(day && { day: date.day }) };
}
