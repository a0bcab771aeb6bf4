import { and, count, eq, isNull, ne } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { authorize } from "./authorize";
import { refuseAbove } from "./role-keeping";
import { endAll } from "./sessions";
import type { Actor, ChangeRole } from "./staff";

/** Gives somebody another role. It counts from their next request on. */
export function changeRole(actor: Actor, { id, role }: ChangeRole) {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const person = await findPerson(tx, id);
    await refuseAbove(tx, actor, person.role, role);
    if (id === actor.id) throw new Refusal("conflict", "Nobody changes their own role. Ask another owner.");
    if (role !== "owner") await refuseLastOwner(tx, id);
    await tx.update(staff).set({ role }).where(eq(staff.id, id));
    return record(tx, actor, "staff.role-changed", id, { from: person.role, to: role });
  });
}

/** Shuts somebody out: they are signed out everywhere and cannot sign in. What they wrote stays. */
export function disableStaff(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const person = await findPerson(tx, id);
    await refuseAbove(tx, actor, person.role);
    if (id === actor.id) throw new Refusal("conflict", "Nobody disables their own account. Ask another owner.");
    if (person.disabledAt) throw new Refusal("conflict", "This account is disabled already.");
    await refuseLastOwner(tx, id);
    await tx.update(staff).set({ disabledAt: now() }).where(eq(staff.id, id));
    const ended = await endAll(tx, id);
    return record(tx, actor, "staff.disabled", id, { sessions: ended });
  });
}

/** Lets somebody in again, with the password they had. */
export function enableStaff(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const person = await findPerson(tx, id);
    await refuseAbove(tx, actor, person.role);
    if (!person.disabledAt) throw new Refusal("conflict", "This account is not disabled.");
    await tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, id));
    return record(tx, actor, "staff.enabled", id);
  });
}

async function findPerson(tx: Db, id: string) {
  const [person] = await tx
    .select({ role: staff.role, disabledAt: staff.disabledAt })
    .from(staff)
    .where(eq(staff.id, id));
  if (!person) throw notFound("person");
  return person;
}

/** Two owners may turn on each other in the same moment: whoever comes second finds themselves the last. */
async function refuseLastOwner(tx: Db, id: string): Promise<void> {
  const [others] = await tx
    .select({ owners: count() })
    .from(staff)
    .where(and(eq(staff.role, "owner"), isNull(staff.disabledAt), ne(staff.id, id)));
  if (!others?.owners)
    throw new Refusal("conflict", "This is the last active owner. Make somebody else an owner first.");
}
