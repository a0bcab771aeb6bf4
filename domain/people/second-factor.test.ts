import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makePasskey, makeSession, makeStaff } from "@/db/factories";
import { authenticators, events, limits, recoveryCodes, roles, sessions, staff } from "@/db/schema";
import { MINUTE } from "@/lib/clock";
import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from "./authenticator";
import { confirmSelf } from "./confirming";
import { ownFactors, personHasFactor, requireFactor, resetFactors } from "./factor-keeping";
import { askForPasskey, checkPasskey, removePasskey } from "./passkeys";
import { hashPassword } from "./password";
import { renewRecoveryCodes } from "./recovery";
import { seal, unseal } from "./sealing";
import { readSession } from "./sessions";
import { finishSignIn, signIn } from "./signing-in";
import type { Actor } from "./staff";

const PASSWORD = "correct horse battery";
const from = { address: "192.0.2.7", userAgent: "Firefox/140" };
const invalid = { code: "invalid" };
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T08:00:00Z") });
});

afterEach(async () => {
  vi.useRealTimers();
  await transact(async (tx) => {
    await tx.delete(limits);
    await tx.delete(events);
    await tx.delete(roles);
  });
});

const wait = (time: number) => vi.setSystemTime(Date.now() + time);
const trail = async () => (await db().select().from(events)).map(({ verb }) => verb);
const codeOf = (secret: string, timestamp = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });

/** Somebody with an authenticator app that was just put into use. */
async function withApp(given: Parameters<typeof makeStaff>[0] = {}) {
  const person = await makeStaff({ passwordHash, ...given });
  const { secret } = await beginAuthenticator(person);
  const codes = (await confirmAuthenticator(person, { code: codeOf(secret) })) ?? [];
  wait(MINUTE);
  return { person, secret, codes };
}

async function firstStep({ email }: Actor): Promise<string> {
  const signed = await signIn({ email, password: PASSWORD }, from);
  if (!("step" in signed)) throw new Error("No second factor was asked");
  return signed.step;
}

