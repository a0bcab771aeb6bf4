import { databaseFile } from "@/db/client";
import { type DatabaseStanding, databaseStanding, diskLeft } from "@/db/standing";
import { type JobVitals, readJobVitals } from "@/domain/jobs/vitals";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { getEnv } from "@/lib/env";

/** On what the paper stands: its database, its disk, the work that waits. */
export type Standing = {
  database: DatabaseStanding & { file: string };
  disk: { left: number; floor: number };
  work: JobVitals;
};

/** On what the paper stands, for who looks after it. @throws Refusal "forbidden" */
export async function readStanding(actor: Actor): Promise<Standing> {
  authorize(actor, "settings.manage");
  const [database, left, work] = await Promise.all([databaseStanding(), diskLeft(), readJobVitals()]);
  return {
    database: { ...database, file: databaseFile() },
    disk: { left, floor: getEnv().DISK_FLOOR * 1024 * 1024 },
    work,
  };
}
