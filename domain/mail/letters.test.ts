import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeSession, makeSettings, makeStaff } from "@/db/factories";
import { events, invitations, jobs, limits, passwordResets, roles } from "@/db/schema";
import {
  acceptInvitation,
  findInvitation,
  invite,
  inviteByMail,
  mailInvitation,
  revokeInvitation,
} from "@/domain/people/inviting";
import { changeRole, disableStaff } from "@/domain/people/managing";
import { changePassword } from "@/domain/people/own-account";
import { hashPassword } from "@/domain/people/password";
import { askForReset, findReset, makeResetLink, resetPassword } from "@/domain/people/resetting";
import type { Actor } from "@/domain/people/staff";
import { openPostOffice } from "@/domain/testing/post-office";
import { findSession, signIn } from "@/domain/testing/signing-in";
import { runDueJobs } from "@/jobs/run";
import { DAY, MINUTE } from "@/lib/clock";
import { log } from "@/lib/log";
import { planLetter } from "./planning";

const mail = vi.hoisted(() => ({ url: undefined as string | undefined }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  const from = () => (mail.url ? "newsroom@paper.example" : undefined);
  return { ...real, getEnv: () => ({ ...real.getEnv(), SMTP_URL: mail.url, MAIL_FROM: from() }) };
});

const PASSWORD = "a fine new phrase";
let office: Awaited<ReturnType<typeof openPostOffice>>;
let owner: Actor;

beforeAll(async () => {
  office = await openPostOffice();
  await makeSettings({ name: "The Hålyard Æther" });
});
afterAll(() => office.close());

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T08:00:00Z") });
  mail.url = office.url;
  office.letters.length = 0;
  office.state.refusal = 0;
  owner = await makeStaff({ role: "owner", name: "Ada Owner" });
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await transact(async (tx) => {
    for (const table of [jobs, limits, events, invitations, passwordResets, roles]) await tx.delete(table);
  });
});

const wait = (time: number) => vi.setSystemTime(Date.now() + time);
const letterJobs = async () => (await db().select().from(jobs)).filter(({ kind }) => kind === "letter");
const trail = async () => (await db().select().from(events)).map(({ verb }) => verb);
const secretIn = (text = "") => text.match(/\/(?:invitation|reset)\/(\w+)/)?.[1] ?? "none";
let count = 0;
const guest = () => ({ email: `guest${++count}@example.test`, name: "Zoë Roe", role: "reporter" as const });

/** Everything that the database holds, as text. */
async function allKept(): Promise<string> {
  const tables = [jobs, invitations, passwordResets, events];
  return JSON.stringify(await Promise.all(tables.map((table) => db().select().from(table))));
}

describe("an invitation by e-mail", () => {
  test("reaches whom it invites, from the paper, with a link that works once and is kept nowhere", async () => {
    const who = guest();
    await inviteByMail(owner, who);
    expect(office.letters).toEqual([]);
    await runDueJobs();
    const [letter] = office.letters;
    expect(letter).toMatchObject({
      to: who.email,
      from: "The Hålyard Æther <newsroom@paper.example>",
      subject: "Join the newsroom of The Hålyard Æther",
    });
    expect(letter?.text).toContain("Ada Owner invites you to the newsroom of The Hålyard Æther, as reporter.");
    expect(letter?.text).toMatch(/-- \nThe Hålyard Æther\nhttp:\/\/localhost:3000\s*$/);
    const secret = secretIn(letter?.text);
    expect(await allKept()).not.toContain(secret);
    expect(await findInvitation(secret)).toMatchObject({ email: who.email });
    await acceptInvitation({ secret, name: who.name, password: PASSWORD });
    expect(await findInvitation(secret)).toBeNull();
  });

  test("is not sent once it was revoked, and again with another link where it was lost", async () => {
    const { id } = await inviteByMail(owner, guest());
    await runDueJobs();
    const first = secretIn(office.letters[0]?.text);
    await mailInvitation(owner, { id });
    await runDueJobs();
    const second = secretIn(office.letters[1]?.text);
    expect(await findInvitation(first)).toBeNull();
    expect(await findInvitation(second)).not.toBeNull();
    await mailInvitation(owner, { id });
    await revokeInvitation(owner, { id });
    await runDueJobs();
    expect(office.letters).toHaveLength(2);
  });

  test("is planned with what it tells or not at all", async () => {
    const who = guest();
    await invite(owner, who);
    await expect(inviteByMail(owner, who)).rejects.toMatchObject({ code: "conflict" });
    expect(await letterJobs()).toEqual([]);
  });
});

