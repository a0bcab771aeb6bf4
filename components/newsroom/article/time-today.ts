import { formatInstant } from "@/lib/time";

/** An instant in the publication's zone: "14:05" if that is today, else "23 Nov, 14:05". */
export function timeToday(at: Date, timeZone: string, today = new Date()): string {
  const locale = { timeZone, language: "en" };
  const isToday = formatInstant(at, "day", locale) === formatInstant(today, "day", locale);
  return formatInstant(at, isToday ? "clock" : "short", locale);
}
