import { and, eq, isNotNull, lt } from "drizzle-orm";
import * as OTPAuth from "otpauth";
import { type Db, transact } from "@/db/client";
import { authenticators } from "@/db/schema";
import { record } from "@/domain/events/record";
import { readPublication } from "@/domain/settings/published";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dropUselessCodes, firstCodes, hasAuthenticator } from "./recovery";
import { seal, unseal } from "./sealing";
import type { Actor } from "./staff";

/** How long a code lasts, in seconds. */
const PERIOD = 30;

/**
 * Begins to set up an authenticator app; it asks nothing until a first code was right. Beginning again begins anew.
 * @returns what the app takes: an address to be shown as a picture, and the same secret to be typed.
 */
export async function beginAuthenticator(actor: Actor): Promise<{ uri: string; secret: string }> {
  const issuer = (await readPublication())?.name ?? "Masthead";
  const secret = new OTPAuth.Secret({ size: 20 });
  return transact(async (tx) => {
    if (await hasAuthenticator(tx, actor.id))
      throw new Refusal("conflict", "You have an authenticator app. Remove it first.");
    const row = { secret: seal("authenticator", secret.base32), createdAt: now(), confirmedAt: null, lastStep: 0 };
    await tx
      .insert(authenticators)
      .values({ staffId: actor.id, ...row })
      .onConflictDoUpdate({ target: authenticators.staffId, set: row });
    const uri = new OTPAuth.TOTP({ issuer, label: actor.email, secret, period: PERIOD }).toString();
    return { uri, secret: secret.base32 };
  });
}

/**
 * Puts the authenticator app into use by its first code.
 * @returns recovery codes, to be shown this once; null if there are some left. @throws Refusal "invalid" for a wrong code
 */
export function confirmAuthenticator(actor: Actor, { code }: { code: string }): Promise<string[] | null> {
  return transact(async (tx) => {
    const taken = await takeStep(tx, actor.id, code);
    if (!taken) throw wrongCode();
    await tx.update(authenticators).set({ confirmedAt: now() }).where(eq(authenticators.staffId, actor.id));
    await record(tx, actor, "staff.factor-added", actor.id, { kind: "authenticator" });
    return firstCodes(tx, actor.id);
  });
}

/** Takes the authenticator app out of use. */
export function removeAuthenticator(actor: Actor) {
  return transact(async (tx) => {
    const removed = await tx
      .delete(authenticators)
      .where(and(eq(authenticators.staffId, actor.id), isNotNull(authenticators.confirmedAt)))
      .returning({ id: authenticators.staffId });
    if (removed.length === 0) throw new Refusal("not-found", "You have no authenticator app.");
    await dropUselessCodes(tx, actor.id);
    return record(tx, actor, "staff.factor-removed", actor.id, { kind: "authenticator" });
  });
}

/** Whether a code of somebody's app is right now, and was not used before. It is used up by it. */
export async function takeAuthenticatorCode(tx: Db, staffId: string, code: string): Promise<boolean> {
  return (await hasAuthenticator(tx, staffId)) && takeStep(tx, staffId, code);
}

/** That a code was not right, in words. */
export function wrongCode(): Refusal {
  const message = "This code is not right. Codes change every half minute, and each works once.";
  return new Refusal("invalid", message, { code: message });
}

/** Takes the half minute of a code, if the code is right and neither that one nor a later one was taken. */
async function takeStep(tx: Db, staffId: string, code: string): Promise<boolean> {
  const [app] = await tx.select().from(authenticators).where(eq(authenticators.staffId, staffId));
  const secret = app && unseal("authenticator", app.secret);
  if (!secret || !/^\d{6}$/.test(code)) return false;
  const timestamp = now().getTime();
  const totp = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret), period: PERIOD });
  // One before and one after: clocks differ.
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  const taken = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(eq(authenticators.staffId, staffId), lt(authenticators.lastStep, step)))
    .returning({ id: authenticators.staffId });
  return taken.length > 0;
}
