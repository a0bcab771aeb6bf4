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
import { type ArchivePeriod, type PeriodCount, partsOf, type Span, spanOf } from "./archive";

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
  const years: PeriodCount[][] = [];
  if (first && last) {
    const oldest = dateIn(first, timeZone).year;
    for (let { year } = dateIn(last, timeZone); year >= oldest; year--) {
      const months = await counted(partsOf({ year }), timeZone);
      if (months.length > 0) years.push(months);
    }
  }
  return { years, tags: [tag.stories] };
}

/**
 * Those of the periods in which stories came out. What came on whole days of UTC is kept; what is counted is what lies
 * between these and the days of the paper's zone.
 */
async function counted(periods: ArchivePeriod[], timeZone: string): Promise<PeriodCount[]> {
  const spans = periods.map((period) => spanOf(period, timeZone));
  const perDay = await storiesByDay(spans);
  const counts = await Promise.all(
    periods.map(async (period, at) => ({ ...period, count: await countIn(spans[at] as Span, perDay) })),
  );
  return counts.filter(({ count }) => count > 0);
}

/** How many stories came out on each day of UTC that these spans touch. */
async function storiesByDay(spans: Span[]): Promise<Map<string, number>> {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return new Map();
  const rows = await db()
    .select({ list: listSizes.list, stories: listSizes.stories })
    .from(listSizes)
    .where(and(gte(listSizes.list, listOf.day(dayIn(first.start))), lte(listSizes.list, listOf.day(dayIn(last.end)))));
  return new Map(rows.map(({ list, stories }) => [list, stories]));
}

async function countIn({ start, end }: Span, perDay: Map<string, number>): Promise<number> {
  const [first, last] = [Math.ceil(start.getTime() / DAY) * DAY, Math.floor(end.getTime() / DAY) * DAY];
  if (first > last) return counting(start, end);
  let stories = 0;
  for (let day = first; day < last; day += DAY) stories += perDay.get(listOf.day(dayIn(new Date(day)))) ?? 0;
  const [before, after] = await Promise.all([counting(start, new Date(first)), counting(new Date(last), end)]);
  return stories + before + after;
}

function dayIn(at: Date): string {
  return at.toISOString().slice(0, 10);
}

const cameOutBetween = prepared((db, given) =>
  db
    .select({ stories: count() })
    .from(publications)
    .where(and(isListed, sql`${cameOut} >= ${given("start")}`, sql`${cameOut} < ${given("end")}`)),
);

async function counting(start: Date, end: Date): Promise<number> {
  if (start >= end) return 0;
  const [found] = await cameOutBetween({ start: start.getTime(), end: end.getTime() });
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
