import { and, count, eq, inArray, isNull, ne } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { now } from "@/lib/clock";
import type { ManyOutcome } from "@/lib/many";
import { notFound, Refusal } from "@/lib/refusal";
import { authorize } from "./authorize";
import { refuseAbove } from "./role-keeping";
import { endAll } from "./sessions";
import type { Actor, ChangeRole, DisableMany } from "./staff";

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
export function disableStaff(actor: Actor, { id }: { id: string }): Promise<Event> {
  return transact((tx) => disable(tx, actor, id));
}

/** Lets somebody in again, with the password they had. */
export function enableStaff(actor: Actor, { id }: { id: string }): Promise<Event> {
  return transact((tx) => enable(tx, actor, id));
}

/**
 * The same to some together; what is refused of one is done to the others all the same.
 * @returns also whom it changed, to do the opposite to. @throws Refusal "forbidden"
 */
export function disableMany(actor: Actor, { ids, disabled }: DisableMany): Promise<ManyOutcome<string>> {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const outcome: ManyOutcome<string> = { done: 0, unchanged: 0, refused: [], undo: [] };
    const people = await tx
      .select({ id: staff.id, name: staff.name, disabledAt: staff.disabledAt })
      .from(staff)
      .where(inArray(staff.id, ids));
    for (const { id, name, disabledAt } of people) {
      if ((disabledAt !== null) === (disabled === "yes")) {
        outcome.unchanged++;
        continue;
      }
      try {
        await (disabled === "yes" ? disable : enable)(tx, actor, id);
        outcome.undo.push(id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcome.refused.push({ name, why: error.message });
      }
    }
    return { ...outcome, done: outcome.undo.length };
  });
}

async function disable(tx: Db, actor: Actor, id: string): Promise<Event> {
  authorize(actor, "staff.manage");
  const person = await findPerson(tx, id);
  await refuseAbove(tx, actor, person.role);
  if (id === actor.id) throw new Refusal("conflict", "Nobody disables their own account. Ask another owner.");
  if (person.disabledAt) throw new Refusal("conflict", "This account is disabled already.");
  await refuseLastOwner(tx, id);
  await tx.update(staff).set({ disabledAt: now() }).where(eq(staff.id, id));
  const ended = await endAll(tx, id);
  return record(tx, actor, "staff.disabled", id, { sessions: ended });
}

async function enable(tx: Db, actor: Actor, id: string): Promise<Event> {
  authorize(actor, "staff.manage");
  const person = await findPerson(tx, id);
  await refuseAbove(tx, actor, person.role);
  if (!person.disabledAt) throw new Refusal("conflict", "This account is not disabled.");
  await tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, id));
  return record(tx, actor, "staff.enabled", id);
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
