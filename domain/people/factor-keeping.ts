import { eq } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { authenticators, passkeys, recoveryCodes, roles, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { planLetter } from "@/domain/mail/planning";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { authorize } from "./authorize";
import type { Factors } from "./factor";
import { passkeysOf } from "./passkeys";
import { codesLeft, hasAuthenticator, hasFactor } from "./recovery";
import { authorizeOwner, refuseAbove } from "./role-keeping";
import { endAll } from "./sessions";
import { type Actor, ROLES, type Role } from "./staff";

/** By what the actor proves that it is them. */
export async function ownFactors(actor: Actor): Promise<Factors> {
  const [authenticator, keys, codes, required] = await Promise.all([
    hasAuthenticator(db(), actor.id),
    passkeysOf(actor.id),
    codesLeft(db(), actor.id),
    rolesThatNeedFactor(),
  ]);
  return { authenticator, passkeys: keys, recoveryCodes: codes, required: required.includes(actor.role) };
}

/** Whether somebody has a second factor, for who manages the staff. */
export function personHasFactor(actor: Actor, id: string): Promise<boolean> {
  authorize(actor, "staff.manage");
  return hasFactor(db(), id);
}

/** The roles of which an owner asks a second factor. */
export async function rolesThatNeedFactor(): Promise<Role[]> {
  const rows = await db().select({ role: roles.role, since: roles.secondFactorSince }).from(roles);
  return rows.filter(({ since }) => since !== null).map(({ role }) => role);
}

/**
 * Chooses of which roles a second factor is asked. Whoever has such a role and no factor is led to set one up at their next
 * click, before anything else.
 */
export function requireFactor(actor: Actor, { needed }: { needed: Role[] }) {
  return transact(async (tx) => {
    authorizeOwner(actor);
    for (const role of ROLES) {
      const [row] = await tx.select().from(roles).where(eq(roles.role, role));
      const secondFactorSince = needed.includes(role) ? (row?.secondFactorSince ?? now()) : null;
      if (row) await tx.update(roles).set({ secondFactorSince }).where(eq(roles.role, role));
      else if (secondFactorSince) await tx.insert(roles).values({ role, grants: {}, secondFactorSince });
    }
    return record(tx, actor, "staff.factor-required", "roles", { roles: needed });
  });
}

/**
 * Takes every second factor of somebody away who lost theirs, and ends their sessions. They are told by e-mail where the
 * paper sends any.
 */
export function resetFactors(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const [person] = await tx.select({ role: staff.role }).from(staff).where(eq(staff.id, id));
    if (!person) throw notFound("person");
    await refuseAbove(tx, actor, person.role);
    if (id === actor.id) throw new Refusal("conflict", "Change your own under Your account, or ask another owner.");
    if (!(await hasFactor(tx, id))) throw new Refusal("conflict", "There is no second factor to reset.");
    await tx.delete(authenticators).where(eq(authenticators.staffId, id));
    await tx.delete(passkeys).where(eq(passkeys.staffId, id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, id));
    const sessions = await endAll(tx, id);
    await planLetter(tx, "second-factor-reset", { staffId: id });
    return record(tx, actor, "staff.factor-reset", id, { sessions });
  });
}
