import { asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { deskMembers, deskSections, desks, sections, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { authorize } from "./authorize";
import { authorizeOwner } from "./role-keeping";
import type { SaveDesk, SectionDesk } from "./section-desk";
import type { Actor } from "./staff";

/** Puts a desk down, or changes it. Its limits count from the next request of its people on. @throws Refusal "conflict", "invalid" */
export function saveDesk(actor: Actor, { id, name, sectionIds, memberIds }: SaveDesk) {
  return transact(async (tx) => {
    authorizeOwner(actor);
    await refuseKnown(tx, name, id);
    await check(tx, sectionIds, memberIds);
    const deskId = id ? await rename(tx, id, name) : await add(tx, name);
    await tx.delete(deskSections).where(eq(deskSections.deskId, deskId));
    await tx.delete(deskMembers).where(eq(deskMembers.deskId, deskId));
    await tx.insert(deskSections).values(sectionIds.map((sectionId) => ({ deskId, sectionId })));
    if (memberIds.length > 0) await tx.insert(deskMembers).values(memberIds.map((staffId) => ({ deskId, staffId })));
    return record(tx, actor, id ? "desk.edited" : "desk.created", deskId, { sectionIds, memberIds });
  });
}

/** Takes a desk away: its people are no longer limited by it. @throws Refusal "not-found" */
export function removeDesk(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    authorizeOwner(actor);
    await tx.delete(deskSections).where(eq(deskSections.deskId, id));
    await tx.delete(deskMembers).where(eq(deskMembers.deskId, id));
    const removed = await tx.delete(desks).where(eq(desks.id, id)).returning({ id: desks.id });
    if (removed.length === 0) throw notFound("desk");
    return record(tx, actor, "desk.removed", id);
  });
}

/** All desks by name, with their sections in the order of the site and their people by name. */
export async function listDesks(actor: Actor): Promise<SectionDesk[]> {
  authorize(actor, "staff.manage");
  const [all, inSections, people] = await Promise.all([
    db()
      .select({ id: desks.id, name: desks.name })
      .from(desks)
      .orderBy(asc(sql`lower(${desks.name})`)),
    db()
      .select({ deskId: deskSections.deskId, id: sections.id, name: sections.name })
      .from(deskSections)
      .innerJoin(sections, eq(sections.id, deskSections.sectionId))
      .orderBy(asc(sections.position)),
    db()
      .select({ deskId: deskMembers.deskId, id: staff.id, name: staff.name })
      .from(deskMembers)
      .innerJoin(staff, eq(staff.id, deskMembers.staffId))
      .orderBy(asc(sql`lower(${staff.name})`)),
  ]);
  const of = (deskId: string, rows: { deskId: string; id: string; name: string }[]) =>
    rows.filter((row) => row.deskId === deskId).map(({ id, name }) => ({ id, name }));
  return all.map((desk) => ({ ...desk, sections: of(desk.id, inSections), members: of(desk.id, people) }));
}

/** Whom a desk can have and what it can look after, for its form. */
export async function deskChoices(actor: Actor) {
  authorize(actor, "staff.manage");
  const [people, all] = await Promise.all([
    db()
      .select({ id: staff.id, name: staff.name, role: staff.role })
      .from(staff)
      .where(isNull(staff.disabledAt))
      .orderBy(asc(sql`lower(${staff.name})`)),
    db().select({ id: sections.id, name: sections.name }).from(sections).orderBy(asc(sections.position)),
  ]);
  return { people, sections: all };
}

async function add(tx: Db, name: string): Promise<string> {
  const [row] = await tx.insert(desks).values({ name, createdAt: now() }).returning({ id: desks.id });
  if (!row) throw new Error("The desk was not written");
  return row.id;
}

async function rename(tx: Db, id: string, name: string): Promise<string> {
  const [row] = await tx.update(desks).set({ name }).where(eq(desks.id, id)).returning({ id: desks.id });
  if (!row) throw notFound("desk");
  return row.id;
}

async function refuseKnown(tx: Db, name: string, but = ""): Promise<void> {
  // SQLite's lower() knows the capitals of English alone.
  const others = await tx.select({ name: desks.name }).from(desks).where(ne(desks.id, but));
  const message = "There is a desk of this name already.";
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new Refusal("conflict", message, { name: message });
}

async function check(tx: Db, sectionIds: string[], memberIds: string[]): Promise<void> {
  const found = await tx.select({ id: sections.id }).from(sections).where(inArray(sections.id, sectionIds));
  const message = "A section no longer exists.";
  if (found.length !== sectionIds.length) throw new Refusal("invalid", message, { sectionIds: message });
  const people = await tx.select({ id: staff.id }).from(staff).where(inArray(staff.id, memberIds));
  const gone = "Somebody chosen is no longer on the staff.";
  if (people.length !== memberIds.length) throw new Refusal("invalid", gone, { memberIds: gone });
}