describe("a forgotten password", () => {
  const account = async () => makeStaff({ role: "editor", passwordHash: await hashPassword("the old password") });

  test("is replaced by a link that is sent, works once, and ends every session", async () => {
    const person = await account();
    const session = await makeSession({ staffId: person.id });
    await askForReset({ email: person.email }, "192.0.2.9");
    await askForReset({ email: person.email }, "192.0.2.9");
    expect(await findSession(session.id)).not.toBeNull();
    await runDueJobs();
    const [first, second] = office.letters.map(({ text }) => secretIn(text));
    if (!first || !second) throw new Error("No letters came");
    expect(office.letters[0]).toMatchObject({ to: person.email, subject: "A new password for The Hålyard Æther" });
    expect(await allKept()).not.toContain(first);
    expect(await findReset(first)).toMatchObject({ email: person.email });

    await resetPassword({ secret: first, password: PASSWORD });

    expect(await findSession(session.id)).toBeNull();
    for (const secret of [first, second]) {
      expect(await findReset(secret)).toBeNull();
      await expect(resetPassword({ secret, password: "yet another phrase" })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    const where = { address: "", userAgent: "" };
    await expect(signIn({ email: person.email, password: "the old password" }, where)).rejects.toBeDefined();
    await expect(signIn({ email: person.email, password: PASSWORD }, where)).resolves.toBeDefined();
    await runDueJobs();
    expect(office.letters[2]).toMatchObject({ subject: "Your password was changed: The Hålyard Æther" });
  });

  // Each takes the same time, whoever asks.
  test("answers alike for an address that nobody has and one that is shut out, and sends nothing", {
    timeout: 30_000,
  }, async () => {
    const disabled = await makeStaff({ disabledAt: new Date() });
    await expect(askForReset({ email: "nobody@example.test" }, "")).resolves.toBeUndefined();
    await expect(askForReset({ email: disabled.email }, "")).resolves.toBeUndefined();
    await runDueJobs();
    expect(office.letters).toEqual([]);
    for (let n = 0; n < 9; n++) await askForReset({ email: "nobody@example.test" }, "");
    await expect(askForReset({ email: "nobody@example.test" }, "")).rejects.toMatchObject({ code: "limited" });
  });

  test("gives half an hour from the letter on", async () => {
    const person = await account();
    await askForReset({ email: person.email }, "");
    wait(45 * MINUTE);
    await runDueJobs();
    const secret = secretIn(office.letters[0]?.text);
    wait(30 * MINUTE - 1);
    expect(await findReset(secret)).not.toBeNull();
    wait(1);
    expect(await findReset(secret)).toBeNull();
    await expect(resetPassword({ secret, password: PASSWORD })).rejects.toMatchObject({ code: "not-found" });
  });

  test("is of no use to who was shut out meanwhile, nor a day later, nor once the password was changed", async () => {
    const person = await account();
    await askForReset({ email: person.email }, "");
    await runDueJobs();
    const secret = secretIn(office.letters[0]?.text);
    await changePassword(person, { currentPassword: "the old password", password: PASSWORD }, "");
    expect(await findReset(secret)).toBeNull();
    const other = await account();
    const { secret: handed } = await makeResetLink(owner, { id: other.id });
    await disableStaff(owner, { id: other.id });
    expect(await findReset(handed)).toBeNull();
    await askForReset({ email: person.email }, "");
    wait(DAY);
    office.letters.length = 0;
    await runDueJobs();
    expect(office.letters.filter(({ subject }) => subject.startsWith("A new password"))).toEqual([]);
  });

  test.each([
    ["was shut out", (maker: string) => disableStaff(owner, { id: maker })],
    ["may less than its owner", (maker: string) => changeRole(owner, { id: maker, role: "editor" })],
  ])("is of no use once whoever made the link %s", async (_, lose) => {
    await transact((tx) => tx.insert(roles).values({ role: "editor", grants: { "staff.manage": "any" } }));
    const [maker, person] = [await makeStaff({ role: "owner" }), await makeStaff({ role: "owner" })];
    const { secret } = await makeResetLink(maker, { id: person.id });
    expect(await findReset(secret)).not.toBeNull();
    await lose(maker.id);
    expect(await findReset(secret)).toBeNull();
    await expect(resetPassword({ secret, password: PASSWORD })).rejects.toMatchObject({ code: "not-found" });
  });

  test("is helped by an owner with a link to copy, and by nobody who may less than its owner", async () => {
    mail.url = undefined;
    const person = await account();
    const editor = await makeStaff({ role: "editor" });
    await expect(makeResetLink(editor, { id: person.id })).rejects.toMatchObject({ code: "forbidden" });
    const { secret } = await makeResetLink(owner, { id: person.id });
    expect(await allKept()).not.toContain(secret);
    await expect(resetPassword({ secret, password: PASSWORD })).resolves.toEqual({ email: person.email });
    expect(await trail()).toEqual(["staff.reset-link-made", "staff.password-reset"]);
  });
});

describe("letters", () => {
  test("are sent again by the queue's backoff while the server takes none, with one letter in the end", async () => {
    const said = vi.spyOn(log, "error");
    const who = guest();
    await inviteByMail(owner, who);
    office.state.refusal = 451;
    await runDueJobs();
    expect(await letterJobs()).toMatchObject([
      {
        doneAt: null,
        lastError: "The mail server did not take the letter (451)",
        runAt: new Date(Date.now() + MINUTE),
      },
    ]);
    office.state.refusal = 0;
    await runDueJobs();
    expect(office.letters).toEqual([]);
    wait(MINUTE);
    await runDueJobs();
    expect(office.letters.map(({ to }) => to)).toEqual([who.email]);
    expect(JSON.stringify(said.mock.calls)).not.toContain(who.email);
  });

  test("are given up where the server will never take them, which the trail says without an address", async () => {
    const who = guest();
    await inviteByMail(owner, who);
    office.state.refusal = 550;
    await runDueJobs();
    expect((await letterJobs()).every(({ doneAt }) => doneAt !== null)).toBe(true);
    const [undelivered] = await db().select().from(events).where(eq(events.verb, "letter.undelivered"));
    expect(undelivered).toMatchObject({ subjectId: "invitation", actorId: null });
    expect(JSON.stringify(undelivered)).not.toContain(who.email);
  });

  test("of one key are planned once, and none without a mail server", async () => {
    const plan = () =>
      transact((tx) => planLetter(tx, "password-changed", { staffId: owner.id }, { key: `of-${owner.id}` }));
    await plan();
    await plan();
    expect(await letterJobs()).toHaveLength(1);
    await transact((tx) => tx.delete(jobs));
    mail.url = undefined;
    await plan();
    expect(await letterJobs()).toEqual([]);
    await expect(inviteByMail(owner, guest())).rejects.toMatchObject({ code: "conflict" });
  });
});
