import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, notInArray, or } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { jobs } from "@/db/schema";
import { MINUTE, now } from "@/lib/clock";

/** For how long a claim holds: whoever does the work renews it, so that what a crash cut off waits no longer than this. */
const LEASE = MINUTE / 2;
/** How often a claim is renewed, in milliseconds. */
export const RENEW_EVERY = LEASE / 3;
/** So often may the process that does some work end in its midst, before the work is taken for what ends it. */
const CUT_OFF = 3;
/** Longest wait between two tries. */
const LONGEST_BACKOFF = 60 * MINUTE;

export type Job = { id: string; kind: string; payload: Record<string, unknown>; attempts: number };

/**
 * Plans work. Planning the same id again changes nothing while that work is still to be done,
 * and plans it anew once it is done.
 */
export function planJob(plan: Plan): Promise<void> {
  return transact((tx) => planJobIn(tx, plan));
}

/** As `planJob`, in the transaction of what makes the work needed. */
export async function planJobIn(tx: Db, { id, kind, payload = {}, runAt }: Plan): Promise<void> {
  await tx.delete(jobs).where(and(eq(jobs.id, id), lt(jobs.doneAt, runAt)));
  await tx.insert(jobs).values({ id, kind, payload, runAt, attempts: 0 }).onConflictDoNothing();
}

type Plan = { id: string; kind: string; payload?: Record<string, unknown>; runAt: Date };

/** How much one job gathers at most. */
const GATHERED = 500;

/**
 * Plans work upon an event, in the transaction of that event: one job does what has gathered until it begins, so that a
 * burst, or a time in which it fails, does not fill the queue. Its payload is `{ events: number[] }`.
 */
export async function gatherJob(tx: Db, kind: string, event: number): Promise<void> {
  const at = now();
  const [waiting] = await tx
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), isNull(jobs.doneAt), or(isNull(jobs.claimedUntil), lte(jobs.claimedUntil, at))))
    .orderBy(desc(jobs.id))
    .limit(1);
  const gathered = eventsOf(waiting?.payload);
  if (waiting && gathered.length < GATHERED) {
    await tx
      .update(jobs)
      .set({ payload: { events: [...gathered, event] } })
      .where(eq(jobs.id, waiting.id));
  } else {
    const id = `${kind}-${String(event).padStart(12, "0")}`;
    await tx.insert(jobs).values({ id, kind, payload: { events: [event] }, runAt: at, attempts: 0 });
  }
}

/** The events that a job gathered. */
export function eventsOf(payload: Record<string, unknown> | undefined): number[] {
  return Array.isArray(payload?.events) ? payload.events.filter((event) => typeof event === "number") : [];
}

/** Which kinds of jobs: these, or all but these. */
export type Kinds = { only: readonly string[] } | { except: readonly string[] };
const EVERY_KIND: Kinds = { except: [] };

/** The condition that a job may be claimed. */
function isClaimable(at: Date, kinds: Kinds) {
  return and(
    isNull(jobs.doneAt),
    lte(jobs.runAt, at),
    // A claim that holds for longer than any was made before the clock was set back.
    or(isNull(jobs.claimedUntil), lte(jobs.claimedUntil, at), gt(jobs.claimedUntil, new Date(at.getTime() + LEASE))),
    "only" in kinds ? inArray(jobs.kind, [...kinds.only]) : notInArray(jobs.kind, [...kinds.except]),
  );
}

/** Whether a job waits to be claimed. */
export async function isJobDue(kinds: Kinds = EVERY_KIND): Promise<boolean> {
  const [due] = await db().select({ id: jobs.id }).from(jobs).where(isClaimable(now(), kinds)).limit(1);
  return due !== undefined;
}

/** Claims the job that has been due longest, by a lease; null if nothing is due. No two workers get the same one. */
export function claimDueJob(kinds: Kinds = EVERY_KIND): Promise<Job | null> {
  return transact(async (tx) => {
    const at = now();
    for (;;) {
      const [due] = await tx.select().from(jobs).where(isClaimable(at, kinds)).orderBy(asc(jobs.runAt)).limit(1);
      if (!due) return null;
      if (due.claimedUntil && due.attempts >= CUT_OFF) {
        await putOff(tx, due, "The process that did it ended in its midst.");
        continue;
      }
      const attempts = due.attempts + 1;
      const claimedUntil = new Date(at.getTime() + LEASE);
      await tx.update(jobs).set({ claimedUntil, attempts }).where(eq(jobs.id, due.id));
      return { id: due.id, kind: due.kind, payload: due.payload, attempts };
    }
  });
}

/** Says that a claimed job is still being done. */
export function renewJob({ id }: Job): Promise<void> {
  return transact(async (tx) => {
    const claimedUntil = new Date(now().getTime() + LEASE);
    await tx
      .update(jobs)
      .set({ claimedUntil })
      .where(and(eq(jobs.id, id), isNotNull(jobs.claimedUntil)));
  });
}

/** Lets go of a claimed job that was not done, as if it had not been begun. */
export function releaseJob({ id, attempts }: Job): Promise<void> {
  return transact(async (tx) => {
    await tx
      .update(jobs)
      .set({ claimedUntil: null, attempts: attempts - 1 })
      .where(and(eq(jobs.id, id), isNotNull(jobs.claimedUntil)));
  });
}

/** Says that a claimed job is still being done: its lease begins anew. What takes longer than a lease says so each minute. */
export function goOnWithJob({ id }: Job): Promise<void> {
  return transact(async (tx) => {
    const claimedUntil = new Date(now().getTime() + LEASE);
    await tx
      .update(jobs)
      .set({ claimedUntil })
      .where(and(eq(jobs.id, id), isNull(jobs.doneAt)));
  });
}

/** Says that a claimed job is done. */
export function finishJob({ id }: Job): Promise<void> {
  return transact(async (tx) => {
    await tx.update(jobs).set({ doneAt: now(), claimedUntil: null, lastError: null }).where(eq(jobs.id, id));
  });
}

/** Says that a claimed job failed: it is tried again after a wait that doubles, at most an hour. */
export function failJob(job: Job, reason: string): Promise<void> {
  return transact((tx) => putOff(tx, job, reason));
}

async function putOff(tx: Db, { id, attempts }: Pick<Job, "id" | "attempts">, reason: string): Promise<void> {
  const wait = Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_BACKOFF);
  const runAt = new Date(now().getTime() + wait);
  await tx
    .update(jobs)
    .set({ runAt, claimedUntil: null, lastError: reason.slice(0, 500) })
    .where(eq(jobs.id, id));
}
