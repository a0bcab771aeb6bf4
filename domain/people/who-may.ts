import { isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { staff } from "@/db/schema";
import { findActor } from "./actors";
import type { Capability } from "./capability";
import { can, type Owned } from "./staff";

/** Everybody on the staff who may do a thing to a subject; without one, who may do it at all. */
export async function whoMay(tx: Db, capability: Capability, subject?: Owned): Promise<string[]> {
  const everybody = await tx.select({ id: staff.id }).from(staff).where(isNull(staff.disabledAt));
  const actors = await Promise.all(everybody.map(({ id }) => findActor(tx, id)));
  return actors.flatMap((actor) => (actor && can(actor, capability, subject) ? [actor.id] : []));
}
