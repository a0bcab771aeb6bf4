import * as argon2 from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { databaseFile, db, open, transact } from "@/db/client";
import { makeSession, makeStaff } from "@/db/factories";
import { events, limits, sessions, staff } from "@/db/schema";
import { findSession, signIn } from "@/domain/testing/signing-in";
import { DAY, MINUTE } from "@/lib/clock";
import { knownBrowser } from "./attempts";
import { changePassword, renameSelf } from "./own-account";
import { hashPassword } from "./password";
import { endSession, endSessions, signOut } from "./sessions";

vi.mock("@node-rs/argon2", { spy: true });

const password = "correct horse battery";
const from = { address: "192.0.2.7", userAgent: "Firefox/140" };
const refusal = { code: "invalid", message: "The e-mail address or the password is not right." };
const limited = { code: "limited" };
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T08:00:00Z") });
});

afterEach(async () => {
  vi.useRealTimers();
  await transact(async (tx) => {
    await tx.delete(limits);
    await tx.delete(events);
  });
});

const wait = (time: number) => vi.setSystemTime(Date.now() + time);
const member = (given = {}) => makeStaff({ passwordHash, ...given });
const trail = async () => (await db().select().from(events)).map((event) => event.verb);

async function fail(times: number, email: string, address = "") {
  for (let n = 0; n < times; n++) {
    await signIn({ email, password: "wrong" }, { address, userAgent: "" }).catch(() => {});
  }
}

describe("signing in", () => {
  test("makes a session that belongs to the person, whatever the case of the address", async () => {
    const { id, email, name, role, grants } = await member();
    const session = await signIn({ email: ` ${email.toUpperCase()}`, password }, from);
    expect(await findSession(session)).toEqual({ id, email, name, role, grants, sectionIds: null });
    expect(await trail()).toEqual(["staff.signed-in"]);
    expect((await db().select().from(limits)).every(({ count }) => count === 0)).toBe(true);
  });

  test("is refused in the same words for a wrong password, an unknown address and a disabled account", async () => {
    const known = await member();
    const disabled = await member({ disabledAt: new Date() });
    await expect(signIn({ email: known.email, password: "wrong" }, from)).rejects.toMatchObject(refusal);
    await expect(signIn({ email: "nobody@example.test", password }, from)).rejects.toMatchObject(refusal);
    await expect(signIn({ email: disabled.email, password }, from)).rejects.toMatchObject(refusal);
    expect(await trail()).toEqual([]);
  });

  test("checks a hash of the same cost for an address that nobody has", async () => {
    await signIn({ email: "nobody@example.test", password }, from).catch(() => {});
    const [hash, tried] = vi.mocked(argon2.verify).mock.lastCall ?? [];
    expect(String(hash).replace(/\$[^$]+\$[^$]+$/, "")).toBe(passwordHash.replace(/\$[^$]+\$[^$]+$/, ""));
    expect(tried).toBe(password);
  });

  test("is refused to an account that was disabled while its password was being checked", async () => {
    const { id, email } = await member();
    vi.mocked(argon2.verify).mockImplementationOnce(async () => {
      await transact((tx) => tx.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, id)));
      return true;
    });
    await expect(signIn({ email, password }, from)).rejects.toMatchObject(refusal);
  });

  test("is limited after ten failures of an account, known or not, for fifteen minutes", async () => {
    const { email } = await member();
    for (const address of [email, "nobody@example.test"]) {
      await fail(10, address);
      await expect(signIn({ email: address, password }, from)).rejects.toMatchObject({
        code: "limited",
        message: "Too many attempts. Wait 15 minutes, then try again.",
      });
    }
    wait(15 * MINUTE);
    await expect(signIn({ email, password }, from)).resolves.toBeTypeOf("string");
  });

  test("is limited after thirty failures from one address, and one's own success there does not reset it", async () => {
    const { email } = await member();
    for (let n = 0; n < 30; n++) {
      if (n === 20) await signIn({ email, password }, from);
      await fail(1, `guess${n}@example.test`, from.address);
    }
    await expect(signIn({ email, password }, from)).rejects.toMatchObject(limited);
    await expect(signIn({ email, password }, { ...from, address: "192.0.2.8" })).resolves.toBeTypeOf("string");
  });

  test("is limited for a whole IPv6 line, whichever of its addresses are used", async () => {
    const { email } = await member();
    for (let n = 0; n < 30; n++) await fail(1, `guess${n}@example.test`, `2001:db8:0:7::${n.toString(16)}`);
    const attempt = (address: string) => signIn({ email, password }, { ...from, address });
    await expect(attempt("2001:db8::7:1:2:3:4")).rejects.toMatchObject(limited);
    await expect(attempt("2001:db8:0:8::1")).resolves.toBeTypeOf("string");
  });

  test("lets no more than the limit through when many tries come at once", async () => {
    const { email } = await member();
    const tries = Array.from({ length: 15 }, () => signIn({ email, password: "wrong" }, from));
    const codes = (await Promise.allSettled(tries)).map((result) => (result as PromiseRejectedResult).reason.code);
    expect(codes.filter((code) => code === "limited")).toHaveLength(5);
  });

  test("forgets an account's failures once its password was right, and names nobody in its counts", async () => {
    const { email } = await member();
    await fail(9, email, from.address);
    expect((await db().select().from(limits)).every((row) => /^[\w-]{43}$/.test(row.key))).toBe(true);
    await signIn({ email, password }, from);
    await fail(9, email);
    await expect(signIn({ email, password }, from)).resolves.toBeTypeOf("string");
  });
});

