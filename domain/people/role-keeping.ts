import { eq } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { roles } from "@/db/schema";
import { record } from "@/domain/events/record";
import { Refusal } from "@/lib/refusal";
import { readMatrix } from "./actors";
import { authorize } from "./authorize";
import {
  about,
  CAPABILITIES,
  type Capability,
  covers,
  type Differences,
  type Grants,
  isFixed,
  missingNeed,
  type Reach,
  startOf,
} from "./capability";
import type { ChangeMatrix, Matrix } from "./matrix";
import { type Actor, ROLE_NAMES, ROLES, type Role } from "./staff";

/**
 * Changes what roles may. It counts from the next request of everybody on.
 * @throws Refusal "conflict" if a cell is no longer as it was shown, or "invalid" if a role would be granted what is of no
 * use to it without something else.
 */
export function changeMatrix(actor: Actor, { cells }: ChangeMatrix) {
  return transact(async (tx) => {
    authorizeOwner(actor);
    const before = await readMatrix(tx);
    const after = structuredClone(before);
    const changes = cells.filter(({ from, to }) => from !== to);
    for (const { role, capability, from, to } of changes) {
      if (isFixed(role, capability) || !about(capability).reaches.includes(to))
        throw new Refusal("invalid", `${ROLE_NAMES[role]}: “${about(capability).name}” cannot be changed so.`);
      if ((before[role][capability] ?? "nothing") !== from)
        throw new Refusal("conflict", "Somebody else changed this meanwhile. Reload the page, then choose again.");
      if (to === "nothing") delete after[role][capability];
      else after[role][capability] = to;
    }
    for (const role of ROLES) {
      refuseUseless(role, after[role]);
      await keep(tx, role, differencesOf(role, after[role]));
    }
    return record(tx, actor, "staff.capabilities-changed", "roles", { changes });
  });
}

/** Puts every role back to how it started. */
export function resetMatrix(actor: Actor) {
  return transact(async (tx) => {
    authorizeOwner(actor);
    await tx.update(roles).set({ grants: {} });
    return record(tx, actor, "staff.capabilities-changed", "roles", { reset: true });
  });
}

/** What each role may, for the page that changes it. @throws Refusal "forbidden" */
export async function manageMatrix(actor: Actor): Promise<{ matrix: Matrix; isChanged: boolean }> {
  authorizeOwner(actor);
  const matrix = await readMatrix(db());
  return { matrix, isChanged: ROLES.some((role) => Object.keys(differencesOf(role, matrix[role])).length > 0) };
}

/** Owners alone change what roles may: by it anybody could be given anything. @throws Refusal "forbidden" */
export function authorizeOwner(actor: Actor): void {
  authorize(actor, "staff.manage");
  if (actor.role !== "owner")
    throw new Refusal("forbidden", `Your role (${ROLE_NAMES[actor.role]}) does not allow this.`);
}

/**
 * Who manages the staff gives nobody more than they have, and does nothing to those who may more. An owner may all. Whoever
 * is on a desk has less than a role that reaches stories of every section: what limits them would not limit whom they make.
 * @throws Refusal "forbidden"
 */
export async function refuseAbove(tx: Db, actor: Actor, ...others: Role[]): Promise<void> {
  if (actor.role === "owner") return;
  const matrix = await readMatrix(tx);
  const above = others.find((role) => role === "owner" || !covers(actor.grants, matrix[role]));
  if (above) {
    throw new Refusal(
      "forbidden",
      `Your role (${actor.role}) does not allow this: ${ROLE_NAMES[above]} may more than you.`,
    );
  }
  const wider = actor.sectionIds && others.find((role) => reachesSections(matrix[role]));
  if (wider)
    throw new Refusal("forbidden", `Your desk limits you to its sections: ${ROLE_NAMES[wider]} may more than you.`);
}

function reachesSections(grants: Grants): boolean {
  return CAPABILITIES.some((each) => about(each).desk && grants[each] === "any");
}

function refuseUseless(role: Role, grants: Grants): void {
  const missing = missingNeed(grants);
  if (!missing) return;
  const [what, without] = [about(missing.capability).name, about(missing.needs).name];
  throw new Refusal("invalid", `${ROLE_NAMES[role]}: “${what}” is of no use without “${without}” at least as far.`);
}

function differencesOf(role: Role, grants: Grants): Differences {
  const differs = (capability: Capability): [Capability, Reach][] => {
    const reach = grants[capability] ?? "nothing";
    return reach === startOf(role, capability) ? [] : [[capability, reach]];
  };
  return Object.fromEntries(CAPABILITIES.flatMap(differs));
}

async function keep(tx: Db, role: Role, grants: Differences): Promise<void> {
  const [row] = await tx.select({ role: roles.role }).from(roles).where(eq(roles.role, role));
  if (row) await tx.update(roles).set({ grants }).where(eq(roles.role, role));
  else if (Object.keys(grants).length > 0) await tx.insert(roles).values({ role, grants });
}
