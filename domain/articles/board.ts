import { dateIn } from "@/lib/time";
import type { ReadersState, StoryPlan } from "./stage";

/** A story as the board, the calendar and the lists of one's own work show it. */
export type BoardCard = {
  id: string;
  ownerId: string;
  sectionId: string | null;
  headline: string;
  sectionName: string | null;
  /** Whose it is. */
  writer: string;
  readers: ReadersState;
  plan: StoryPlan;
};

/** Somebody to whom a story may be given. */
export type Assignable = { id: string; name: string };

/** A story's name where it has none yet. */
export function headlineOf({ headline }: { headline: string }): string {
  return headline.trim() || "No headline yet";
}

/** What something on the calendar is. */
export const CALENDAR_KINDS = ["deadlineAt", "plannedFor", "publish", "unpublish", "published"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export const CALENDAR_NAMES: Record<CalendarKind, string> = {
  deadlineAt: "Deadline",
  plannedFor: "Planned",
  publish: "Goes out",
  unpublish: "Comes down",
  published: "Published",
};

/** Something that is on a day. */
export type CalendarItem = {
  /** Of all items. */
  key: string;
  kind: CalendarKind;
  articleId: string;
  headline: string;
  at: Date;
  /** The date in the publication's zone. */
  day: string;
  /** By what it is moved: the schedule's id, or the article's. */
  movedBy: string;
  mayMove: boolean;
};

/** A date as it is written in an address: "2026-11-28". */
export function isoDate({ year, month, day }: { year: number; month: number; day: number }): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.toISOString().slice(0, 10);
}

/** The date that it is somewhere. */
export function dayOf(at: Date, timeZone: string): string {
  return isoDate(dateIn(at, timeZone));
}

/** The month that an address asks for ("2026-11"), else that of a day. */
export function monthAsked(asked: string | undefined, today: string): string {
  return asked && /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
}

/** The month before or after. */
export function monthBeside(month: string, steps: -1 | 1): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return isoDate({ year, month: number + steps, day: 1 }).slice(0, 7);
}

/** The days of a month's page, by weeks from Monday, with those of its neighbours that fill the first and the last. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const lead = (first.getUTCDay() + 6) % 7;
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const weeks = Math.ceil((lead + last) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => isoDate({ year, month: number, day: 1 - lead + week * 7 + day })),
  );
}
