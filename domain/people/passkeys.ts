import { randomBytes } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, asc, eq } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { passkeys, spentChallenges } from "@/db/schema";
import { record } from "@/domain/events/record";
import { readPublication } from "@/domain/settings/published";
import { MINUTE, now } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import { notFound, Refusal } from "@/lib/refusal";
import { dropUselessCodes, firstCodes } from "./recovery";
import { keyedHash } from "./sealing";
import type { Actor } from "./staff";

/** How long a browser has to answer, in milliseconds. */
const PATIENCE = 5 * MINUTE;

type Transports = NonNullable<Parameters<typeof verifyAuthenticationResponse>[0]["credential"]["transports"]>;

/** What a browser is asked to make a passkey of the actor's by. */
export async function askForNewPasskey(actor: Actor) {
  const known = await db()
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.staffId, actor.id));
  return generateRegistrationOptions({
    rpName: (await readPublication())?.name ?? "Masthead",
    rpID: rpId(),
    userID: new TextEncoder().encode(actor.id),
    userName: actor.email,
    userDisplayName: actor.name,
    challenge: newChallenge(`add:${actor.id}`),
    attestationType: "none",
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: transports as Transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout: PATIENCE,
  });
}

/**
 * Keeps a passkey that the browser made.
 * @returns recovery codes, to be shown this once; null if there are some left. @throws Refusal "invalid", "conflict"
 */
export async function addPasskey(actor: Actor, given: { passkey: string; name: string }): Promise<string[] | null> {
  const response = parsed<RegistrationResponseJSON>(given.passkey);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => isOurs(challenge, `add:${actor.id}`),
    expectedOrigin: getEnv().SITE_URL,
    expectedRPID: rpId(),
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) throw refused();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return transact(async (tx) => {
    await spend(tx, response.response.clientDataJSON);
    const [known] = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.id, id));
    if (known) throw new Refusal("conflict", "This passkey is known already.");
    await tx.insert(passkeys).values({
      id,
      staffId: actor.id,
      name: given.name || "Passkey",
      publicKey: Buffer.from(publicKey).toString("base64url"),
      counter,
      transports,
      createdAt: now(),
    });
    await record(tx, actor, "staff.factor-added", actor.id, { kind: "passkey" });
    return firstCodes(tx, actor.id);
  });
}

/** Takes a passkey of the actor's out of use. @throws Refusal "not-found" */
export function removePasskey(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.staffId, actor.id)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) throw notFound("passkey");
    await dropUselessCodes(tx, actor.id);
    return record(tx, actor, "staff.factor-removed", actor.id, { kind: "passkey" });
  });
}

/** The passkeys of somebody, the oldest first. */
export function passkeysOf(staffId: string) {
  return db()
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt, lastUsedAt: passkeys.lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.staffId, staffId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** What a browser is asked to prove somebody by. It says nothing of who there is: the browser knows its passkeys itself. */
export function askForPasskey() {
  return generateAuthenticationOptions({
    rpID: rpId(),
    challenge: newChallenge("prove"),
    userVerification: "required",
    timeout: PATIENCE,
  });
}

/**
 * Checks what a browser proved. To be spent within the transaction that it is for.
 * @returns whose passkey it is, and what makes it count, once
 * @throws Refusal "invalid"
 */
export async function checkPasskey(answer: string): Promise<{ staffId: string; spend: (tx: Db) => Promise<void> }> {
  const response = parsed<AuthenticationResponseJSON>(answer);
  const [key] = await db()
    .select()
    .from(passkeys)
    .where(eq(passkeys.id, String(response.id)));
  if (!key) throw refused();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => isOurs(challenge, "prove"),
    expectedOrigin: getEnv().SITE_URL,
    expectedRPID: rpId(),
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
      counter: key.counter,
      transports: key.transports as Transports,
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) throw refused();
  return {
    staffId: key.staffId,
    spend: async (tx) => {
      await spend(tx, response.response.clientDataJSON);
      const used = await tx
        .update(passkeys)
        .set({ counter: authenticationInfo.newCounter, lastUsedAt: now() })
        .where(eq(passkeys.id, key.id))
        .returning({ id: passkeys.id });
      // It may have been removed while it was checked.
      if (used.length === 0) throw refused();
    },
  };
}

function rpId(): string {
  return new URL(getEnv().SITE_URL).hostname;
}

// A challenge needs no row: it says itself until when it holds and what for, and only we can make one. What was answered is
// kept until then, so that no answer counts twice.

function newChallenge(purpose: string): Uint8Array<ArrayBuffer> {
  const head = `${randomBytes(16).toString("base64url")}.${now().getTime() + PATIENCE}`;
  return new TextEncoder().encode(`${head}.${keyedHash("passkey-challenge", `${purpose}.${head}`)}`);
}

function isOurs(challenge: string, purpose: string): boolean {
  const text = Buffer.from(challenge, "base64url").toString("utf8");
  const at = text.lastIndexOf(".");
  const head = text.slice(0, at);
  const until = Number(head.split(".")[1]);
  return keyedHash("passkey-challenge", `${purpose}.${head}`) === text.slice(at + 1) && until > now().getTime();
}

async function spend(tx: Db, clientData: string): Promise<void> {
  const { challenge } = JSON.parse(Buffer.from(clientData, "base64url").toString("utf8"));
  const row = { challenge: String(challenge), expiresAt: new Date(now().getTime() + PATIENCE) };
  const spent = await tx.insert(spentChallenges).values(row).onConflictDoNothing().returning();
  if (spent.length === 0) throw refused();
}

function parsed<T>(answer: string): T {
  try {
    const value = JSON.parse(answer);
    if (typeof value?.response?.clientDataJSON === "string") return value;
  } catch {
    // Said below.
  }
  throw refused();
}

function refused(): Refusal {
  return new Refusal("invalid", "This passkey was not accepted. Try again, or use another way.");
}
