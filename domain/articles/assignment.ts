import { z } from "zod";
import { Id } from "@/lib/id-field";
import { PlannedTime } from "./schedule";

const Brief = z.string().trim().max(4000, "A brief has at most 4,000 characters.").default("");

/** What is planned for a story: who writes it, what they are asked for, by when, and when it should come out. */
const Plan = z.object({
  /** Empty for nobody. */
  assigneeId: z.string().max(40).default(""),
  brief: Brief,
  /** Empty for no time; what is left out stays as it is. */
  deadlineAt: PlannedTime.optional(),
  plannedFor: PlannedTime.optional(),
});

export const PlanArticle = Plan.extend({ id: Id });
export type PlanArticle = z.input<typeof PlanArticle>;

export const ProposeIdea = Plan.extend({
  headline: z.string().trim().min(1, "Say what it is about.").max(300, "A headline has at most 300 characters."),
  sectionId: z.string().max(40).default(""),
});
export type ProposeIdea = z.input<typeof ProposeIdea>;

/** Moves what is on the calendar to another day, at the time of day that it had. */
export const MoveOnCalendar = z.object({
  kind: z.enum(["deadlineAt", "plannedFor", "publish", "unpublish"]),
  /** The schedule's, or the article's. */
  id: Id,
  /** A date such as "2026-11-28", in the publication's zone. */
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/, "Choose a day."),
  /** What the clocks show then, as it was: of a deadline and a planned publication it is known. */
  clock: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .default("00:00"),
});
export type MoveOnCalendar = z.input<typeof MoveOnCalendar>;
