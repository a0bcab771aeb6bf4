import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { sessions, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { networkOf } from "@/domain/limits/limit";
import { DAY, MINUTE, now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { closeAttempt, openAttempt } from "./attempts";
import { takeAuthenticatorCode, wrongCode } from "./authenticator";
import { CONFIRMED_MINUTES } from "./confirming";
import type { Proof } from "./factor";
import { checkPasskey } from "./passkeys";
import { verifyPassword } from "./password";
import { hasFactor, takeRecoveryCode } from "./recovery";
import { seal, unseal } from "./sealing";
import type { Origin } from "./session";
import { SESSION_DAYS } from "./sessions";

/** How long somebody has for the second step, in minutes. */
export const STEP_MINUTES = 10;

/**
 * What the password led to: a session, whose id is all that the browser's token needs to hold; or, for who has a second
 * factor, a sealed word for the browser that the first step is done.
 */
export type SignedIn = { session: string } | { step: string };

/**
 * Signs somebody in, or to the second step.
 * @throws Refusal "invalid" for a wrong password, an unknown address and a disabled account alike, or "limited".
 */
export async function signIn(who: { email: string; password: string }, from: Origin): Promise<SignedIn> {
  const email = who.email.trim().toLowerCase();
  const attempt = await openAttempt(email, from);
  const [person] = await db()
    .select({ id: staff.id, email: staff.email, passwordHash: staff.passwordHash })
    .from(staff)
    .where(eq(staff.email, email));
  const right = await verifyPassword(person?.passwordHash, who.password);
  return transact(async (tx): Promise<SignedIn> => {
    if (!person || !right || !(await stillFits(tx, person))) throw wrong();
    await closeAttempt(tx, attempt);
    if (await hasFactor(tx, person.id)) return { step: stepOf(person) };
    return { session: await openSession(tx, person, from, "password") };
  });
}

/**
 * The second step: by a code of the authenticator app, a recovery code, or a passkey of the same person.
 * @param step what the first gave the browser.
 * @returns the id of the new session
 * @throws Refusal "invalid", "limited", or "signed-out" if the first step is too long ago, or no longer counts
 */
export async function finishSignIn(step: string, proof: Proof, from: Origin): Promise<string> {
  const held = unseal("sign-in-step", step);
  if (!held) throw tooLate();
  const { id, fingerprint } = JSON.parse(held) as { id: string; fingerprint: string };
  const attempt = await openAttempt(`factor:${id}`, { address: from.address });
  const passkey = proof.passkey ? await checkPasskey(proof.passkey) : undefined;
  return transact(async (tx) => {
    const [person] = await tx
      .select({ id: staff.id, passwordHash: staff.passwordHash })
      .from(staff)
      .where(and(eq(staff.id, id), isNull(staff.disabledAt)));
    if (!person || fingerprintOf(person.passwordHash) !== fingerprint) throw tooLate();
    if (passkey) {
      if (passkey.staffId !== id) throw new Refusal("invalid", "This passkey is somebody else’s.");
      await passkey.spend(tx);
    } else if (!proof.code || !(await takeCode(tx, id, proof.code))) {
      throw wrongCode();
    }
    await closeAttempt(tx, attempt);
    return openSession(tx, person, from, passkey ? "password and passkey" : "password and code");
  });
}

/**
 * Signs somebody in by a passkey alone: it is theirs, and it asked them for a finger, a face or a number.
 * @returns the id of the new session
 */
export async function signInByPasskey({ passkey }: { passkey: string }, from: Origin): Promise<string> {
  // Passkeys cannot be guessed: what is limited is the work of checking them.
  const attempt = await openAttempt(`passkey:${networkOf(from.address)}`, { address: from.address });
  const { staffId, spend } = await checkPasskey(passkey);
  return transact(async (tx) => {
    await spend(tx);
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)));
    if (!person) throw new Refusal("invalid", "This account is disabled. Ask an owner.");
    await closeAttempt(tx, attempt);
    return openSession(tx, person, from, "passkey");
  });
}

async function takeCode(tx: Db, staffId: string, code: string): Promise<boolean> {
  return (await takeAuthenticatorCode(tx, staffId, code)) || takeRecoveryCode(tx, staffId, code);
}

async function openSession(tx: Db, person: { id: string }, from: Origin, by: string): Promise<string> {
  const at = now();
  const [session] = await tx
    .insert(sessions)
    .values({
      staffId: person.id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY),
      confirmedUntil: new Date(at.getTime() + CONFIRMED_MINUTES * MINUTE),
      userAgent: from.userAgent.slice(0, 300),
      address: from.address.slice(0, 100),
    })
    .returning({ id: sessions.id });
  if (!session) throw new Error("The session was not written");
  await record(tx, { id: person.id }, "staff.signed-in", person.id, { by });
  return session.id;
}

function stepOf({ id, passwordHash }: { id: string; passwordHash: string }): string {
  const until = new Date(now().getTime() + STEP_MINUTES * MINUTE);
  return seal("sign-in-step", JSON.stringify({ id, fingerprint: fingerprintOf(passwordHash) }), until);
}

/** By which the second step knows that the password is still the one of the first. */
function fingerprintOf(passwordHash: string): string {
  return createHash("sha256").update(passwordHash).digest("base64url");
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

function tooLate(): Refusal {
  return new Refusal("signed-out", "This took too long. Sign in with your password again.");
}
