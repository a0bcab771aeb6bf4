import { and, asc, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import { db } from "@/db/client";
import { jobs } from "@/db/schema";
import { now } from "@/lib/clock";

/** How much work there is, by how it stands. */
export type JobVitals = {
  /** To be done now, and not begun. */
  due: number;
  running: number;
  /** Failed, and to be tried again. */
  failing: number;
  /** To be done later. */
  planned: number;
  /** Since when the oldest of what is due waits. */
  oldestDue: Date | null;
};

/** How the work stands that the paper does by itself: figures alone. */
export async function readJobVitals(): Promise<JobVitals> {
  const at = now();
  const isOpen = isNull(jobs.doneAt);
  const isFree = or(isNull(jobs.claimedUntil), lte(jobs.claimedUntil, at));
  const isDue = and(isOpen, lte(jobs.runAt, at), isFree);
  const [due, running, failing, planned, [oldest]] = await Promise.all([
    db().$count(jobs, isDue),
    db().$count(jobs, and(isOpen, gt(jobs.claimedUntil, at))),
    db().$count(jobs, and(isOpen, isNotNull(jobs.lastError))),
    db().$count(jobs, and(isOpen, gt(jobs.runAt, at))),
    db().select({ at: jobs.runAt }).from(jobs).where(isDue).orderBy(asc(jobs.runAt)).limit(1),
  ]);
  return { due, running, failing, planned, oldestDue: oldest?.at ?? null };
}
