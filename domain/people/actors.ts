import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deskMembers, deskSections, roles, staff } from "@/db/schema";
import { type Differences, grantsOf } from "./capability";
import type { Matrix } from "./matrix";
import { type Actor, ROLES } from "./staff";

/**
 * A member of the staff as who acts, with all that they may now: for what a job does in somebody's name.
 * @returns null for who does not exist or is disabled.
 */
export async function findActor(tx: Db, id: string): Promise<Actor | null> {
  const [person] = await tx
    .select({ id: staff.id, name: staff.name, email: staff.email, role: staff.role, changed: roles.grants })
    .from(staff)
    .leftJoin(roles, eq(roles.role, staff.role))
    .where(and(eq(staff.id, id), isNull(staff.disabledAt)));
  return person ? actorOf(tx, person) : null;
}

/** Makes an actor of a row that says who somebody is, and what an owner changed of their role. */
export async function actorOf(
  tx: Db,
  { changed, ...person }: Pick<Actor, "id" | "name" | "email" | "role"> & { changed: Differences | null },
): Promise<Actor> {
  return { ...person, grants: grantsOf(person.role, changed), sectionIds: await sectionsOf(tx, person.id) };
}

/** Whether an actor may still what they might when their request came. */
export async function isUpToDate(tx: Db, { id, role, grants, sectionIds }: Actor): Promise<boolean> {
  const present = await findActor(tx, id);
  return (
    present !== null &&
    isDeepStrictEqual([present.role, present.grants, present.sectionIds], [role, grants, sectionIds])
  );
}

/** What each role may now. */
export async function readMatrix(tx: Db): Promise<Matrix> {
  const rows = await tx.select({ role: roles.role, grants: roles.grants }).from(roles);
  const kept = new Map(rows.map((row) => [row.role, row.grants as Differences]));
  const grants = ROLES.map((role) => [role, grantsOf(role, kept.get(role))] as const);
  return Object.fromEntries(grants) as Matrix;
}

async function sectionsOf(tx: Db, staffId: string): Promise<string[] | null> {
  const rows = await tx
    .selectDistinct({ id: deskSections.sectionId })
    .from(deskMembers)
    .innerJoin(deskSections, eq(deskSections.deskId, deskMembers.deskId))
    .where(eq(deskMembers.staffId, staffId))
    .orderBy(asc(deskSections.sectionId));
  return rows.length > 0 ? rows.map((row) => row.id) : null;
}
