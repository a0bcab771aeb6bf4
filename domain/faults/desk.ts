import { desc } from "drizzle-orm";
import { db } from "@/db/client";
import { faults } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";

/** What failed lately, all that failed alike in one. */
export type FaultRow = Omit<typeof faults.$inferSelect, "id"> & { id: string };

/** How many are shown. */
const SHOWN = 30;

/** What failed in the last fourteen days, the newest first. @throws Refusal "forbidden" */
export async function listFaults(actor: Actor): Promise<FaultRow[]> {
  authorize(actor, "settings.manage");
  return db().select().from(faults).orderBy(desc(faults.lastAt)).limit(SHOWN);
}
