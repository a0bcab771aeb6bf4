import { setTimeout as pause } from "node:timers/promises";
import { dueSchedules } from "@/domain/articles/performing";
import { BACKUP_JOB } from "@/domain/backups/scheduled";
import {
  claimDueJob,
  failJob,
  finishJob,
  isJobDue,
  type Job,
  type Kinds,
  planJob,
  RENEW_EVERY,
  releaseJob,
  renewJob,
} from "@/domain/jobs/queue";
import { COPIES_JOB } from "@/domain/media/copies";
import { CREDENTIALS_JOB } from "@/domain/media/credentials-planning";
import { LIBRARY_JOB } from "@/domain/media/indexing";
import { LIKENESS_JOB } from "@/domain/media/likening";
import { SWEEP_FILES_JOB } from "@/domain/media/sweeping";
import { MINUTE, now } from "@/lib/clock";
import { log, withFields } from "@/lib/log";
import { handlers } from "./handlers";
import { planDueSchedules, planRecurring } from "./schedule";

/** What readers are promised to the second. */
const PROMPT = ["keep-schedule"];

/** What takes long. */
const LONG = ["index-stories", COPIES_JOB, SWEEP_FILES_JOB, LIKENESS_JOB, CREDENTIALS_JOB, LIBRARY_JOB];

/** What may take hours, in a program of its own: neither of them waits for the other. */
const BESIDE = [BACKUP_JOB];

/** What is done one after the other, beside the other lanes: a story that comes out to the second waits for none of them. */
type Lane = {
  kinds: Kinds;
  /** How long one job may take, in milliseconds: then it failed. */
  limit: number;
  /** Called before it is looked what is due. */
  prepare?: () => Promise<void>;
};

const LANES: readonly Lane[] = [
  { kinds: { only: PROMPT }, limit: MINUTE, prepare: planDueSchedules },
  { kinds: { except: [...PROMPT, ...LONG, ...BESIDE] }, limit: 5 * MINUTE },
  { kinds: { only: LONG }, limit: 30 * MINUTE },
  { kinds: { only: BESIDE }, limit: 360 * MINUTE },
];

/** Plans what recurs and does all that is due, one after the other. @returns how many jobs were done */
export async function runDueJobs(): Promise<number> {
  await planRecurring();
  let done = 0;
  for (const lane of LANES) done += await doWhatIsDue(lane);
  return done;
}

type Watch = {
  isStopping?: boolean;
  /** What is being done. */
  underWay: Set<Job>;
  /** Told of a job that went on beyond its limit. */
  onStuck: (kind: string) => void;
};

const nobody: Watch = { underWay: new Set(), onStuck: () => {} };

async function doWhatIsDue({ kinds, limit, prepare }: Lane, watch: Watch = nobody): Promise<number> {
  let done = 0;
  while (!watch.isStopping) {
    // What is next for a story can be done once what came before it is.
    await prepare?.();
    const job = await claimDueJob(kinds);
    if (!job) break;
    if (await runJob(job, limit, watch)) done++;
  }
  return done;
}

async function runJob(job: Job, limit: number, { underWay, onStuck }: Watch): Promise<boolean> {
  underWay.add(job);
  const renewing = setInterval(() => renewJob(job).catch(() => {}), RENEW_EVERY).unref();
  try {
    const handle = handlers[job.kind];
    if (!handle) throw new Error(`No handler for ${job.kind}`);
    await withinLimit(
      withFields({ job: job.id, kind: job.kind }, () => handle(job)),
      limit,
    );
    await finishJob(job);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ job: job.id, kind: job.kind, attempts: job.attempts, err: error }, "A job failed");
    await failJob(job, reason);
    if (error instanceof TookTooLong) onStuck(job.kind);
    return false;
  } finally {
    clearInterval(renewing);
    underWay.delete(job);
  }
}

class TookTooLong extends Error {}

async function withinLimit(work: Promise<void>, limit: number): Promise<void> {
  const over = new AbortController();
  const late = pause(limit, undefined, { signal: over.signal, ref: false }).then(
    () => {
      throw new TookTooLong(`It did not end within ${Math.ceil(limit / 1000)} seconds`);
    },
    () => {},
  );
  try {
    await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

/** How often it is looked whether something is due, and how often what recurs is planned, in milliseconds. */
const LOOK_EVERY = 1000;
const PLAN_EVERY = MINUTE / 2;

/** How long what is under way may take to its end once the end was asked for, in milliseconds. */
const PATIENCE = 5000;

/**
 * Does what is due, to the second, for as long as this process lives.
 * @param onStuck told of a job that goes on beyond its limit; this process had better end then.
 * @param longest how long any job may take at most, in milliseconds.
 */
export function startJobs({
  onStuck,
  longest = Number.POSITIVE_INFINITY,
}: Pick<Watch, "onStuck"> & { longest?: number }) {
  const watch: Watch = { underWay: new Set(), onStuck };
  // What ended a paper may have left something behind.
  const atStart = { id: `${SWEEP_FILES_JOB}-start`, kind: SWEEP_FILES_JOB, runAt: now() };
  planJob(atStart).catch((error) => log.error({ err: error }, "The sweep could not be planned"));
  const rounds = [
    keepAt(planRecurring, PLAN_EVERY, watch),
    ...LANES.map((lane) =>
      keepAt(
        async () =>
          void (
            (await isAnythingDue(lane)) && (await doWhatIsDue({ ...lane, limit: Math.min(lane.limit, longest) }, watch))
          ),
        LOOK_EVERY,
        watch,
      ),
    ),
  ];
  return {
    /** Begins nothing more, waits a while for what is under way, and lets go of what has not ended. */
    async stop(patience = PATIENCE): Promise<void> {
      watch.isStopping = true;
      await Promise.race([Promise.all(rounds), pause(patience)]);
      for (const job of watch.underWay) {
        log.warn({ job: job.id, kind: job.kind }, "A job was let go of: the next start takes it up");
        await releaseJob(job).catch((error) => log.error({ err: error }, "A job could not be let go of"));
      }
    },
  };
}

/** Does something again and again, a while after it was done, until the end was asked for. */
async function keepAt(work: () => Promise<void>, every: number, watch: Watch): Promise<void> {
  while (!watch.isStopping) {
    await work().catch((error) => log.error({ err: error }, "Jobs could not be run"));
    // By a clock that nobody sets; in short steps, so that the end is not waited for.
    const until = performance.now() + every;
    while (!watch.isStopping && performance.now() < until) await pause(Math.min(every, 100));
  }
}

async function isAnythingDue({ kinds, prepare }: Lane): Promise<boolean> {
  return (await isJobDue(kinds)) || (prepare !== undefined && (await dueSchedules()).length > 0);
}
