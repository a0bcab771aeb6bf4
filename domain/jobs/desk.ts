import { and, asc, desc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { db } from "@/db/client";
import { drafts, jobs, schedules } from "@/db/schema";
import type { Act } from "@/domain/articles/schedule";
import { troubledSchedules } from "@/domain/articles/troubled";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { DAY, MINUTE, now } from "@/lib/clock";

/** How much of each is shown. */
const SHOWN = 20;
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

/** What goes wrong with the work that the paper does by itself. */
export type JobTroubles = {
  failing: FailingJob[];
  /** How much is due and not begun: nobody does the work while it stands. */
  waiting: number;
};

export type JobsReport = JobTroubles & {
  lastDoneAt: Date | null;
  coming: ScheduleRow[];
  /** Of the last seven days, the newest first. */
  troubled: ScheduleRow[];
};

/** How the work stands that the paper does by itself. @throws Refusal "forbidden" */
export async function readJobs(actor: Actor): Promise<JobsReport> {
  const [troubles, [last], coming, troubled] = await Promise.all([
    readJobTroubles(actor),
    db().select({ at: jobs.doneAt }).from(jobs).where(isNotNull(jobs.doneAt)).orderBy(desc(jobs.doneAt)).limit(1),
    db()
      .select({
        id: schedules.id,
        articleId: schedules.articleId,
        headline: drafts.headline,
        act: schedules.act,
        at: schedules.at,
      })
      .from(schedules)
      .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
      .where(isNull(schedules.endedAt))
      .orderBy(asc(schedules.at))
      .limit(SHOWN),
    troubledSchedules({ since: new Date(now().getTime() - TOLD), most: SHOWN }),
  ]);
  return {
    ...troubles,
    lastDoneAt: last?.at ?? null,
    coming: coming.map((row) => ({ ...row, failure: "", late: null })),
    troubled: troubled.map(({ article, endedAt: _, ...row }) => ({
      ...row,
      articleId: article.id,
      headline: article.headline,
    })),
  };
}

/** What fails, and what nobody does. @throws Refusal "forbidden" */
export async function readJobTroubles(actor: Actor): Promise<JobTroubles> {
  authorize(actor, "settings.manage");
  const at = now();
  const overdue = new Date(at.getTime() - WAITING);
  const [failing, waiting] = await Promise.all([
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
  ]);
  return { failing: failing.map(({ error, ...job }) => ({ ...job, error: error ?? "" })), waiting };
}
