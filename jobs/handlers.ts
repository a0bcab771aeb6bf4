import { performSchedule } from "@/domain/articles/performing";
import { BACKUP_JOB, makeScheduledBackup } from "@/domain/backups/scheduled";
import type { Job } from "@/domain/jobs/queue";
import { sweep } from "@/domain/jobs/sweep";
import { deliverLetter } from "@/domain/mail/letters";
import { LETTER_JOB } from "@/domain/mail/planning";
import { COPIES_JOB, finishCopies } from "@/domain/media/copies";
import { CREDENTIALS_JOB } from "@/domain/media/credentials-planning";
import { readCredentialsJob } from "@/domain/media/credentials-reading";
import { catchUpLibrary, LIBRARY_JOB } from "@/domain/media/indexing";
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
  [CREDENTIALS_JOB]: readCredentialsJob,
  "tell-of-rights": tellOfRights,
  [COPIES_JOB]: finishCopies,
  [SWEEP_FILES_JOB]: sweepFiles,
  [LIKENESS_JOB]: measureOlder,
  [BACKUP_JOB]: makeScheduledBackup,
  "index-stories": async () => {
    await catchUp();
  },
  [LIBRARY_JOB]: catchUpLibrary,
  "rank-readings": rankReadings,
  "ping-index-now": pingIndexNow,
  "ping-hub": pingHub,
};
