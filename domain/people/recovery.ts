import { randomInt } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { authenticators, passkeys, recoveryCodes } from "@/db/schema";
import { record } from "@/domain/events/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { RECOVERY_CODES } from "./factor";
import { keyedHash } from "./sealing";
import type { Actor } from "./staff";

/** Without letters and figures that look alike. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten new codes in place of those before. @returns them, to be shown this once: they are kept nowhere */
export function renewRecoveryCodes(actor: Actor): Promise<string[]> {
  return transact(async (tx) => {
    if (!(await hasFactor(tx, actor.id)))
      throw new Refusal("conflict", "Set up an authenticator app or a passkey first.");
    const codes = await writeCodes(tx, actor.id);
    await record(tx, actor, "staff.recovery-codes-renewed", actor.id);
    return codes;
  });
}

/** Codes for who sets up their first factor, within that; null for who has some left. */
export async function firstCodes(tx: Db, staffId: string): Promise<string[] | null> {
  return (await codesLeft(tx, staffId)) > 0 ? null : writeCodes(tx, staffId);
}

/** How many codes somebody has left. */
export async function codesLeft(tx: Db, staffId: string): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.staffId, staffId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Uses a code up. @returns whether it was one of theirs that was left */
export async function takeRecoveryCode(tx: Db, staffId: string, code: string): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.codeHash, hashOf(staffId, code)),
        eq(recoveryCodes.staffId, staffId),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.codeHash });
  if (used.length === 0) return false;
  await record(tx, { id: staffId }, "staff.recovery-code-used", staffId, { left: await codesLeft(tx, staffId) });
  return true;
}

/** Whether somebody has an authenticator app or a passkey. */
export async function hasFactor(tx: Db, staffId: string): Promise<boolean> {
  return (await hasAuthenticator(tx, staffId)) || (await hasPasskey(tx, staffId));
}

/** Whether an authenticator app of theirs is in use. */
export async function hasAuthenticator(tx: Db, staffId: string): Promise<boolean> {
  const [app] = await tx
    .select({ confirmedAt: authenticators.confirmedAt })
    .from(authenticators)
    .where(eq(authenticators.staffId, staffId));
  return app?.confirmedAt != null;
}

async function hasPasskey(tx: Db, staffId: string): Promise<boolean> {
  const [key] = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.staffId, staffId)).limit(1);
  return key !== undefined;
}

/** Takes the codes away from who has nothing left that they would recover. */
export async function dropUselessCodes(tx: Db, staffId: string): Promise<void> {
  if (!(await hasFactor(tx, staffId))) await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
}

async function writeCodes(tx: Db, staffId: string): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const rows = codes.map((code) => ({ staffId, codeHash: hashOf(staffId, code.replaceAll("-", "")) }));
  await tx.insert(recoveryCodes).values(rows);
  return codes;
}

function newCode(): string {
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

function hashOf(staffId: string, code: string): string {
  return keyedHash("recovery-code", `${staffId}:${code}`);
}
