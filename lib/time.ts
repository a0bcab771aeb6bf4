import { TZDate } from "@date-fns/tz";
import { DAY, MINUTE } from "./clock";

/** Where and in which tongue times are shown. */
export type Locale = { timeZone: string; language: string };

/** The instant in ISO 8601 with the offset that the zone had then, such as "2026-03-29T04:00:00+03:00". */
export function isoInZone(at: Date, timeZone: string): string {
  const offset = minutesFromUtc(at, timeZone);
  const local = new Date(at.getTime() + offset * MINUTE).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

/** What was worked out of a zone's clocks is remembered, this much: a page tells some ten instants, and many pages the same. */
const REMEMBERED = 10_000;
const remembered = new Map<string, number>();

function remembering(what: string, work: () => number): number {
  let found = remembered.get(what);
  if (found === undefined) {
    found = work();
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(what, found);
  }
  return found;
}

/** Since 1972 clocks are changed at quarters of an hour alone: within one the offset is one. */
const QUARTER = 15 * MINUTE;

/** How far the zone's clocks were from UTC then, in minutes. */
function minutesFromUtc(at: Date, timeZone: string): number {
  const quarter = Math.floor(at.getTime() / QUARTER);
  return remembering(`${timeZone} ${quarter}`, () => -new TZDate(at, timeZone).getTimezoneOffset());
}

/** The next midnight in the zone after an instant: until then "Today" is right. */
export function nextMidnight(at: Date, timeZone: string): Date {
  const { year, month, day } = dateIn(at, timeZone);
  return startOfDay(year, month, day + 1, timeZone);
}

/**
 * The instant at which a day begins in the zone: midnight, or the first instant after it where clocks leap over it. A day
 * or month past the last leads on to the next, as dates do.
 */
export function startOfDay(year: number, month: number, day: number, timeZone: string): Date {
  const midnight = () => new TZDate(year, month - 1, day, timeZone).getTime();
  return new Date(remembering(`${timeZone} ${year}-${month}-${day}`, midnight));
}

/**
 * The day that a date such as "2026-11-25" names in the zone: its first instant and that of the next day.
 * @returns null for what is no date
 */
export function dayNamed(date: string, timeZone: string): { start: Date; end: Date } | null {
  const [year = 0, month = 0, day = 0] = /^[1-9]\d{3}-\d\d-\d\d$/.test(date) ? date.split("-").map(Number) : [];
  const real = new Date(Date.UTC(year, month - 1, day));
  if (year === 0 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  return { start: startOfDay(year, month, day, timeZone), end: startOfDay(year, month, day + 1, timeZone) };
}

/** The date that an instant has in the zone; months from 1. */
export function dateIn(at: Date, timeZone: string): { year: number; month: number; day: number } {
  const local = new TZDate(at, timeZone);
  return { year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate() };
}

/** How many whole years and more have gone by between two instants, by the days of the zone: none on the anniversary itself. */
export function fullYearsPast(then: Date, now: Date, timeZone: string): number {
  const [from, to] = [isoDay(then, timeZone), isoDay(now, timeZone)];
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(4) > from.slice(4) ? 0 : 1);
}

const STYLES = {
  /** 23 November 2026 at 14:05 EET */
  full: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  /** Monday, 23 November 2026 */
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** 23 November 2026 */
  day: { day: "numeric", month: "long", year: "numeric" },
  /** 23 Nov 2026, 14:05 */
  stamp: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** 23/11/2026, and so on by language */
  digits: { day: "2-digit", month: "2-digit", year: "numeric" },
  /** 23/11/2026, 14:05 */
  moment: { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** 23; November 2026; November; 2026 */
  dayNumber: { day: "numeric" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "long" },
  year: { year: "numeric" },
  /** 23 November */
  dayOfYear: { day: "numeric", month: "long" },
  /** 23 Nov, 14:05 */
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  /** 14:05 */
  clock: { hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeStyle = keyof typeof STYLES;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in words, in the publication's zone and language. */
export function formatInstant(at: Date, style: TimeStyle, { timeZone, language }: Locale): string {
  return formatOf(style, timeZone, language).format(at);
}

function formatOf(style: TimeStyle, timeZone: string, language: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone} ${language}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tongueOf(language), { ...STYLES[style], hourCycle: "h23", timeZone });
    formats.set(key, format);
  }
  return format;
}

/**
 * An instant as a list of stories says it: "Today, 14:05" and "Yesterday, 14:05", before that the day, with the year once
 * it is another. What it says holds until the next midnight of the publication's zone.
 */
export function formatListed(at: Date, now: Date, locale: Locale): string {
  const [then, today] = [isoDay(at, locale.timeZone), isoDay(now, locale.timeZone)];
  const days = Math.round((Date.parse(then) - Date.parse(today)) / DAY);
  if (days === 0 || days === -1) {
    return [dayWord(days, locale.language), formatInstant(at, "clock", locale)].join(separator(locale));
  }
  return formatInstant(at, then.slice(0, 4) === today.slice(0, 4) ? "dayOfYear" : "day", locale);
}

/** The day in the zone, such as "2026-11-23": Canadians write it so. A fraction of the cost of `isoInZone`. */
function isoDay(at: Date, timeZone: string): string {
  return formatInstant(at, "digits", { timeZone, language: "en-CA" });
}

const separators = new Map<string, string>();

/** What the language puts between a day and the time on it: ", ", "، ", " klo ", " ". */
function separator({ timeZone, language }: Locale): string {
  let mark = separators.get(language);
  if (mark === undefined) {
    const parts = formatOf("moment", timeZone, language).formatToParts(0);
    mark = parts[parts.findIndex(({ type }) => type === "hour") - 1]?.value ?? " ";
    separators.set(language, mark);
  }
  return mark;
}

const dayWords = new Map<string, string>();

function dayWord(days: 0 | -1, language: string): string {
  const key = `${days} ${language}`;
  let word = dayWords.get(key);
  if (word === undefined) {
    const said = new Intl.RelativeTimeFormat(tongueOf(language), { numeric: "auto" }).format(days, "day");
    word = said.slice(0, 1).toLocaleUpperCase(language) + said.slice(1);
    dayWords.set(key, word);
  }
  return word;
}

/** A bare "en" would mean the American order; a paper that wants that says en-US. */
function tongueOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}