describe("an authenticator app", () => {
  test("asks nothing until a first code was right, then at every sign-in", async () => {
    const person = await makeStaff({ passwordHash });
    const { secret, uri } = await beginAuthenticator(person);
    expect(uri).toContain(`secret=${secret}`);
    expect(await signIn({ email: person.email, password: PASSWORD }, from)).toHaveProperty("session");
    const wrong = codeOf(secret, Date.now() + 60 * MINUTE);
    await expect(confirmAuthenticator(person, { code: wrong })).rejects.toMatchObject({
      ...invalid,
      fields: { code: expect.any(String) },
    });
    const codes = await confirmAuthenticator(person, { code: codeOf(secret) });
    expect(codes).toHaveLength(10);
    wait(MINUTE);
    const step = await firstStep(person);
    const session = await finishSignIn(step, { code: codeOf(secret) }, from);
    expect((await readSession(session))?.actor).toMatchObject({ id: person.id });
    await expect(beginAuthenticator(person)).rejects.toMatchObject({ code: "conflict" });
  });

  test("takes a code once, and those of half a minute before and after", async () => {
    const { person, secret } = await withApp();
    const step = await firstStep(person);
    const early = codeOf(secret, Date.now() - MINUTE / 2);
    const code = codeOf(secret);
    await finishSignIn(step, { code: early }, from);
    await finishSignIn(step, { code }, from);
    for (const used of [code, early, codeOf(secret, Date.now() + MINUTE), codeOf(secret, Date.now() - MINUTE)])
      await expect(finishSignIn(step, { code: used }, from)).rejects.toMatchObject(invalid);
    await expect(finishSignIn(step, { code: codeOf(secret, Date.now() + MINUTE / 2) }, from)).resolves.toBeTypeOf(
      "string",
    );
  });

  test("takes a code once however many try it at once", async () => {
    const { person, secret } = await withApp();
    const step = await firstStep(person);
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => finishSignIn(step, { code: codeOf(secret) }, from)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("keeps its secret where the database alone does not tell it", async () => {
    const { person, secret } = await withApp();
    const [row] = await db().select().from(authenticators).where(eq(authenticators.staffId, person.id));
    expect(JSON.stringify([row, await db().select().from(events)])).not.toContain(secret);
    expect(unseal("authenticator", row?.secret ?? "")).toBe(secret);
    vi.stubEnv("AUTH_SECRET", "another");
    expect(unseal("authenticator", row?.secret ?? "")).toBeNull();
    vi.unstubAllEnvs();
  });

  test("limits guesses, whichever right passwords come between them", async () => {
    const { person, secret } = await withApp();
    for (let n = 0; n < 10; n++) {
      const step = await firstStep(person);
      await expect(finishSignIn(step, { code: "000000" }, from)).rejects.toMatchObject(invalid);
    }
    const step = await firstStep(person);
    await expect(finishSignIn(step, { code: codeOf(secret) }, from)).rejects.toMatchObject({ code: "limited" });
  });

  test("can be removed, and its codes go with it", async () => {
    const { person } = await withApp();
    await removeAuthenticator(person);
    expect(await signIn({ email: person.email, password: PASSWORD }, from)).toHaveProperty("session");
    expect(await ownFactors(person)).toEqual({ authenticator: false, passkeys: [], recoveryCodes: 0, required: false });
    await expect(removeAuthenticator(person)).rejects.toMatchObject({ code: "not-found" });
    await expect(renewRecoveryCodes(person)).rejects.toMatchObject({ code: "conflict" });
    expect(await trail()).toEqual(["staff.factor-added", "staff.factor-removed", "staff.signed-in"]);
  });
});

describe("the second step", () => {
  test("holds for ten minutes, and for the password and the account of the first", async () => {
    const { person, secret } = await withApp();
    const late = await firstStep(person);
    wait(10 * MINUTE);
    const signedOut = { code: "signed-out" };
    await expect(finishSignIn(late, { code: codeOf(secret) }, from)).rejects.toMatchObject(signedOut);
    const step = await firstStep(person);
    await expect(finishSignIn(`${step.slice(0, -4)}AAAA`, { code: codeOf(secret) }, from)).rejects.toMatchObject(
      signedOut,
    );
    const forged = seal("authenticator", JSON.stringify({ id: person.id, fingerprint: "" }));
    await expect(finishSignIn(forged, { code: codeOf(secret) }, from)).rejects.toMatchObject(signedOut);
    await transact((tx) => tx.update(staff).set({ passwordHash: "$other" }).where(eq(staff.id, person.id)));
    await expect(finishSignIn(step, { code: codeOf(secret) }, from)).rejects.toMatchObject(signedOut);
    await transact((tx) =>
      tx.update(staff).set({ passwordHash, disabledAt: new Date() }).where(eq(staff.id, person.id)),
    );
    await expect(finishSignIn(step, { code: codeOf(secret) }, from)).rejects.toMatchObject(signedOut);
  });
});

describe("recovery codes", () => {
  test("sign in once each, are kept as hashes, and say so in the trail", async () => {
    const { person, codes } = await withApp();
    const [first = "", second = ""] = codes;
    const typed = (code: string) => code.replaceAll("-", "");
    expect(first).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(JSON.stringify(await db().select().from(recoveryCodes))).not.toContain(typed(first));
    const step = await firstStep(person);
    await expect(finishSignIn(step, { code: typed(first) }, from)).resolves.toBeTypeOf("string");
    await expect(finishSignIn(step, { code: typed(first) }, from)).rejects.toMatchObject(invalid);
    expect(await ownFactors(person)).toMatchObject({ recoveryCodes: 9 });
    expect(await trail()).toContain("staff.recovery-code-used");

    const renewed = await renewRecoveryCodes(person);
    expect(renewed).toHaveLength(10);
    await expect(finishSignIn(step, { code: typed(second) }, from)).rejects.toMatchObject(invalid);
    await expect(finishSignIn(step, { code: typed(renewed[0] ?? "") }, from)).resolves.toBeTypeOf("string");
  });

  test("are nobody else's", async () => {
    const [mine, theirs] = [await withApp(), await withApp()];
    const code = (theirs.codes[0] ?? "").replaceAll("-", "");
    await expect(finishSignIn(await firstStep(mine.person), { code }, from)).rejects.toMatchObject(invalid);
  });
});

describe("a passkey", () => {
  test("that no browser made is refused, and one is removed by its owner alone", async () => {
    const person = await makeStaff({ passwordHash });
    const { id } = await makePasskey({ staffId: person.id });
    const { challenge } = await askForPasskey();
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: "webauthn.get", challenge, origin: "http://localhost:3000" }),
    ).toString("base64url");
    const response = { clientDataJSON, authenticatorData: "AAAA", signature: "AAAA" };
    for (const answer of ["{}", "no", JSON.stringify({ id, rawId: id, type: "public-key", response })])
      await expect(checkPasskey(answer)).rejects.toMatchObject(invalid);
    await expect(removePasskey(await makeStaff(), { id })).rejects.toMatchObject({ code: "not-found" });
    expect(await signIn({ email: person.email, password: PASSWORD }, from)).toHaveProperty("step");
    await removePasskey(person, { id });
    expect(await signIn({ email: person.email, password: PASSWORD }, from)).toHaveProperty("session");
  });
});

