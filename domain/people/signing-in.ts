import { and, eq, isNull } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { sessions, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { DAY, now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { closeAttempt, openAttempt } from "./attempts";
import { verifyPassword } from "./password";
import type { Origin } from "./session";
import { SESSION_DAYS } from "./sessions";

/**
 * Signs somebody in.
 * @returns the id of the new session, which is all that the browser's token needs to hold.
 * @throws Refusal "invalid" for a wrong password, an unknown address and a disabled account alike, or "limited".
 */
export async function signIn(who: { email: string; password: string }, from: Origin): Promise<string> {
  const email = who.email.trim().toLowerCase();
  const attempt = await openAttempt(email, from.address);
  const [person] = await db()
    .select({ id: staff.id, passwordHash: staff.passwordHash })
    .from(staff)
    .where(eq(staff.email, email));
  const right = await verifyPassword(person?.passwordHash, who.password);
  return transact(async (tx) => {
    if (!person || !right || !(await stillFits(tx, person))) throw wrong();
    await closeAttempt(tx, attempt);
    const at = now();
    const [session] = await tx
      .insert(sessions)
      .values({
        staffId: person.id,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY),
        userAgent: from.userAgent.slice(0, 300),
        address: from.address.slice(0, 100),
      })
      .returning({ id: sessions.id });
    if (!session) throw new Error("The session was not written");
    await record(tx, person, "staff.signed-in", person.id);
    return session.id;
  });
}

/** Checking a password takes a while, in which the account may have been disabled or given another one. */
async function stillFits(tx: Db, person: { id: string; passwordHash: string }): Promise<boolean> {
  const same = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, person.id), eq(staff.passwordHash, person.passwordHash), isNull(staff.disabledAt)));
  return same.length > 0;
}

function wrong(): Refusal {
  return new Refusal("invalid", "The e-mail address or the password is not right.");
}
