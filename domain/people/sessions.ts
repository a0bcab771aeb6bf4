import { and, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { authenticators, passkeys, roles, sessions, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { DAY, MINUTE, now } from "@/lib/clock";
import { isPassing, notFound } from "@/lib/refusal";
import { actorOf } from "./actors";
import { authorize } from "./authorize";
import { refuseAbove } from "./role-keeping";
import type { Actor } from "./staff";

/** How long a session lasts that nobody uses, in days. */
export const SESSION_DAYS = 30;

/** How long a session lasts however it is used, in days. */
export const LONGEST_SESSION_DAYS = 90;

/** How exactly `lastSeenAt` is kept: a session in use is not written at every request. */
const SEEN_EVERY = MINUTE;

/** Who is signed in by a session, and how. */
export type Standing = {
  actor: Actor;
  /** Whether their role asks for a second factor that they have not set up: until then they may do nothing else. */
  lacksFactor: boolean;
  /** Whether they said lately that it is them. */
  isConfirmed: boolean;
};

/**
 * Who a session belongs to, read anew at every request: null when it has ended or run out, or the person was disabled.
 * A session in use is renewed.
 */
export async function readSession(id: string): Promise<Standing | null> {
  const [found] = await db()
    .select({
      person: { id: staff.id, name: staff.name, email: staff.email, role: staff.role, changed: roles.grants },
      needsFactorSince: roles.secondFactorSince,
      authenticator: authenticators.confirmedAt,
      passkey: passkeys.id,
      confirmedUntil: sessions.confirmedUntil,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .leftJoin(roles, eq(roles.role, staff.role))
    .leftJoin(authenticators, eq(authenticators.staffId, staff.id))
    .leftJoin(passkeys, eq(passkeys.staffId, staff.id))
    .where(and(eq(sessions.id, id), isLive(), isNull(staff.disabledAt)))
    .limit(1);
  if (!found) return null;
  const { person, needsFactorSince, authenticator, passkey, confirmedUntil, lastSeenAt } = found;
  if (now().getTime() - lastSeenAt.getTime() >= SEEN_EVERY) {
    // Nobody is kept from reading because it cannot be noted that they did.
    await renew(id).catch((error) => {
      if (!isPassing(error)) throw error;
    });
  }
  return {
    actor: await actorOf(db(), person),
    lacksFactor: needsFactorSince !== null && authenticator === null && passkey === null,
    isConfirmed: confirmedUntil !== null && confirmedUntil > now(),
  };
}

async function renew(id: string): Promise<void> {
  const at = now();
  const expiresAt = sql`min(${at.getTime() + SESSION_DAYS * DAY}, ${sessions.createdAt} + ${LONGEST_SESSION_DAYS * DAY})`;
  await transact(async (tx) => {
    const stale = lt(sessions.lastSeenAt, at);
    await tx
      .update(sessions)
      .set({ lastSeenAt: at, expiresAt })
      .where(and(eq(sessions.id, id), isLive(), stale));
  });
}

/** Ends the session that somebody leaves. Nothing happens if it has ended already. */
export function signOut(id: string): Promise<void> {
  return transact(async (tx) => {
    const [session] = await tx
      .update(sessions)
      .set({ endedAt: now() })
      .where(and(eq(sessions.id, id), isLive()))
      .returning({ staffId: sessions.staffId });
    if (session) await record(tx, { id: session.staffId }, "staff.session-ended", session.staffId, { count: 1 });
  });
}

/** Ends one session: one's own, or anybody's for who manages the staff. */
export function endSession(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    const [session] = await tx
      .select({ staffId: sessions.staffId })
      .from(sessions)
      .where(and(eq(sessions.id, id), isLive()));
    if (session?.staffId !== actor.id) authorize(actor, "staff.manage");
    if (!session) throw notFound("session");
    await refuseOthersAbove(tx, actor, session.staffId);
    await tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, id));
    return record(tx, actor, "staff.session-ended", session.staffId, { count: 1 });
  });
}

/**
 * Ends all sessions of one person: one's own, or anybody's for who manages the staff.
 * @param except the session to keep: the one from which it is asked.
 */
export function endSessions(actor: Actor, { staffId, except }: { staffId: string; except?: string }) {
  return transact(async (tx) => {
    if (staffId !== actor.id) authorize(actor, "staff.manage");
    await refuseOthersAbove(tx, actor, staffId);
    const ended = await endAll(tx, staffId, except);
    return record(tx, actor, "staff.session-ended", staffId, { count: ended });
  });
}

async function refuseOthersAbove(tx: Db, actor: Actor, staffId: string): Promise<void> {
  const [person] = await tx.select({ role: staff.role }).from(staff).where(eq(staff.id, staffId));
  if (person && staffId !== actor.id) await refuseAbove(tx, actor, person.role);
}

/** Ends the live sessions of a person within a larger act, which records itself. @returns how many there were */
export async function endAll(tx: Db, staffId: string, except?: string): Promise<number> {
  const others = except ? ne(sessions.id, except) : undefined;
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.staffId, staffId), isLive(), others))
    .returning({ id: sessions.id });
  return ended.length;
}

/** The condition that a session has neither ended nor run out. */
export function isLive() {
  return and(isNull(sessions.endedAt), gt(sessions.expiresAt, now()));
}