describe("a role that asks for a second factor", () => {
  test("holds back who lacks one, from the next request on, until it is set up", async () => {
    const owner = await makeStaff({ role: "owner" });
    const editor = await makeStaff({ role: "editor", passwordHash });
    const { id } = await makeSession({ staffId: editor.id });
    expect(await readSession(id)).toMatchObject({ lacksFactor: false });
    await requireFactor(owner, { needed: ["editor"] });
    expect(await readSession(id)).toMatchObject({ lacksFactor: true, actor: { id: editor.id } });
    const { secret } = await beginAuthenticator(editor);
    expect(await readSession(id)).toMatchObject({ lacksFactor: true });
    await confirmAuthenticator(editor, { code: codeOf(secret) });
    expect(await readSession(id)).toMatchObject({ lacksFactor: false });
    await requireFactor(owner, { needed: [] });
    await expect(requireFactor(editor, { needed: [] })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a second factor that was lost", () => {
  test("is reset by who may, which ends the sessions; not one's own, nor that of who may more", async () => {
    const owner = await makeStaff({ role: "owner" });
    const { person } = await withApp({ role: "editor" });
    await makePasskey({ staffId: person.id });
    const { id } = await makeSession({ staffId: person.id });
    const forbidden = { code: "forbidden" };
    await expect(resetFactors(await makeStaff({ role: "editor" }), person)).rejects.toMatchObject(forbidden);
    expect(await personHasFactor(owner, person.id)).toBe(true);
    await resetFactors(owner, person);
    expect(await readSession(id)).toBeNull();
    expect(await personHasFactor(owner, person.id)).toBe(false);
    expect(await signIn({ email: person.email, password: PASSWORD }, from)).toHaveProperty("session");
    await expect(resetFactors(owner, person)).rejects.toMatchObject({ code: "conflict" });
    await expect(resetFactors(owner, owner)).rejects.toMatchObject({ code: "conflict" });
    await expect(resetFactors(owner, { id: "none" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("asking again", () => {
  test("is spared for fifteen minutes after signing in, and after the password", async () => {
    const person = await makeStaff({ passwordHash });
    const signed = await signIn({ email: person.email, password: PASSWORD }, from);
    const id = "session" in signed ? signed.session : "";
    expect(await readSession(id)).toMatchObject({ isConfirmed: true });
    wait(15 * MINUTE);
    expect(await readSession(id)).toMatchObject({ isConfirmed: false });
    await expect(confirmSelf(person, { password: "wrong" }, id)).rejects.toMatchObject(invalid);
    expect(await readSession(id)).toMatchObject({ isConfirmed: false });
    await confirmSelf(person, { password: PASSWORD }, id);
    expect(await readSession(id)).toMatchObject({ isConfirmed: true });
  });

  test("confirms the session that asks alone, and limits guesses", async () => {
    const person = await makeStaff({ passwordHash });
    const [here, there] = [
      await makeSession({ staffId: person.id, confirmedUntil: null }),
      await makeSession({ confirmedUntil: null }),
    ];
    await confirmSelf(person, { password: PASSWORD }, there.id);
    const [theirs] = await db().select().from(sessions).where(eq(sessions.id, there.id));
    expect(theirs?.confirmedUntil).toBeNull();
    expect(await readSession(here.id)).toMatchObject({ isConfirmed: false });
    for (let n = 0; n < 10; n++) await confirmSelf(person, { password: "wrong" }, here.id).catch(() => {});
    await expect(confirmSelf(person, { password: PASSWORD }, here.id)).rejects.toMatchObject({ code: "limited" });
  });
});
