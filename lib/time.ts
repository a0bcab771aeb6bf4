import { TZDate } from "@date-fns/tz";

/** Where and in which tongue times are shown. */
export type Locale = { timeZone: string; language: string };

/** The instant in ISO 8601 with the offset that the zone had then, such as "2026-03-29T04:00:00+03:00". */
export function isoInZone(at: Date, timeZone: string): string {
  return new TZDate(at, timeZone).toISOString().replace(/\.\d{3}/, "");
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
  /** 23 Nov, 14:05 */
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  /** 14:05 */
  clock: { hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeStyle = keyof typeof STYLES;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in words, in the publication's zone and language. */
export function formatInstant(at: Date, style: TimeStyle, { timeZone, language }: Locale): string {
  const key = `${style} ${timeZone} ${language}`;
  let format = formats.get(key);
  if (!format) {
    // A bare "en" would mean the American order; a paper that wants that says en-US.
    const locale = language === "en" ? "en-GB" : language;
    format = new Intl.DateTimeFormat(locale, { ...STYLES[style], hourCycle: "h23", timeZone });
    formats.set(key, format);
  }
  return format.format(at);
}
