import type { Db } from "@/db/client";
import { planJobIn } from "@/domain/jobs/queue";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";

/** The job that reads content credentials. */
export const CREDENTIALS_JOB = "read-credentials";

/** Plans that the credentials of an asset are read, or anew those of all that have some. */
export function planCredentials(tx: Db, assetId?: string): Promise<void> {
  return planJobIn(tx, {
    id: `${CREDENTIALS_JOB}-${newId()}`,
    kind: CREDENTIALS_JOB,
    payload: assetId ? { assetId } : {},
    runAt: now(),
  });
}

/** Whether a file says that it has content credentials: a box of JUMBF that is of C2PA. */
export function mayHaveCredentials(bytes: Buffer): boolean {
  const box = bytes.indexOf("jumb");
  return box >= 0 && bytes.includes("c2pa", box);
}
