import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { revisions, schedules } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Capability } from "@/domain/people/capability";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { ReadersContent } from "./article";
import { authorizeLive, authorizePublishing } from "./authorizing";
import { type Draft, findDraft, keepRevision } from "./draft";
import { refuseTakenAddress } from "./permalinks";
import { refuseOutsideRights } from "./picture-rights";
import { findLive, readyForReaders, refuseTakenDown } from "./placing";
import { refuseStopped } from "./plan";
import { checkChange, refuseOlder } from "./publication";
import {
  type Act,
  type MoveSchedule,
  type OneSchedule,
  quarrel,
  type RenewSchedule,
  type SchedulePublication,
  type ScheduleUnpublication,
} from "./schedule";
import { chosenInstant, embargoOn, endSchedule, pendingOf } from "./schedules";
import { refuseOwnWork } from "./second-eyes";
import { contentOf } from "./telling";

const NEEDS: Record<Act, Capability> = { publish: "article.publish", unpublish: "article.unpublish" };

/**
 * Plans that readers get the draft as it stands at `version`, at a time: for the first time, or in place of what they see
 * by then. What is written afterwards is not part of it. It is authorised now, and happens then whoever has left.
 * @throws Refusal "not-found", "forbidden", "conflict" if the draft was saved since, "invalid" as publishing, or by its time
 */
export function schedulePublication(
  actor: Actor,
  { id, version, change, ...time }: SchedulePublication,
): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizePublishing(tx, actor, draft);
    refuseOlder(draft, version);
    const at = await chosenInstant(tx, time);
    await refuseHeld(tx, id, at);
    await checkChange(tx, actor, draft, change);
    const revisionId = await keepPlanned(tx, actor, draft, { id: "", at });
    return insert(tx, actor, { articleId: id, act: "publish", at, revisionId, change });
  });
}

/**
 * Plans that readers no longer see an article from a time on.
 * @throws Refusal "not-found", "forbidden", "invalid" if they would not see it by then, or by its time
 */
export function scheduleUnpublication(actor: Actor, { id, note = "", ...time }: ScheduleUnpublication): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizeLive(tx, actor, NEEDS.unpublish, draft);
    const at = await chosenInstant(tx, time);
    await refuseQuarrel(tx, draft, { id: "", act: "unpublish", at, version: null });
    return insert(tx, actor, { articleId: id, act: "unpublish", at, note });
  });
}

/** Moves something planned to another time. @throws Refusal "not-found" if it is over, "forbidden", "invalid" */
export function moveSchedule(actor: Actor, { scheduleId, ...time }: MoveSchedule): Promise<Event> {
  return transact(async (tx) => {
    const { draft, act, version, revisionId } = await findPending(tx, actor, scheduleId);
    const at = await chosenInstant(tx, time);
    if (act === "publish") {
      await refuseHeld(tx, draft.id, at);
      await refuseOutsideRights(tx, draft.id, await revisionNamed(tx, revisionId), at);
    }
    await refuseQuarrel(tx, draft, { id: scheduleId, act, at, version });
    await tx.update(schedules).set({ at }).where(eq(schedules.id, scheduleId));
    return record(tx, actor, "article.rescheduled", draft.id, { scheduleId, act, at: at.toISOString() });
  });
}

/**
 * Gives readers the draft as it stands at `version` at the time for which an older text of it was planned.
 * @throws Refusal as planning it
 */
export function renewSchedule(actor: Actor, { scheduleId, version }: RenewSchedule): Promise<Event> {
  return transact(async (tx) => {
    const { draft, act, at } = await findPending(tx, actor, scheduleId);
    // The section of the newer text may be another.
    authorize(actor, NEEDS[act], draft);
    if (act !== "publish") throw new Refusal("invalid", "No text is planned there.");
    refuseOlder(draft, version);
    const revisionId = await keepPlanned(tx, actor, draft, { id: scheduleId, at });
    await tx.update(schedules).set({ revisionId }).where(eq(schedules.id, scheduleId));
    return record(tx, actor, "article.rescheduled", draft.id, { scheduleId, act, at: at.toISOString() });
  });
}

/** Gives something planned up. @throws Refusal "not-found" if it is over, "forbidden" */
export function cancelSchedule(actor: Actor, { scheduleId }: OneSchedule): Promise<Event> {
  return transact(async (tx) => {
    const { draft, act } = await findPending(tx, actor, scheduleId);
    await endSchedule(tx, scheduleId, { outcome: "cancelled", by: actor });
    return record(tx, actor, "article.schedule-cancelled", draft.id, { scheduleId, act });
  });
}

/** Keeps the draft as what readers will get at a time. */
async function keepPlanned(tx: Db, actor: Actor, draft: Draft, plan: { id: string; at: Date }): Promise<string> {
  const { id: articleId, version } = draft;
  await refuseOwnWork(tx, actor, draft);
  await refuseTakenDown(tx, articleId);
  await refuseStopped(tx, articleId);
  const content = await readyForReaders(tx, draft.content);
  await refuseTakenAddress(tx, articleId, content);
  await refuseOutsideRights(tx, articleId, content, plan.at);
  await refuseQuarrel(tx, draft, { ...plan, act: "publish", version });
  return keepRevision(tx, { articleId, version, reason: "schedule", by: actor.id }, content);
}

async function insert(
  tx: Db,
  actor: Actor,
  planned: Pick<typeof schedules.$inferInsert, "articleId" | "act" | "at" | "revisionId" | "change" | "note">,
): Promise<Event> {
  const [row] = await tx
    .insert(schedules)
    .values({ ...planned, plannedBy: actor.id, plannedAt: now() })
    .returning({ id: schedules.id });
  const said = { scheduleId: row?.id, act: planned.act, at: planned.at.toISOString() };
  return record(tx, actor, "article.scheduled", planned.articleId, said);
}

async function findPending(tx: Db, actor: Actor, scheduleId: string) {
  const [row] = await tx
    .select({
      articleId: schedules.articleId,
      act: schedules.act,
      at: schedules.at,
      revisionId: schedules.revisionId,
      version: revisions.version,
      sectionId: revisions.sectionId,
    })
    .from(schedules)
    .leftJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(eq(schedules.id, scheduleId), isNull(schedules.endedAt)));
  if (!row) throw notFound("plan");
  const draft = await findDraft(tx, row.articleId);
  if (row.act === "publish") authorize(actor, NEEDS.publish, { ownerId: draft.ownerId, sectionId: row.sectionId });
  else await authorizeLive(tx, actor, NEEDS.unpublish, draft);
  return { draft, act: row.act, at: row.at, version: row.version, revisionId: row.revisionId };
}

/** What a kept text says. */
async function revisionNamed(tx: Db, id: string | null): Promise<ReadersContent> {
  const [revision] = await tx
    .select()
    .from(revisions)
    .where(eq(revisions.id, id ?? ""));
  if (!revision) throw notFound("plan");
  return contentOf(revision);
}

async function refuseHeld(tx: Db, articleId: string, at: Date): Promise<void> {
  const embargo = await embargoOn(tx, articleId);
  if (!embargo || at >= embargo.until) return;
  const message = "The embargo holds it back at that time. Choose when it ends, or later.";
  throw new Refusal("invalid", message, { at: message });
}

async function refuseQuarrel(tx: Db, draft: Draft, planned: Parameters<typeof quarrel>[2]): Promise<void> {
  const live = await findLive(tx, draft.id);
  const wrong = quarrel(live?.version ?? null, await pendingOf(tx, draft.id), planned);
  if (wrong) throw new Refusal("invalid", wrong, { at: wrong });
}
