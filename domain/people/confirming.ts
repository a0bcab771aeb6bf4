import { and, eq } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { sessions, staff } from "@/db/schema";
import { MINUTE, now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { closeAttempt, openAttempt } from "./attempts";
import type { ConfirmSelf } from "./factor";
import { checkPasskey } from "./passkeys";
import { verifyPassword } from "./password";
import type { Actor } from "./staff";

/** For how long somebody is not asked again, in minutes. */
export const CONFIRMED_MINUTES = 15;

/**
 * Says again that it is them, by password or passkey, before what matters.
 * @param session the one they ask from, which then counts as confirmed for a while.
 * @throws Refusal "invalid", or "limited": guesses count by the account, apart from those of who is not signed in.
 */
export async function confirmSelf(actor: Actor, { password, passkey }: ConfirmSelf, session: string): Promise<void> {
  const attempt = await openAttempt(`own:${actor.id}`, { address: "" });
  const proved = passkey ? await checkPasskey(passkey) : undefined;
  if (proved && proved.staffId !== actor.id) throw new Refusal("invalid", "This passkey is somebody else’s.");
  if (!proved) {
    const [person] = await db().select({ hash: staff.passwordHash }).from(staff).where(eq(staff.id, actor.id));
    const message = "This is not your password.";
    if (!(await verifyPassword(person?.hash, password ?? ""))) {
      throw new Refusal("invalid", message, { password: message });
    }
  }
  await transact(async (tx) => {
    await proved?.spend(tx);
    await closeAttempt(tx, attempt);
    await tx
      .update(sessions)
      .set({ confirmedUntil: new Date(now().getTime() + CONFIRMED_MINUTES * MINUTE) })
      .where(and(eq(sessions.id, session), eq(sessions.staffId, actor.id)));
  });
}
