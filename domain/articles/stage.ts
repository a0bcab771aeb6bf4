import { z } from "zod";
import type { Capability } from "@/domain/people/capability";
import { can, type Granted, type Owned } from "@/domain/people/staff";
import { Id } from "@/lib/id-field";

/** Where a story is in the newsroom's work, which is apart from what readers see. Null: nothing is under way. */
export const STAGES = ["idea", "assigned", "drafting", "review", "ready", "held", "killed"] as const;
export type Stage = (typeof STAGES)[number];

/** The stages on the way to readers, to which a story that was held or killed goes back. */
export type Underway = Exclude<Stage, "held" | "killed">;

export const STAGE_NAMES: Record<Stage, string> = {
  idea: "Idea",
  assigned: "Assigned",
  drafting: "Drafting",
  review: "In review",
  ready: "Ready",
  held: "Held",
  killed: "Killed",
};

/** What readers have of a story: never anything, its latest text, an older one than the draft's, nothing any more, nothing until that is lifted. */
export const READERS_STATES = ["never", "live", "changed", "unpublished", "taken-down"] as const;
export type ReadersState = (typeof READERS_STATES)[number];

export const READERS_STATE_NAMES: Record<ReadersState, string> = {
  never: "Not published",
  live: "Published",
  changed: "Published, with changes",
  unpublished: "Unpublished",
  "taken-down": "Taken down",
};

/** By what readers have of a story, or are to have, a list is narrowed. */
export const READERS_FILTERS = [...READERS_STATES, "scheduled", "embargoed"] as const;
export type ReadersFilter = (typeof READERS_FILTERS)[number];

export const READERS_FILTER_NAMES: Record<ReadersFilter, string> = {
  ...READERS_STATE_NAMES,
  scheduled: "Scheduled",
  embargoed: "Under embargo",
};

/** Everything that brings a story from one stage to another by somebody's decision. */
export const STEPS = ["begin", "submit", "withdraw", "return", "approve", "hold", "resume", "kill", "revive"] as const;
export type Step = (typeof STEPS)[number];

type Rule = {
  /** What a button says. */
  name: string;
  /** What is done to the story, after "be". */
  done: string;
  from: readonly Stage[];
  /** Null: back to where it was held or killed. */
  to: Stage | null;
  needs: Capability;
  /** Whether it has to be said why. */
  reason: boolean;
};

const UNDERWAY = ["idea", "assigned", "drafting", "review", "ready"] as const satisfies readonly Underway[];

/** Which stage may follow which, by which step, and what whoever takes it must be allowed. Assigning is no step: see domain/articles/planning.ts. */
export const STEP_RULES: Record<Step, Rule> = {
  begin: {
    name: "Start drafting",
    done: "begun",
    from: ["idea", "assigned"],
    to: "drafting",
    needs: "article.edit",
    reason: false,
  },
  submit: {
    name: "Send to review",
    done: "sent to review",
    from: ["drafting"],
    to: "review",
    needs: "article.submit",
    reason: false,
  },
  withdraw: {
    name: "Take back from review",
    done: "taken back from review",
    from: ["review"],
    to: "drafting",
    needs: "article.submit",
    reason: false,
  },
  return: {
    name: "Return to writer",
    done: "returned to its writer",
    from: ["review", "ready"],
    to: "drafting",
    needs: "article.return",
    reason: true,
  },
  approve: {
    name: "Approve",
    done: "approved",
    from: ["review"],
    to: "ready",
    needs: "article.return",
    reason: false,
  },
  hold: { name: "Hold", done: "held", from: UNDERWAY, to: "held", needs: "article.return", reason: true },
  resume: { name: "Resume", done: "resumed", from: ["held"], to: null, needs: "article.return", reason: false },
  kill: {
    name: "Kill",
    done: "killed",
    from: [...UNDERWAY, "held"],
    to: "killed",
    needs: "article.return",
    reason: true,
  },
  revive: { name: "Revive", done: "revived", from: ["killed"], to: null, needs: "article.return", reason: false },
};

