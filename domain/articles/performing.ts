import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { embargoes, revisions, schedules } from "@/db/schema";
import { record } from "@/domain/events/record";
import { notify } from "@/domain/notices/notifying";
import { now } from "@/lib/clock";
import { isPassing, Refusal } from "@/lib/refusal";
import { Change } from "./article";
import { placeBeforeReaders, readyForReaders, takeFromReaders } from "./placing";
import type { Act } from "./schedule";
import { endSchedule, isDue, isInForce, supersedeBefore } from "./schedules";
import { contentOf } from "./telling";

/**
 * What is due now: of each article the next, so that after a time in which nothing ran all happens in the order in which
 * it was planned. What an embargo holds waits, and lets what comes after it pass.
 */
export async function dueSchedules(tx: Db = db()): Promise<{ id: string; articleId: string }[]> {
  const due = await tx
    .select({ id: schedules.id, articleId: schedules.articleId })
    .from(schedules)
    .leftJoin(embargoes, and(eq(embargoes.articleId, schedules.articleId), eq(schedules.act, "publish"), isInForce()))
    .where(and(isDue(), isNull(embargoes.id)))
    .orderBy(asc(schedules.at), asc(schedules.plannedAt), asc(schedules.id));
  return due.filter(({ articleId }, index) => index === due.findIndex((each) => each.articleId === articleId));
}

/**
 * Does what was planned, in one transaction with the word that it is done: once, however often it is asked for, and by
 * however many. What readers may no longer get is told to the desk and not tried again; a fault is thrown, so that it is.
 */
export async function performSchedule(id: string): Promise<void> {
  try {
    await transact((tx) => perform(tx, id));
  } catch (error) {
    if (!(error instanceof Refusal) || isPassing(error)) throw error;
    await transact((tx) => fail(tx, id, error));
  }
}

async function perform(tx: Db, id: string): Promise<void> {
  const due = await dueSchedules(tx);
  if (!due.some((each) => each.id === id)) return;
  const [row] = await tx.select().from(schedules).where(eq(schedules.id, id));
  if (!row) return;
  // It is over before it is done: a text that takes the place of others would end it as one of them.
  const at = now();
  await endSchedule(tx, id, { outcome: "done", at, dueAt: await wasDueAt(tx, row) });
  const by = { id: row.plannedBy };
  const planned = { scheduleId: id, at };
  if (row.act === "unpublish") {
    await supersedeBefore(tx, row.articleId, row.at);
    await takeFromReaders(tx, by, row.articleId, { note: row.note, planned });
    return;
  }
  const [revision] = await tx
    .select()
    .from(revisions)
    .where(eq(revisions.id, row.revisionId ?? ""));
  if (!revision) throw new Error(`The schedule ${id} has no text`);
  await placeBeforeReaders(tx, by, {
    articleId: row.articleId,
    version: revision.version,
    revisionId: revision.id,
    content: await readyForReaders(tx, await contentOf(revision)),
    change: Change.optional().parse(row.change ?? undefined),
    planned,
  });
}

/** When a plan had become due: at its time, or when the embargo ended that held it longer. */
async function wasDueAt(tx: Db, { articleId, act, at }: { articleId: string; act: Act; at: Date }): Promise<Date> {
  if (act === "unpublish") return at;
  const held = await tx
    .select({ until: embargoes.until, liftedAt: embargoes.liftedAt })
    .from(embargoes)
    .where(eq(embargoes.articleId, articleId));
  const ends = held.map(({ until, liftedAt }) => (liftedAt && liftedAt < until ? liftedAt : until));
  return ends.reduce((latest, end) => (end > latest && end <= now() ? end : latest), at);
}

async function fail(tx: Db, id: string, { message }: Refusal): Promise<void> {
  const [row] = await tx
    .select({ articleId: schedules.articleId, act: schedules.act, plannedBy: schedules.plannedBy, at: schedules.at })
    .from(schedules)
    .where(eq(schedules.id, id));
  if (!row || !(await endSchedule(tx, id, { outcome: "failed", dueAt: await wasDueAt(tx, row), failure: message })))
    return;
  if (row.act === "unpublish") await supersedeBefore(tx, row.articleId, row.at);
  const event = await record(tx, { id: row.plannedBy }, "article.schedule-failed", row.articleId, {
    scheduleId: id,
    act: row.act,
    reason: message,
  });
  // Whoever planned it is who is told.
  await notify(tx, { ...event, actorId: null }, "schedule-failed", { articleId: row.articleId, to: [row.plannedBy] });
}
