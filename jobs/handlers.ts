import { performSchedule } from "@/domain/articles/performing";
import type { Job } from "@/domain/jobs/queue";
import { sweep } from "@/domain/jobs/sweep";
import { deliverLetter } from "@/domain/mail/letters";
import { LETTER_JOB } from "@/domain/mail/planning";
import { COPIES_JOB, finishCopies } from "@/domain/media/copies";
import { tellOfRights } from "@/domain/media/lapsing";
import { LIKENESS_JOB, measureOlder } from "@/domain/media/likening";
import { SWEEP_FILES_JOB, sweepFiles } from "@/domain/media/sweeping";
import { pingHub, pingIndexNow } from "@/domain/pings/sending";
import { rankReadings } from "@/domain/readings/ranking";
import { catchUp } from "@/domain/search/indexing";

/** What is done for each kind of job. A handler is shallow: the work is a verb of the domain, and may be done twice. */
export const handlers: Record<string, (job: Job) => Promise<void>> = {
  sweep,
  "keep-schedule": ({ payload }) => performSchedule(String(payload.scheduleId)),
  [LETTER_JOB]: deliverLetter,
  "tell-of-rights": tellOfRights,
  [COPIES_JOB]: finishCopies,
  [SWEEP_FILES_JOB]: sweepFiles,
  [LIKENESS_JOB]: measureOlder,
  "index-stories": async () => {
    await catchUp();
  },
  "rank-readings": rankReadings,
  "ping-index-now": pingIndexNow,
  "ping-hub": pingHub,
};
