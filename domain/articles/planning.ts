import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { bylines, drafts, plans, sections, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { notify } from "@/domain/notices/notifying";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { Refusal } from "@/lib/refusal";
import { afterTheGap, instantsOf, wallTimeOf } from "@/lib/zoned-time";
import { type MoveOnCalendar, PlanArticle, ProposeIdea } from "./assignment";
import { plainText } from "./body";
import { type Draft, findDraft } from "./draft";
import { beginArticle } from "./editing";
import { findPlan, moveTo, type Plan } from "./plan";
import { bodyForReaders } from "./review";
import { chosenInstant } from "./schedule";
import { moveSchedule } from "./scheduling";
import type { Stage } from "./stage";

/**
 * Puts an idea down, with what is asked for; whoever may plan may give it to somebody at once.
 * @returns the event; its subjectId is the article's id. @throws Refusal "forbidden", "invalid"
 */
export function proposeIdea(actor: Actor, given: ProposeIdea): Promise<Event> {
  return transact(async (tx) => {
    const { headline, sectionId, ...planned } = ProposeIdea.parse(given);
    authorize(actor, "article.create");
    await refuseUnknownSection(tx, sectionId);
    const id = await beginArticle(tx, actor, "idea", { headline, sectionId: sectionId || null });
    const event = await record(tx, actor, "article.proposed", id, { to: "idea" });
    const { assigneeId, deadlineAt, plannedFor, brief } = planned;
    if (assigneeId || deadlineAt?.at || plannedFor?.at) await plan(tx, actor, { ...planned, id });
    else await tx.update(plans).set({ brief }).where(eq(plans.articleId, id));
    return event;
  });
}

/**
 * Plans a story: gives it to somebody or takes it from them, says what is asked for, by when, and when it should come out.
 * An idea that is given to somebody is assigned; so is a story at rest. @throws Refusal "not-found", "forbidden", "invalid"
 */
export function planArticle(actor: Actor, given: PlanArticle): Promise<Event> {
  return transact((tx) => plan(tx, actor, PlanArticle.parse(given)));
}

/**
 * Moves what is on the calendar to another day, at the time of day that it had.
 * @throws Refusal "not-found", "forbidden", "invalid" where it is over, or cannot be then
 */
export function moveOnCalendar(actor: Actor, { kind, id, day, clock }: MoveOnCalendar): Promise<Event> {
  if (kind === "publish" || kind === "unpublish") {
    return moveSchedule(actor, { scheduleId: id, at: `${day}T${clock}` });
  }
  return moveTime(actor, { id, what: kind, day });
}

function moveTime(
  actor: Actor,
  { id, what, day }: { id: string; what: "deadlineAt" | "plannedFor"; day: string },
): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "article.plan", await findDraft(tx, id));
    const at = (await findPlan(tx, id))[what];
    if (!at) throw new Refusal("invalid", "This is not planned any more. Reload the page.");
    const zone = await zoneOf(tx);
    const to = instantIn(`${day}T${wallTimeOf(at, zone).slice(11)}`, zone);
    if (!to) throw new Refusal("invalid", "Choose a day.", { day: "Choose a day." });
    await tx
      .update(plans)
      .set({ [what]: to })
      .where(eq(plans.articleId, id));
    return record(tx, actor, "article.planned", id, { [what]: to.toISOString() });
  });
}

async function plan(tx: Db, actor: Actor, given: PlanArticle): Promise<Event> {
  const { id, assigneeId, brief, ...times } = PlanArticle.parse(given);
  const draft = await findDraft(tx, id);
  authorize(actor, "article.plan", draft);
  const before = await findPlan(tx, id);
  const assignee = assigneeId || null;
  if (assignee && assignee !== before.assigneeId) await refuseUnknownStaff(tx, assignee);
  const zone = await zoneOf(tx);
  const chosen = (time: "deadlineAt" | "plannedFor") => {
    const given = times[time];
    return given ? chosenInstant(given, before[time], zone, time) : before[time];
  };
  const [deadlineAt, plannedFor] = [chosen("deadlineAt"), chosen("plannedFor")];
  await tx.update(plans).set({ assigneeId: assignee, brief, deadlineAt, plannedFor }).where(eq(plans.articleId, id));
  const to = stageAfterPlanning(before, assignee);
  if (to !== before.stage) await moveTo(tx, actor, before, to);
  const said = {
    ...(to !== before.stage && { from: before.stage, to }),
    deadlineAt: deadlineAt?.toISOString(),
    plannedFor: plannedFor?.toISOString(),
  };
  if (assignee === before.assigneeId) return record(tx, actor, "article.planned", id, said);
  if (assignee) await creditInstead(tx, draft, assignee);
  const event = await record(tx, actor, "article.assigned", id, {
    ...said,
    assigneeId: assignee,
    before: before.assigneeId,
  });
  await notify(tx, event, "assigned", { articleId: id, to: [assignee] });
  await notify(tx, event, "unassigned", { articleId: id, to: [before.assigneeId] });
  return event;
}

function stageAfterPlanning({ stage }: Plan, assignee: string | null): Stage | null {
  if (assignee && (stage === "idea" || stage === null)) return "assigned";
  return !assignee && stage === "assigned" ? "idea" : stage;
}

/** While nothing is written yet, the byline is that of whoever will write it. */
async function creditInstead(tx: Db, { id, version, content, fieldVersions }: Draft, staffId: string): Promise<void> {
  if (plainText(bodyForReaders(content.body)).trim()) return;
  const [own] = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.staffId, staffId));
  if (!own || (content.bylineIds.length === 1 && content.bylineIds[0] === own.id)) return;
  await tx
    .update(drafts)
    .set({
      version: version + 1,
      content: { ...content, bylineIds: [own.id] },
      fieldVersions: { ...fieldVersions, bylineIds: version + 1 },
    })
    .where(eq(drafts.articleId, id));
}

/**
 * The instant of a time on the zone's clocks, the first of two and the next hour for none: what is moved by the day alone
 * has no need to be asked about its time.
 */
function instantIn(wall: string, zone: string): Date | null {
  const instants = instantsOf(wall, zone);
  if (!instants) return null;
  return instants[0] ?? instantsOf(afterTheGap(wall, zone), zone)?.[0] ?? null;
}

async function refuseUnknownStaff(tx: Db, id: string): Promise<void> {
  const [person] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, id), isNull(staff.disabledAt)));
  const message = "This person is no longer of the staff.";
  if (!person) throw new Refusal("invalid", message, { assigneeId: message });
}

async function refuseUnknownSection(tx: Db, id: string): Promise<void> {
  if (!id) return;
  const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, id));
  const message = "This section no longer exists.";
  if (!section) throw new Refusal("invalid", message, { sectionId: message });
}
