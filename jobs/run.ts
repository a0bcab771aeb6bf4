import { claimDueJob, failJob, finishJob, type Job } from "@/domain/jobs/queue";
import { MINUTE } from "@/lib/clock";
import { handlers } from "./handlers";
import { planRecurring } from "./schedule";

/** Does all that is due, one after the other. @returns how many jobs were done */
export async function runDueJobs(): Promise<number> {
  await planRecurring();
  let done = 0;
  for (let job = await claimDueJob(); job; job = await claimDueJob()) {
    if (await runJob(job)) done++;
  }
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

/** Does what is due now and every half minute, for as long as this process lives. */
export function startJobs(): void {
  const round = () =>
    runDueJobs()
      .catch((error) => console.error(`Jobs could not be run: ${error.message}`))
      .finally(() => setTimeout(round, MINUTE / 2).unref());
  round();
}
