import { dueSchedules } from "@/domain/articles/performing";
import { planBackup } from "@/domain/backups/scheduled";
import { keepLogSmall } from "@/domain/jobs/log-keeping";
import { planJob } from "@/domain/jobs/queue";
import { isLibraryBehind, LIBRARY_JOB } from "@/domain/media/indexing";
import { isRightsNewsDue } from "@/domain/media/lapsing";
import { isLikenessBehind, LIKENESS_JOB } from "@/domain/media/likening";
import { SWEEP_FILES_JOB } from "@/domain/media/sweeping";
import { isIndexBehind } from "@/domain/search/indexing";
import { DAY, MINUTE, now } from "@/lib/clock";

/** How often what is read most is counted anew, in milliseconds. */
const RANKED_EVERY = 10 * MINUTE;

/** Plans what recurs, and what was left to do. Called at every start and after every round, it plans each piece once. */
export async function planRecurring(): Promise<void> {
  await keepLogSmall();
  const day = Math.floor(now().getTime() / DAY);
  await planJob({ id: `sweep-${day}`, kind: "sweep", runAt: new Date(day * DAY) });
  await planJob({ id: `${SWEEP_FILES_JOB}-${day}`, kind: SWEEP_FILES_JOB, runAt: new Date(day * DAY) });
  if (await isLikenessBehind()) await planJob({ id: LIKENESS_JOB, kind: LIKENESS_JOB, runAt: now() });
  if (await isIndexBehind()) await planJob({ id: "index-stories", kind: "index-stories", runAt: now() });
  if (await isLibraryBehind()) await planJob({ id: LIBRARY_JOB, kind: LIBRARY_JOB, runAt: now() });
  if (await isRightsNewsDue()) await planJob({ id: "tell-of-rights", kind: "tell-of-rights", runAt: now() });
  await planBackup();
  const tenMinutes = Math.floor(now().getTime() / RANKED_EVERY);
  await planJob({ id: "rank-readings", kind: "rank-readings", runAt: new Date(tenMinutes * RANKED_EVERY) });
}

/** Plans what the desk planned and has become due. */
export async function planDueSchedules(): Promise<void> {
  for (const { id } of await dueSchedules()) {
    await planJob({ id: `schedule-${id}`, kind: "keep-schedule", payload: { scheduleId: id }, runAt: now() });
  }
}
