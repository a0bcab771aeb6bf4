import { and, eq } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { planLetter } from "@/domain/mail/planning";
import { readPublication } from "@/domain/settings/published";
import { Refusal } from "@/lib/refusal";
import { closeAttempt, openAttempt } from "./attempts";
import { refuseGuessable } from "./guessable";
import { hashPassword, verifyPassword } from "./password";
import { closeResets } from "./resetting";
import { endAll } from "./sessions";
import type { Actor, ChangePassword } from "./staff";

/** Changes the actor's own name in the newsroom. The byline that readers see is edited on its own. */
export function renameSelf(actor: Actor, { name }: { name: string }) {
  return transact(async (tx) => {
    await tx.update(staff).set({ name }).where(eq(staff.id, actor.id));
    return record(tx, actor, "staff.renamed", actor.id);
  });
}

/**
 * Changes the actor's own password, and ends all their other sessions.
 * @param session the one they ask from, which goes on.
 * @throws Refusal "invalid" if the present password is wrong, or "limited": guesses count by the account, apart from those of who is not signed in.
 */
export async function changePassword(actor: Actor, { currentPassword, password }: ChangePassword, session: string) {
  const attempt = await openAttempt(`own:${actor.id}`, { address: "" });
  const [person] = await db().select({ hash: staff.passwordHash }).from(staff).where(eq(staff.id, actor.id));
  if (!person || !(await verifyPassword(person.hash, currentPassword))) throw wrong();
  refuseGuessable(password, [actor.name, actor.email, (await readPublication())?.name ?? ""]);
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    const changed = await tx
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, actor.id), eq(staff.passwordHash, person.hash)))
      .returning({ id: staff.id });
    if (changed.length === 0) throw wrong();
    await closeAttempt(tx, attempt);
    await closeResets(tx, actor.id);
    const ended = await endAll(tx, actor.id, session);
    await planLetter(tx, "password-changed", { staffId: actor.id });
    return record(tx, actor, "staff.password-changed", actor.id, { sessions: ended });
  });
}

function wrong(): Refusal {
  const message = "This is not your present password.";
  return new Refusal("invalid", message, { currentPassword: message });
}
