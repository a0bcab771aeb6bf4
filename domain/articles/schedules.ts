import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { embargoes, revisions, schedules, staff } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { type Embargo, type Outcome, type PlannedTime, resolveTime, type Schedule } from "./schedule";

// The rows of what is planned for a story, and of what holds it back, within the transactions of those who need them.

/** What is planned for an article, the next first. */
export function pendingOf(tx: Db, articleId: string): Promise<Schedule[]> {
  return tx
    .select({
      id: schedules.id,
      act: schedules.act,
      at: schedules.at,
      version: revisions.version,
      plannedBy: staff.name,
      plannedAt: schedules.plannedAt,
    })
    .from(schedules)
    .innerJoin(staff, eq(staff.id, schedules.plannedBy))
    .leftJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(eq(schedules.articleId, articleId), isNull(schedules.endedAt)))
    .orderBy(asc(schedules.at), asc(schedules.plannedAt));
}

/** Ends something planned. @returns whether it was still pending */
export async function endSchedule(
  tx: Db,
  id: string,
  end: { outcome: Outcome; by?: Pick<Actor, "id">; at?: Date; dueAt?: Date; failure?: string },
): Promise<boolean> {
  const ended = await tx
    .update(schedules)
    .set({
      endedAt: end.at ?? now(),
      outcome: end.outcome,
      endedBy: end.by?.id,
      dueAt: end.dueAt,
      failure: end.failure ?? "",
    })
    .where(and(eq(schedules.id, id), isNull(schedules.endedAt)))
    .returning({ id: schedules.id });
  return ended.length > 0;
}

/** Ends every plan to publish a text that is no newer than this version: readers have got it, or a later one. */
export async function supersede(tx: Db, articleId: string, version: number): Promise<void> {
  for (const { id, act, version: planned } of await pendingOf(tx, articleId)) {
    if (act === "publish" && planned !== null && planned <= version) {
      await endSchedule(tx, id, { outcome: "superseded" });
    }
  }
}

/** Ends every plan to publish before a time at which the article is taken from readers: what was held until then is void. */
export async function supersedeBefore(tx: Db, articleId: string, at: Date): Promise<void> {
  for (const each of await pendingOf(tx, articleId)) {
    if (each.act === "publish" && each.at <= at) await endSchedule(tx, each.id, { outcome: "superseded" });
  }
}

/** Ends all that is planned for an article, since somebody decided otherwise. @returns how much that was */
export async function dropSchedules(tx: Db, by: Pick<Actor, "id">, articleId: string): Promise<number> {
  const pending = await pendingOf(tx, articleId);
  for (const { id } of pending) await endSchedule(tx, id, { outcome: "cancelled", by });
  return pending.length;
}

/** The embargo that is in force on an article. */
export async function embargoOn(tx: Db, articleId: string): Promise<Embargo | null> {
  const [row] = await tx
    .select({ until: embargoes.until, note: embargoes.note, setBy: staff.name, setAt: embargoes.setAt })
    .from(embargoes)
    .innerJoin(staff, eq(staff.id, embargoes.setBy))
    .where(and(eq(embargoes.articleId, articleId), isInForce()));
  return row ?? null;
}

/** The condition that an embargo has neither ended nor been lifted. */
export function isInForce() {
  return and(isNull(embargoes.liftedAt), gt(embargoes.until, now()));
}

/** The condition that something planned is pending and its time has come, if no embargo holds it. */
export function isDue() {
  return and(isNull(schedules.endedAt), lte(schedules.at, now()));
}

/** @throws Refusal "invalid" while an embargo is in force */
export async function refuseEmbargoed(tx: Db, articleId: string): Promise<void> {
  const embargo = await embargoOn(tx, articleId);
  if (embargo) {
    throw new Refusal("invalid", "An embargo holds this story back. Plan it for when that ends, or lift the embargo.");
  }
}

/** The instant of a time that somebody chose. @throws Refusal "invalid" at the field `at`, or `turn` where it comes twice */
export async function chosenInstant(tx: Db, time: PlannedTime): Promise<Date> {
  const resolved = resolveTime(time, await zoneOf(tx), now());
  if ("instant" in resolved) return resolved.instant;
  throw new Refusal("invalid", resolved.wrong, { [resolved.asks ? "turn" : "at"]: resolved.wrong });
}
