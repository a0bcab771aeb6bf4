import { z } from "zod";
import { MINUTE } from "@/lib/clock";
import { Id } from "@/lib/id-field";
import { Refusal } from "@/lib/refusal";
import { afterTheGap, instantsOf, wallTimeOf } from "@/lib/zoned-time";
import { Change, EndNote, type PublicationKind } from "./article";

/** What may be planned: that a text comes before readers, or that they no longer see the story. */
export const ACTS = ["publish", "unpublish"] as const;
export type Act = (typeof ACTS)[number];

/**
 * A time as somebody chose it: what the clocks of the publication's zone show then, and which of the two where they show
 * it twice.
 */
export const PlannedTime = z.object({
  at: z.string().max(20).default(""),
  turn: z.enum(["", "first", "second"]).default(""),
});
export type PlannedTime = z.input<typeof PlannedTime>;

/** What is wrong with a time that was chosen, or the instant that it is. `asks` says that it comes twice. */
export type Resolved = { instant: Date } | { wrong: string; asks?: true };

/** The instant of a time that was chosen, if it is one that is still to come. */
export function resolveTime({ at = "", turn = "" }: PlannedTime, zone: string, now: Date): Resolved {
  if (at === "") return { wrong: "Choose a day and a time." };
  const [first, second] = instantsOf(at, zone) ?? [null, null];
  if (first === null) return { wrong: "Choose a day and a time, such as 2026-11-25 18:00." };
  if (!first) {
    const clock = (wall: string) => wall.slice(11);
    return {
      wrong: `The clocks go forward that night, and ${clock(at)} does not come. Choose ${clock(afterTheGap(at, zone))}, or another time.`,
    };
  }
  if (second && turn === "") {
    return { wrong: `The clocks go back that night, and ${at.slice(11)} comes twice. Choose which.`, asks: true };
  }
  const instant = second && turn === "second" ? second : first;
  return instant > now ? { instant } : { wrong: "This time has passed. Choose a later one." };
}

/**
 * The instant of a time that was chosen, be it past or to come; null for none. One that was not touched stays as it is, to
 * the millisecond.
 * @param kept the instant that the form showed
 * @throws Refusal "invalid" by `field.at`, or by `field.turn` where it is not said which of two is meant
 */
export function chosenInstant(time: PlannedTime, kept: Date | null, zone: string, field: string): Date | null {
  if (!time.at) return null;
  const isSame = kept !== null && wallTimeOf(kept, zone) === time.at;
  const resolved = resolveTime(time, zone, new Date(0));
  // The hour that comes twice is asked about where it is chosen anew.
  if (isSame && (!("instant" in resolved) || Math.abs(resolved.instant.getTime() - kept.getTime()) < MINUTE)) {
    return kept;
  }
  if ("instant" in resolved) return resolved.instant;
  throw new Refusal("invalid", resolved.wrong, { [`${field}.${"asks" in resolved ? "turn" : "at"}`]: resolved.wrong });
}

export const SchedulePublication = PlannedTime.extend({
  id: Id,
  version: z.coerce.number().int().min(0),
  /** What it will be to readers, where they see the story by then. */
  change: Change.optional(),
});
export type SchedulePublication = PlannedTime & { id: string; version: number; change?: Change };

export const ScheduleUnpublication = PlannedTime.extend({
  id: Id,
  note: EndNote,
});
export type ScheduleUnpublication = z.input<typeof ScheduleUnpublication>;

export const MoveSchedule = PlannedTime.extend({ scheduleId: Id });
export type MoveSchedule = z.input<typeof MoveSchedule>;

export const RenewSchedule = z.object({ scheduleId: Id, version: z.coerce.number().int().min(0) });
export type RenewSchedule = z.infer<typeof RenewSchedule>;

export const OneSchedule = z.object({ scheduleId: Id });
export type OneSchedule = z.infer<typeof OneSchedule>;

export const SetEmbargo = PlannedTime.extend({
  id: Id,
  note: z.string().trim().max(500, "A note has at most 500 characters.").default(""),
});
export type SetEmbargo = z.input<typeof SetEmbargo>;

/** An embargo that is in force. */
export type Embargo = { until: Date; note: string; setBy: string; setAt: Date };

/** Something planned for a story. */
export type Schedule = {
  id: string;
  act: Act;
  at: Date;
  /** The draft's version that readers will get; null where they will get none. */
  version: number | null;
  plannedBy: string;
  plannedAt: Date;
};

export type Outcome = "done" | "cancelled" | "superseded" | "failed";

/** Something that happened to what readers see, or was planned and did not. */
export type Past =
  | {
      what: "published";
      at: Date;
      by: string;
      kind: PublicationKind;
      note: string;
      /** Whether it came by a plan, and how many minutes late if it did not come on time. */
      planned: { late: number | null } | null;
    }
  | { what: "unpublished"; at: Date; by: string | null; note: string; planned: { late: number | null } | null }
  | { what: "not-done"; at: Date; by: string | null; act: Act; plannedFor: Date; outcome: Outcome; failure: string };

/** All that is planned for a story and all that happened to it before readers. */
export type Timeline = { embargo: Embargo | null; pending: Schedule[]; past: Past[] };

/** How late something may happen before that is told, in milliseconds: it is looked for each second. */
export const ON_TIME = MINUTE;

/** By how many whole minutes something planned came late, since nothing ran when it was due; null if it was on time. */
export function minutesLate(dueAt: Date, endedAt: Date): number | null {
  const late = endedAt.getTime() - dueAt.getTime();
  return late > ON_TIME ? Math.floor(late / MINUTE) : null;
}

/**
 * Whether a plan makes sense among the others: nobody takes from readers what they will not see, and no older text takes
 * the place of a newer one.
 * @param live the version that readers see now; null for none. @returns what is wrong, or null
 */
export function quarrel(
  live: number | null,
  pending: Pick<Schedule, "id" | "act" | "at" | "version">[],
  planned: Pick<Schedule, "id" | "act" | "at" | "version">,
): string | null {
  const others = pending.filter(({ id }) => id !== planned.id);
  if (planned.act === "publish" && others.some(({ version }) => version === planned.version)) {
    return "This text is planned already. Change the time of that plan instead.";
  }
  let seen = live;
  const inOrder = [...others, planned].sort((one, other) => one.at.getTime() - other.at.getTime());
  for (const each of inOrder) {
    const isOwn = each.id === planned.id;
    if (each.act === "unpublish") {
      if (isOwn && seen === null) return "Readers would not see this story then. Plan its publication first.";
      seen = null;
    } else {
      if (isOwn && seen !== null && each.version !== null && each.version <= seen) {
        return each.version === seen
          ? "Readers would see this text by then already."
          : "Readers would see a newer text by then already.";
      }
      seen = each.version;
    }
  }
  return null;
}
