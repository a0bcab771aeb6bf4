import { dayNamed, formatInstant, type Locale, startOfDay } from "@/lib/time";

/** A year, a month of one or a day of one, in the publication's zone; months from 1. */
export type ArchivePeriod = { year: number; month?: number; day?: number };

/** A period, and how many stories first came out in it. */
export type PeriodCount = ArchivePeriod & { count: number };

/** The instants that a period spans: from its first on, and before the first of the next. */
export type Span = { start: Date; end: Date };

/**
 * The period that the parts of an address name: "2026", "2026" and "11", "2026" and "11" and "25".
 * @returns null for what is no year, month or day, and for what is not written so
 */
export function periodNamed(parts: readonly string[]): ArchivePeriod | null {
  const [year, month = "01", day = "01"] = parts;
  // Any zone will do to tell whether there is such a day.
  if (parts.length < 1 || parts.length > 3 || !dayNamed(`${year}-${month}-${day}`, "UTC")) return null;
  return {
    year: Number(year),
    ...(parts.length > 1 && { month: Number(month) }),
    ...(parts.length > 2 && { day: Number(day) }),
  };
}

/** A period as it is said: "2026", "November 2026", "Wednesday, 25 November 2026". */
export function periodName(period: ArchivePeriod, locale: Locale): string {
  const style = period.day ? "weekday" : period.month ? "month" : "year";
  return formatInstant(startOf(period, locale.timeZone), style, locale);
}

/** When a period begins in a zone. */
export function startOf({ year, month, day }: ArchivePeriod, timeZone: string): Date {
  return startOfDay(year, month ?? 1, day ?? 1, timeZone);
}

/** When a period begins and ends in a zone, wherever its clocks are changed in between. */
export function spanOf(period: ArchivePeriod, timeZone: string): Span {
  const { year, month, day } = period;
  const start = startOf(period, timeZone);
  if (!month) return { start, end: startOfDay(year + 1, 1, 1, timeZone) };
  if (!day) return { start, end: startOfDay(year, month + 1, 1, timeZone) };
  return { start, end: startOfDay(year, month, day + 1, timeZone) };
}

/** The months of a year, or the days of a month; a day has none. */
export function partsOf({ year, month, day }: ArchivePeriod): ArchivePeriod[] {
  if (day) return [];
  if (!month) return Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: days }, (_, index) => ({ year, month, day: index + 1 }));
}
