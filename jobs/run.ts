import { dueSchedules } from "@/domain/articles/performing";
import { BACKUP_JOB } from "@/domain/backups/scheduled";
import { claimDueJob, failJob, finishJob, isJobDue, type Job, planJob } from "@/domain/jobs/queue";
import { COPIES_JOB } from "@/domain/media/copies";
import { CREDENTIALS_JOB } from "@/domain/media/credentials-planning";
import { LIBRARY_JOB } from "@/domain/media/indexing";
import { LIKENESS_JOB } from "@/domain/media/likening";
import { SWEEP_FILES_JOB } from "@/domain/media/sweeping";
import { MINUTE, now } from "@/lib/clock";
import { handlers } from "./handlers";
import { planDueSchedules, planRecurring } from "./schedule";

/** What takes long is done beside everything else: a story that comes out to the second does not wait for pictures. */
const LONG = [COPIES_JOB, SWEEP_FILES_JOB, LIKENESS_JOB, CREDENTIALS_JOB, LIBRARY_JOB];

/** What may take an hour, in a program of its own: neither of them waits for the other. */
const BESIDE = [BACKUP_JOB];

/** Plans what recurs and does all that is due, one after the other. @returns how many jobs were done */
export async function runDueJobs(): Promise<number> {
  await planRecurring();
  return (await doWhatIsDue()) + (await doOnly(LONG)) + (await doOnly(BESIDE));
}

async function doWhatIsDue(): Promise<number> {
  await planDueSchedules();
  const kinds = { except: [...LONG, ...BESIDE] };
  let done = 0;
  for (let job = await claimDueJob(kinds); job; job = await claimDueJob(kinds)) {
    if (await runJob(job)) done++;
    // What is next for a story can be done once what came before it is.
    await planDueSchedules();
  }
  return done;
}

async function doOnly(only: readonly string[]): Promise<number> {
  const kinds = { only };
  let done = 0;
  for (let job = await claimDueJob(kinds); job; job = await claimDueJob(kinds)) if (await runJob(job)) done++;
  return done;
}

async function runJob(job: Job): Promise<boolean> {
  try {
    const handle = handlers[job.kind];
    if (!handle) throw new Error(`No handler for ${job.kind}`);
    await handle(job);
    await finishJob(job);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Job ${job.id} failed (try ${job.attempts}): ${reason}`);
    await failJob(job, reason);
    return false;
  }
}

/** How often it is looked whether something is due, and how often what recurs is planned, in milliseconds. */
const LOOK_EVERY = 1000;
const PLAN_EVERY = MINUTE / 2;

/** Does what is due, to the second, for as long as this process lives. */
export function startJobs(): void {
  let plannedAt = Number.NEGATIVE_INFINITY;
  const look = async () => {
    // By a clock that nobody sets.
    if (performance.now() - plannedAt >= PLAN_EVERY) {
      plannedAt = performance.now();
      await planRecurring();
    }
    if (await isAnythingDue()) await doWhatIsDue();
  };
  // What ended a paper may have left something behind.
  const atStart = { id: `${SWEEP_FILES_JOB}-start`, kind: SWEEP_FILES_JOB, runAt: now() };
  planJob(atStart).catch((error) => console.error(`The sweep could not be planned: ${error.message}`));
  keepAt(look);
  for (const only of [LONG, BESIDE]) {
    keepAt(async () => {
      if (await isJobDue({ only })) await doOnly(only);
    });
  }
}

/** Does something again and again, a while after it was done. */
function keepAt(work: () => Promise<void>): void {
  const round = () =>
    work()
      .catch((error) => console.error(`Jobs could not be run: ${error.message}`))
      .finally(() => setTimeout(round, LOOK_EVERY).unref());
  round();
}

async function isAnythingDue(): Promise<boolean> {
  return (await isJobDue({ except: [...LONG, ...BESIDE] })) || (await dueSchedules()).length > 0;
}