describe("a browser in which somebody was signed in before", () => {
  test("is not kept out by the guesses of others, and has as few of its own", async () => {
    const { email } = await member();
    const known = knownBrowser(email);
    for (let n = 0; n < 40; n++) await fail(1, email, from.address);
    await expect(signIn({ email, password }, from)).rejects.toMatchObject(limited);
    await expect(signIn({ email, password }, { ...from, known })).resolves.toBeTypeOf("string");
    await expect(signIn({ email, password }, from)).rejects.toMatchObject(limited);
    for (let n = 0; n < 10; n++) await signIn({ email, password: "wrong" }, { ...from, known }).catch(() => {});
    await expect(signIn({ email, password }, { ...from, known })).rejects.toMatchObject(limited);
  });

  test("counts for nobody else’s account, nor once it was made up or is too old", async () => {
    const [one, other] = [await member(), await member()];
    await fail(10, other.email);
    const as = (known: string) => signIn({ email: other.email, password }, { ...from, known });
    await expect(as(knownBrowser(one.email))).rejects.toMatchObject(limited);
    await expect(as("made-up")).rejects.toMatchObject(limited);
    const old = knownBrowser(other.email);
    wait(401 * DAY);
    await fail(10, other.email);
    await expect(as(old)).rejects.toMatchObject(limited);
  });
});

describe("a session", () => {
  test("ends after ninety days however it is used", async () => {
    const { id } = await makeSession();
    for (const days of [25, 25, 25, 14]) {
      wait(days * DAY);
      expect(await findSession(id)).not.toBeNull();
    }
    wait(2 * DAY);
    expect(await findSession(id)).toBeNull();
  });

  test("is renewed by use, and runs out after thirty days without", async () => {
    const { id } = await makeSession();
    wait(29 * DAY);
    expect(await findSession(id)).not.toBeNull();
    wait(29 * DAY);
    expect(await findSession(id)).not.toBeNull();
    wait(30 * DAY);
    expect(await findSession(id)).toBeNull();
    expect(await findSession("none")).toBeNull();
  });

  test("counts while another process writes, though it cannot be renewed then", async () => {
    const { id } = await makeSession();
    wait(DAY);
    const other = open(databaseFile(), false);
    other.exec("begin immediate");
    expect(await findSession(id)).not.toBeNull();
    other.close();
  }, 20_000);

  test("notes when it was seen at most once a minute", async () => {
    const { id, lastSeenAt } = await makeSession();
    const seen = async () => (await db().select().from(sessions).where(eq(sessions.id, id)))[0]?.lastSeenAt;
    wait(MINUTE - 1);
    await findSession(id);
    expect(await seen()).toEqual(lastSeenAt);
    wait(1);
    await findSession(id);
    expect(await seen()).toEqual(new Date());
  });

  test("ends at once by signing out, and only once in the trail", async () => {
    const { id } = await makeSession();
    await signOut(id);
    await signOut(id);
    expect(await findSession(id)).toBeNull();
    expect(await trail()).toEqual(["staff.session-ended"]);
  });

  test("of one's own can be ended by anybody, another's by an owner only", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    const owner = await makeStaff({ role: "owner" });
    const own = await makeSession({ staffId: reporter.id });
    const foreign = await makeSession({ staffId: owner.id });
    await endSession(reporter, { id: own.id });
    expect(await findSession(own.id)).toBeNull();
    await expect(endSession(reporter, { id: foreign.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSession(reporter, { id: "none" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSession(owner, { id: own.id })).rejects.toMatchObject({ code: "not-found" });
    expect(await findSession(foreign.id)).not.toBeNull();
    const again = await makeSession({ staffId: reporter.id });
    await endSession(owner, { id: again.id });
    expect(await findSession(again.id)).toBeNull();
  });

  test("ends with all the others, except the one that asks", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    const owner = await makeStaff({ role: "owner" });
    const here = await makeSession({ staffId: reporter.id });
    const there = await makeSession({ staffId: reporter.id });
    await endSessions(reporter, { staffId: reporter.id, except: here.id });
    expect(await findSession(there.id)).toBeNull();
    expect(await findSession(here.id)).not.toBeNull();
    await expect(endSessions(reporter, { staffId: owner.id })).rejects.toMatchObject({ code: "forbidden" });
    await endSessions(owner, { staffId: reporter.id });
    expect(await findSession(here.id)).toBeNull();
  });

  test("shows a changed name at the next request", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    const { id } = await makeSession({ staffId: reporter.id });
    await renameSelf(reporter, { name: "Jane Roe" });
    expect(await findSession(id)).toMatchObject({ name: "Jane Roe" });
  });
});

describe("changing one's password", () => {
  test("ends the other sessions, and the new password is the one that works", async () => {
    const person = await member();
    const here = await makeSession({ staffId: person.id });
    const there = await makeSession({ staffId: person.id });
    await changePassword(person, { currentPassword: password, password: "another fine phrase" }, here.id);
    expect(await findSession(there.id)).toBeNull();
    expect(await findSession(here.id)).not.toBeNull();
    expect(await trail()).toEqual(["staff.password-changed"]);
    await expect(signIn({ email: person.email, password }, from)).rejects.toMatchObject(refusal);
    await expect(signIn({ email: person.email, password: "another fine phrase" }, from)).resolves.toBeTypeOf("string");
  });

  test("needs the present one, and guesses at it are limited", async () => {
    const person = await member();
    const change = () => changePassword(person, { currentPassword: "wrong", password: "another fine phrase" }, "");
    for (let n = 0; n < 10; n++) {
      await expect(change()).rejects.toMatchObject({
        code: "invalid",
        fields: { currentPassword: expect.any(String) },
      });
    }
    await expect(change()).rejects.toMatchObject(limited);
  });
});
