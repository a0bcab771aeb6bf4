import { and, asc, desc, eq, gt, max, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations, sessions, staff } from "@/db/schema";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { notFound } from "@/lib/refusal";
import { authorize } from "./authorize";
import type { Invitation } from "./invitation";
import { isOpen } from "./inviting";
import { deviceOf, type SessionView } from "./session";
import { isLive } from "./sessions";
import type { Actor, Role } from "./staff";

const PAGE = 50;

/** A member of the staff as the people pages show them. */
export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  /** When they last used the newsroom, as far as that is still known. */
  lastSeenAt: Date | null;
};

const person = {
  id: staff.id,
  name: staff.name,
  email: staff.email,
  role: staff.role,
  createdAt: staff.createdAt,
  disabledAt: staff.disabledAt,
};

/** A page of the staff by name, and the cursor of the next one if there is one. */
export async function listStaff(actor: Actor, { cursor }: { cursor?: string }) {
  authorize(actor, "staff.manage");
  const name = sql<string>`lower(${staff.name})`;
  const last = decodeCursor(cursor);
  const found = await db()
    .select({ ...person, key: name, lastSeenAt: max(sessions.lastSeenAt) })
    .from(staff)
    .leftJoin(sessions, eq(sessions.staffId, staff.id))
    .where(last && or(sql`${name} > ${last.key}`, and(sql`${name} = ${last.key}`, gt(staff.id, last.id))))
    .groupBy(staff.id)
    .orderBy(asc(name), asc(staff.id))
    .limit(PAGE + 1);
  const rows: Person[] = found.slice(0, PAGE).map(({ key: _, ...row }) => row);
  const end = found[PAGE - 1];
  return { rows, next: found.length > PAGE && end ? encodeCursor(end) : undefined };
}

/** The invitations that still wait, newest first; the latest hundred, since an invitation lasts some days only. */
export async function listInvitations(actor: Actor): Promise<Invitation[]> {
  authorize(actor, "staff.manage");
  return db()
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(await isOpen(db()))
    .orderBy(desc(invitations.createdAt))
    .limit(100);
}

/** One member of the staff, and where they are signed in. @throws Refusal "not-found" */
export async function readPerson(actor: Actor, id: string): Promise<{ person: Person; sessions: SessionView[] }> {
  authorize(actor, "staff.manage");
  const [found] = await db()
    .select({ ...person, lastSeenAt: max(sessions.lastSeenAt) })
    .from(staff)
    .leftJoin(sessions, eq(sessions.staffId, staff.id))
    .where(eq(staff.id, id))
    .groupBy(staff.id);
  if (!found) throw notFound("person");
  return { person: found, sessions: await sessionsOf(id) };
}

/** Where the actor is signed in. */
export async function ownSessions(actor: Actor): Promise<SessionView[]> {
  return sessionsOf(actor.id);
}

async function sessionsOf(staffId: string): Promise<SessionView[]> {
  const rows = await db()
    .select()
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), isLive()))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(PAGE);
  return rows.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
    id,
    device: deviceOf(userAgent),
    address,
    createdAt,
    lastSeenAt,
  }));
}
