import { isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { staff } from "@/db/schema";
import { type Capability, can, type Owned } from "./staff";

/** Everybody on the staff who may do a thing to a subject. */
export async function whoMay(tx: Db, capability: Capability, subject: Owned): Promise<string[]> {
  const everybody = await tx.select({ id: staff.id, role: staff.role }).from(staff).where(isNull(staff.disabledAt));
  return everybody.filter((person) => can(person, capability, subject)).map(({ id }) => id);
}
