import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import { db } from "@/db/client";
import { drafts, jobs, schedules } from "@/db/schema";
import { type Act, minutesLate } from "@/domain/articles/schedule";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { DAY, MINUTE, now } from "@/lib/clock";

/** How much of each is shown. */
const SHOWN = 20;
/** Of how many that ended last it is looked whether they failed or came late. */
const LOOKED_AT = 500;
/** For how long what went wrong is told. */
const TOLD = 7 * DAY;
/** For how long work may be due before it is told that nobody does it. */
const WAITING = 2 * MINUTE;

/** Work that failed and is tried again. */
export type FailingJob = { id: string; kind: string; attempts: number; nextTry: Date; error: string };

/** Something planned for a story, that is to come, or that failed or came late. */
export type ScheduleRow = {
  id: string;
  articleId: string;
  headline: string;
  act: Act;
  at: Date;
  failure: string;
  /** In minutes; null where it came on time, or is to come. */
  late: number | null;
};

export type JobsReport = {
  failing: FailingJob[];
  /** How much is due and not begun: nobody does the work while it stands. */
  waiting: number;
  lastDoneAt: Date | null;
  coming: ScheduleRow[];
  /** Of the last seven days, the newest first. */
  troubled: ScheduleRow[];
};

/** How the work stands that the paper does by itself. @throws Refusal "forbidden" */
export async function readJobs(actor: Actor): Promise<JobsReport> {
  authorize(actor, "settings.manage");
  const at = now();
  const planned = {
    id: schedules.id,
    articleId: schedules.articleId,
    headline: drafts.headline,
    act: schedules.act,
    at: schedules.at,
    failure: schedules.failure,
    dueAt: schedules.dueAt,
    endedAt: schedules.endedAt,
  };
  const overdue = new Date(at.getTime() - WAITING);
  const [failing, waiting, [last], coming, over] = await Promise.all([
    db()
      .select({ id: jobs.id, kind: jobs.kind, attempts: jobs.attempts, nextTry: jobs.runAt, error: jobs.lastError })
      .from(jobs)
      .where(and(isNull(jobs.doneAt), isNotNull(jobs.lastError)))
      .orderBy(asc(jobs.runAt))
      .limit(SHOWN),
    db().$count(
      jobs,
      and(isNull(jobs.doneAt), lte(jobs.runAt, overdue), or(isNull(jobs.claimedUntil), lte(jobs.claimedUntil, at))),
    ),
    db().select({ at: jobs.doneAt }).from(jobs).where(isNotNull(jobs.doneAt)).orderBy(desc(jobs.doneAt)).limit(1),
    db()
      .select(planned)
      .from(schedules)
      .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
      .where(isNull(schedules.endedAt))
      .orderBy(asc(schedules.at))
      .limit(SHOWN),
    db()
      .select(planned)
      .from(schedules)
      .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
      .where(and(inArray(schedules.outcome, ["failed", "done"]), gt(schedules.endedAt, new Date(at.getTime() - TOLD))))
      .orderBy(desc(schedules.endedAt))
      .limit(LOOKED_AT),
  ]);
  const rowOf = ({ dueAt, endedAt, ...row }: (typeof over)[number]): ScheduleRow => ({
    ...row,
    late: endedAt ? minutesLate(dueAt ?? row.at, endedAt) : null,
  });
  return {
    failing: failing.map(({ error, ...job }) => ({ ...job, error: error ?? "" })),
    waiting,
    lastDoneAt: last?.at ?? null,
    coming: coming.map(rowOf),
    troubled: over
      .map(rowOf)
      .filter(({ failure, late }) => failure || late !== null)
      .slice(0, SHOWN),
  };
}
