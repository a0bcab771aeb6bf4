import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import { db, transact } from "@/db/client";
import { record } from "@/domain/events/record";
import { goOnWithJob, type Job, planJob } from "@/domain/jobs/queue";
import { notify } from "@/domain/notices/notifying";
import { whoMay } from "@/domain/people/who-may";
import { zoneOf } from "@/domain/settings/newsroom";
import { MINUTE, now } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import { lastDue } from "./due";

/** The job that makes the scheduled backup. There is one, planned anew for each day. */
export const BACKUP_JOB = "back-up";

/** By which try the owners are told that it fails; a passing trouble is over by then. And after how many more again. */
const TOLD_AT = 3;
const TOLD_EACH = 24;

/** Plans the backup that is due by BACKUP_AT, if any are asked for. One that was missed while nothing ran is made late. */
export async function planBackup(): Promise<void> {
  const { BACKUP_DIR, BACKUP_AT } = getEnv();
  if (!BACKUP_DIR || !program()) return;
  await planJob({ id: BACKUP_JOB, kind: BACKUP_JOB, runAt: lastDue(now(), BACKUP_AT, await zoneOf(db())) });
}

/**
 * Makes the scheduled backup, in a program of its own that gives way to everything else.
 * @throws an Error that says why there is none; the owners are told by a notice
 */
export async function makeScheduledBackup(job: Job): Promise<void> {
  const stillAtIt = setInterval(() => goOnWithJob(job).catch(() => undefined), MINUTE);
  const failure = await run().finally(() => clearInterval(stillAtIt));
  if (failure === null) {
    await transact((tx) => record(tx, null, "backup.made", "scheduled"));
    return;
  }
  if (job.attempts === TOLD_AT || (job.attempts > TOLD_AT && job.attempts % TOLD_EACH === 0)) await tellOwners(failure);
  throw new Error(failure);
}

/** The program that makes it, built beside the one that runs the jobs; none under the development server. */
function program(): string | undefined {
  return process.env.MASTHEAD_PROGRAM || undefined;
}

/** @returns why it failed; null where it did not */
function run(): Promise<string | null> {
  const child = spawn(process.execPath, [...process.execArgv, program() ?? "", "backup", "--scheduled"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  giveWay(child.pid);
  // It would go on beside a paper that was ended.
  const endWithUs = () => child.kill();
  process.once("exit", endWithUs);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  return new Promise((resolve) => {
    const end = (failure: string | null) => {
      process.off("exit", endWithUs);
      resolve(failure);
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => {
      const last = said
        .trim()
        .split("\n")
        .at(-1)
        ?.replace(/^Not done: /, "");
      end(code === 0 ? null : last || `it ended with ${signal ?? code}`);
    });
  });
}

function giveWay(pid: number | undefined): void {
  try {
    if (pid) setPriority(pid, 10);
  } catch {
    // It may be done already.
  }
}

function tellOwners(failure: string): Promise<void> {
  return transact(async (tx) => {
    const event = await record(tx, null, "backup.failed", "scheduled", { reason: failure });
    await notify(tx, event, "backup-failed", { articleId: null, to: await whoMay(tx, "settings.manage") });
  });
}
