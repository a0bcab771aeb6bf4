import { transact } from "@/db/client";
import type { Event, Verb } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import type { NoticeKind } from "@/domain/notices/notice";
import { notify } from "@/domain/notices/notifying";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { whoMay } from "@/domain/people/who-may";
import { Refusal } from "@/lib/refusal";
import { findDraft } from "./draft";
import { findPlan, moveTo } from "./plan";
import { dropSchedules } from "./schedules";
import { STEP_RULES, type Step, stageAfter, TakeStep, whyNot } from "./stage";

const VERBS: Record<Step, Verb> = {
  begin: "article.begun",
  submit: "article.submitted",
  withdraw: "article.withdrawn",
  return: "article.returned",
  approve: "article.approved",
  hold: "article.held",
  resume: "article.resumed",
  kill: "article.killed",
  revive: "article.revived",
};

/** Of which steps others are told: editors of what is sent to them, its owner of what they decide. */
const NOTICES: Partial<Record<Step, NoticeKind>> = {
  submit: "review",
  return: "returned",
  approve: "approved",
  hold: "held",
  resume: "resumed",
  kill: "killed",
  revive: "revived",
};

/**
 * Takes a story a step through the newsroom: the one way in which its stage changes by somebody's decision.
 * @throws Refusal "not-found", "forbidden", "invalid" if the step does not lead on from where it is, or lacks its reason
 */
export function takeStep(actor: Actor, given: TakeStep): Promise<Event> {
  return transact(async (tx) => {
    const { id, step, reason } = TakeStep.parse(given);
    const draft = await findDraft(tx, id);
    authorize(actor, STEP_RULES[step].needs, draft);
    const plan = await findPlan(tx, id);
    const to = stageAfter(plan, step);
    if (!to) throw new Refusal("invalid", whyNot(plan, step));
    if (step === "submit" && !draft.content.headline.trim()) {
      throw new Refusal("invalid", "Write a headline first.", { headline: "Write a headline." });
    }
    const why = STEP_RULES[step].reason ? reason : "";
    await moveTo(tx, actor, plan, to, { reason: why });
    if (step === "kill") await dropSchedules(tx, actor, id);
    const event = await record(tx, actor, VERBS[step], id, { from: plan.stage, to, ...(why && { reason: why }) });
    const kind = NOTICES[step];
    const told = step === "submit" ? await whoMay(tx, "article.return", draft) : [draft.ownerId];
    if (kind) await notify(tx, event, kind, { articleId: id, to: told });
    return event;
  });
}
