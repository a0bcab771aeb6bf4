import { setTimeout as pause } from "node:timers/promises";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, db, transact } from "@/db/client";
import { passwordResets, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { planLetter } from "@/domain/mail/planning";
import { readPublication } from "@/domain/settings/published";
import { DAY, MINUTE, now } from "@/lib/clock";
import { newSecret } from "@/lib/id";
import { notFound, Refusal } from "@/lib/refusal";
import { openAttempt } from "./attempts";
import { authorize } from "./authorize";
import { isStillGiven } from "./giving";
import { refuseGuessable } from "./guessable";
import { hashPassword } from "./password";
import { refuseAbove } from "./role-keeping";
import { secretHashOf } from "./secret-hash";
import { endAll } from "./sessions";
import { type Actor, Email, Password } from "./staff";

/** How long a link to a new password works, in minutes. */
export const RESET_MINUTES = 30;

/** How long it takes to ask for one at least, in milliseconds: many times as long as there is anything to do. */
const ASKED_FOR = 400;

export const AskForReset = z.object({ email: Email });
export const ChooseNewPassword = z.object({ secret: z.string(), password: Password });

/**
 * Sends somebody a link to a new password, if the address is known: whoever asks is told nothing of that.
 * @param address where the request came from. @throws Refusal "limited"
 */
export async function askForReset({ email }: { email: string }, address: string): Promise<void> {
  // Every asking counts, a right one too: a mailbox is not to be filled.
  await openAttempt(`reset:${email}`, { address });
  // Nor can it be told by how long it took.
  await Promise.all([beginReset(email), pause(ASKED_FOR)]);
}

function beginReset(email: string): Promise<void> {
  return transact(async (tx) => {
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.email, email), isNull(staff.disabledAt)));
    if (!person) return;
    const [reset] = await tx
      .insert(passwordResets)
      .values({ staffId: person.id, createdAt: now() })
      .returning({ id: passwordResets.id });
    if (!reset) throw new Error("The reset was not written");
    await planLetter(tx, "password-reset", { resetId: reset.id }, { key: reset.id });
    await record(tx, { id: person.id }, "staff.reset-asked", person.id);
  });
}

/**
 * Makes a link by which somebody chooses a new password, to be handed to them.
 * @returns the secret of the link, which is kept nowhere: it can be shown this once.
 */
export function makeResetLink(actor: Actor, { id }: { id: string }): Promise<{ secret: string }> {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const [person] = await tx
      .select({ role: staff.role, disabledAt: staff.disabledAt })
      .from(staff)
      .where(eq(staff.id, id));
    if (!person) throw notFound("person");
    if (person.disabledAt) throw new Refusal("conflict", "This account is disabled. Enable it first.");
    await refuseAbove(tx, actor, person.role);
    const secret = newSecret();
    const at = now();
    await tx.insert(passwordResets).values({
      staffId: id,
      madeBy: actor.id,
      secretHash: secretHashOf(secret),
      createdAt: at,
      expiresAt: new Date(at.getTime() + RESET_MINUTES * MINUTE),
    });
    await record(tx, actor, "staff.reset-link-made", id);
    return { secret };
  });
}

/** Whose password a link changes; null when it expired, was used, or never was one. For whoever holds the link. */
export async function findReset(secret: string): Promise<{ name: string; email: string } | null> {
  const [row] = await db()
    .select({ name: staff.name, email: staff.email })
    .from(passwordResets)
    .innerJoin(staff, eq(staff.id, passwordResets.staffId))
    .where(and(await heldBy(db(), secret), isNull(staff.disabledAt)));
  return row ?? null;
}

/**
 * Gives whoever holds the link a new password. It works once; every session of the person ends, and every other link.
 * They then sign in with it, by their second factor too if they have one.
 * @throws Refusal "not-found" if the link no longer works
 */
export async function resetPassword({
  secret,
  password,
}: z.infer<typeof ChooseNewPassword>): Promise<{ email: string }> {
  // Hashing is dear: nobody without a link is given any.
  const person = await findReset(secret);
  if (!person) throw closed();
  refuseGuessable(password, [person.name, person.email, (await readPublication())?.name ?? ""]);
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    const [reset] = await tx
      .update(passwordResets)
      .set({ usedAt: now() })
      .where(await heldBy(tx, secret))
      .returning({ staffId: passwordResets.staffId });
    if (!reset) throw closed();
    const [person] = await tx
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, reset.staffId), isNull(staff.disabledAt)))
      .returning({ id: staff.id, email: staff.email });
    if (!person) throw closed();
    await closeResets(tx, person.id);
    const sessions = await endAll(tx, person.id);
    await planLetter(tx, "password-changed", { staffId: person.id });
    await record(tx, { id: person.id }, "staff.password-reset", person.id, { sessions });
    return { email: person.email };
  });
}

/** Makes every link to a new password of one person worthless, within a larger act. */
export async function closeResets(tx: Db, staffId: string): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ usedAt: now() })
    .where(and(eq(passwordResets.staffId, staffId), isNull(passwordResets.usedAt)));
}

/** The condition that a letter with a link may still be sent: not for what was asked for long ago. */
export function isResetOpen() {
  return gt(passwordResets.createdAt, new Date(now().getTime() - DAY));
}

/** The condition that a link is this one and still works. One that somebody made for another does only while they still might. */
async function heldBy(tx: Db, secret: string) {
  const role = db().select({ role: staff.role }).from(staff).where(eq(staff.id, passwordResets.staffId));
  return and(
    eq(passwordResets.secretHash, secretHashOf(secret)),
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, now()),
    or(isNull(passwordResets.madeBy), await isStillGiven(tx, passwordResets.madeBy, sql`(${role})`)),
  );
}

function closed(): Refusal {
  return new Refusal("not-found", "This link no longer works. Ask for a new one.");
}