/** Where a story is, for asking what may follow. */
export type Position = { stage: Stage | null; before: Underway | null };

/** Where a story is in the newsroom's work, and what is planned for it. */
export type StoryPlan = {
  stage: Stage | null;
  before: Underway | null;
  since: Date;
  by: string;
  /** Why it was returned, held or killed; empty for other steps. */
  reason: string;
  assignee: { id: string; name: string } | null;
  brief: string;
  deadlineAt: Date | null;
  plannedFor: Date | null;
};

/**
 * What a save of its text means for a story's stage: its owner's writing begins it, anybody's begins a new cycle of one at
 * rest, and what was approved is to be looked at again where whoever may not approve has changed it.
 * @returns the stage that it leads to; null where it stays
 */
export function stageAfterWriting(actor: Granted, stage: Stage | null, story: Owned): Stage | null {
  if (stage === null) return "drafting";
  if ((stage === "idea" || stage === "assigned") && story.ownerId === actor.id) return "drafting";
  return stage === "ready" && !can(actor, "article.return", story) ? "review" : null;
}

/** To which stage a step leads from here; null where it may not be taken here. */
export function stageAfter({ stage, before }: Position, step: Step): Stage | null {
  const { from, to } = STEP_RULES[step];
  if (stage === null || !from.includes(stage)) return null;
  return to ?? before ?? "drafting";
}

/** Every step that the actor may take from here, in the order in which they are offered. */
export function stepsFor(actor: Granted, position: Position, story: Owned): Step[] {
  const open = STEPS.filter((step) => stageAfter(position, step) && can(actor, STEP_RULES[step].needs, story));
  // Whoever may return it with a word why has no need to take it back without one, unless it is their own.
  return open.includes("return") && story.ownerId !== actor.id ? open.filter((step) => step !== "withdraw") : open;
}

/**
 * The step that leads the actor's story from here to there: what dropping its card in another column means.
 * @returns why not, where none does
 */
export function stepTo(
  actor: Granted,
  position: Position,
  to: Stage,
  story: Owned,
): { step: Step } | { refusal: string } {
  const leading = STEPS.filter((step) => stageAfter(position, step) === to);
  const step = leading.find((each) => stepsFor(actor, position, story).includes(each));
  if (step) return { step };
  if (leading[0]) return { refusal: `You may not do this: it takes somebody who may ${needWords(leading[0])}.` };
  return { refusal: whyNotTo(position, to) };
}

/** Why a step may not be taken where the story is. */
export function whyNot({ stage }: Position, step: Step): string {
  const where = stage ? STAGE_NAMES[stage].toLowerCase() : "at rest";
  return `This story is ${where}, and cannot be ${STEP_RULES[step].done} from there.`;
}

function needWords(step: Step): string {
  return STEP_RULES[step].needs === "article.return" ? "review stories" : "work on this story";
}

function whyNotTo({ stage, before }: Position, to: Stage): string {
  if (stage === null) return "Nothing is under way in this story: change its text or assign it first.";
  if ((stage === "held" || stage === "killed") && before) {
    return `It was ${stage} in “${STAGE_NAMES[before]}”, and goes back there.`;
  }
  if (to === "idea") return "A story that was begun is not an idea any more. Hold it, or kill it.";
  if (to === "ready") return "Only what was in review can be ready: send it to review first.";
  if (to === "review") return "Only what is drafted can be reviewed: start drafting first.";
  return `A story cannot go from “${STAGE_NAMES[stage]}” to “${STAGE_NAMES[to]}”.`;
}

export const TakeStep = z
  .object({
    id: Id,
    step: z.enum(STEPS),
    reason: z.string().trim().max(1000, "A reason has at most 1,000 characters.").default(""),
  })
  .refine(({ step, reason }) => !STEP_RULES[step].reason || reason !== "", {
    path: ["reason"],
    message: "Say why, for whoever works on it.",
  });
export type TakeStep = z.input<typeof TakeStep>;
