import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeByline, makeSession, makeStaff } from "@/db/factories";
import { bylines, events, invitations, roles, staff } from "@/db/schema";
import { findSession, signIn } from "@/domain/testing/signing-in";
import { DAY } from "@/lib/clock";
import { listInvitations, listStaff, ownSessions, readPerson } from "./desk";
import { acceptInvitation, findInvitation, invite, revokeInvitation } from "./inviting";
import { changeRole, disableMany, disableStaff, enableStaff } from "./managing";
import type { Actor } from "./staff";

let owner: Actor;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T08:00:00Z") });
  owner = await makeStaff({ role: "owner" });
});

afterEach(async () => {
  vi.useRealTimers();
  await transact(async (tx) => {
    await tx.delete(events);
    await tx.delete(invitations);
    await tx.delete(roles);
    await tx.update(staff).set({ disabledAt: new Date() });
  });
});

const conflict = { code: "conflict" };
const gone = { code: "not-found" };
const trail = async () => (await db().select().from(events)).map((event) => event.verb);
let count = 0;
const guest = () => ({ email: `guest${++count}@example.test`, name: "Jane Roe", role: "reporter" as const });
const accept = (secret: string) => acceptInvitation({ secret, name: "Jane Roe", password: "a fine new phrase" });

describe("an invitation", () => {
  test("makes a member of the staff with a byline, once", async () => {
    await makeByline({ slug: "jane-roe" });
    const who = guest();
    const { secret } = await invite(owner, who);
    expect(await findInvitation(secret)).toEqual(who);

    const { email } = await accept(secret);

    const session = await signIn({ email, password: "a fine new phrase" }, { address: "", userAgent: "" });
    const actor = await findSession(session);
    expect(actor).toMatchObject({ email: who.email, name: "Jane Roe", role: "reporter" });
    const [byline] = await db()
      .select()
      .from(bylines)
      .where(eq(bylines.staffId, actor?.id ?? ""));
    expect(byline).toMatchObject({ name: "Jane Roe", slug: "jane-roe-2" });
    expect(await trail()).toEqual(["staff.invited", "staff.joined", "staff.signed-in"]);

    expect(await findInvitation(secret)).toBeNull();
    await expect(accept(secret)).rejects.toMatchObject(gone);
  });

  test("makes one person however often it is accepted at once", async () => {
    const { secret } = await invite(owner, guest());
    const results = await Promise.allSettled([accept(secret), accept(secret), accept(secret)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("keeps its secret nowhere", async () => {
    const { id, secret } = await invite(owner, guest());
    const kept = JSON.stringify([await db().select().from(invitations), await db().select().from(events)]);
    expect(kept).toContain(id);
    expect(kept).not.toContain(secret);
  });

  test.each([
    ["is disabled", (inviter: Actor) => disableStaff(owner, inviter)],
    ["no longer manages the staff", (inviter: Actor) => changeRole(owner, { id: inviter.id, role: "editor" })],
  ])("is worth nothing once whoever gave it %s", async (_, lose) => {
    const inviter = await makeStaff({ role: "owner" });
    const { secret } = await invite(inviter, { ...guest(), role: "owner" });
    expect(await findInvitation(secret)).not.toBeNull();
    await lose(inviter);
    expect(await findInvitation(secret)).toBeNull();
    expect(await listInvitations(owner)).toEqual([]);
    await expect(accept(secret)).rejects.toMatchObject(gone);
  });

  test("is worth nothing once its role may more than whoever gave it", async () => {
    await transact((tx) => tx.insert(roles).values({ role: "editor", grants: { "staff.manage": "any" } }));
    const inviter = await makeStaff({ role: "owner" });
    const above = await invite(inviter, { ...guest(), role: "owner" });
    const below = await invite(inviter, { ...guest(), role: "reporter" });
    await changeRole(owner, { id: inviter.id, role: "editor" });
    expect(await findInvitation(above.secret)).toBeNull();
    await expect(accept(above.secret)).rejects.toMatchObject(gone);
    expect(await findInvitation(below.secret)).not.toBeNull();
  });

  test("expires after seven days", async () => {
    const { id, secret } = await invite(owner, guest());
    vi.setSystemTime(Date.now() + 7 * DAY - 1);
    expect(await findInvitation(secret)).not.toBeNull();
    vi.setSystemTime(Date.now() + 1);
    expect(await findInvitation(secret)).toBeNull();
    await expect(accept(secret)).rejects.toMatchObject(gone);
    await expect(revokeInvitation(owner, { id })).rejects.toMatchObject(gone);
    expect(await listInvitations(owner)).toEqual([]);
  });

  test("can be revoked, and then made anew", async () => {
    const who = guest();
    const { id, secret } = await invite(owner, who);
    expect(await listInvitations(owner)).toMatchObject([{ id, email: who.email }]);
    await expect(invite(owner, who)).rejects.toMatchObject({ ...conflict, fields: { email: expect.any(String) } });
    await revokeInvitation(owner, { id });
    expect(await findInvitation(secret)).toBeNull();
    await expect(accept(secret)).rejects.toMatchObject(gone);
    await expect(invite(owner, who)).resolves.toMatchObject({ secret: expect.any(String) });
  });

  test("is not for those who are on the staff, nor accepted for them", async () => {
    const { email } = await makeStaff();
    await expect(invite(owner, { ...guest(), email })).rejects.toMatchObject(conflict);
    const late = guest();
    const { secret } = await invite(owner, late);
    await makeStaff({ email: late.email });
    await expect(accept(secret)).rejects.toMatchObject(conflict);
    expect(await findInvitation(secret)).not.toBeNull();
  });
});

describe("managing the staff", () => {
  test("a changed role counts from the next request on", async () => {
    const editor = await makeStaff({ role: "editor" });
    const session = await makeSession({ staffId: editor.id });
    await changeRole(owner, { id: editor.id, role: "contributor" });
    expect(await findSession(session.id)).toMatchObject({ role: "contributor" });
    const [event] = await db().select().from(events);
    expect(event).toMatchObject({ verb: "staff.role-changed", data: { from: "editor", to: "contributor" } });
  });

  test("who is disabled is out at once, and comes back without the old sessions", async () => {
    const editor = await makeStaff({ role: "editor" });
    const session = await makeSession({ staffId: editor.id });
    await disableStaff(owner, { id: editor.id });
    expect(await findSession(session.id)).toBeNull();
    await expect(disableStaff(owner, { id: editor.id })).rejects.toMatchObject(conflict);
    await enableStaff(owner, { id: editor.id });
    expect(await findSession(session.id)).toBeNull();
    await expect(enableStaff(owner, { id: editor.id })).rejects.toMatchObject(conflict);
    expect(await trail()).toEqual(["staff.disabled", "staff.enabled"]);
  });

  test("some are shut out together, and let in again; who may not be is named, and the others are done", async () => {
    const [one, two] = [await makeStaff({ name: "One" }), await makeStaff({ name: "Two", disabledAt: new Date() })];
    const session = await makeSession({ staffId: one.id });
    const ids = [one.id, two.id, owner.id, "nobody"];
    const outcome = await disableMany(owner, { ids, disabled: "yes" });
    expect(outcome).toMatchObject({ done: 1, unchanged: 1, undo: [one.id], refused: [{ name: owner.name }] });
    expect(await findSession(session.id)).toBeNull();
    expect(await disableMany(owner, { ids: outcome.undo, disabled: "no" })).toMatchObject({ done: 1, refused: [] });
    expect((await listStaff(owner, { search: "One" })).rows).toMatchObject([{ disabledAt: null }]);
    const editor = await makeStaff({ role: "editor" });
    await expect(disableMany(editor, { ids, disabled: "yes" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await trail()).toEqual(["staff.disabled", "staff.enabled"]);
  });

  test("nobody changes their own role or disables themselves", async () => {
    await makeStaff({ role: "owner" });
    await expect(changeRole(owner, { id: owner.id, role: "editor" })).rejects.toMatchObject(conflict);
    await expect(disableStaff(owner, { id: owner.id })).rejects.toMatchObject(conflict);
  });

  test("two owners cannot put each other down at once: one active owner stays", async () => {
    const other = await makeStaff({ role: "owner" });
    const results = await Promise.allSettled([
      changeRole(owner, { id: other.id, role: "editor" }),
      changeRole(other, { id: owner.id, role: "editor" }),
    ]);
    expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected"]);
    await expect(disableStaff(other, { id: owner.id })).rejects.toMatchObject(conflict);
  });

  test("is refused to everybody but owners, and for those who do not exist", async () => {
    const target = await makeStaff({ role: "contributor" });
    const { id } = await invite(owner, guest());
    for (const role of ["editor", "reporter", "contributor"] as const) {
      const actor = await makeStaff({ role });
      const forbidden = { code: "forbidden" };
      await expect(invite(actor, guest())).rejects.toMatchObject(forbidden);
      await expect(revokeInvitation(actor, { id })).rejects.toMatchObject(forbidden);
      await expect(changeRole(actor, { id: target.id, role: "owner" })).rejects.toMatchObject(forbidden);
      await expect(changeRole(actor, { id: actor.id, role: "owner" })).rejects.toMatchObject(forbidden);
      await expect(disableStaff(actor, { id: target.id })).rejects.toMatchObject(forbidden);
      await expect(enableStaff(actor, { id: target.id })).rejects.toMatchObject(forbidden);
      await expect(listStaff(actor, {})).rejects.toMatchObject(forbidden);
      await expect(listInvitations(actor)).rejects.toMatchObject(forbidden);
      await expect(readPerson(actor, target.id)).rejects.toMatchObject(forbidden);
    }
    await expect(changeRole(owner, { id: "none", role: "owner" })).rejects.toMatchObject(gone);
    await expect(disableStaff(owner, { id: "none" })).rejects.toMatchObject(gone);
    await expect(enableStaff(owner, { id: "none" })).rejects.toMatchObject(gone);
    await expect(readPerson(owner, "none")).rejects.toMatchObject(gone);
    expect(await trail()).toEqual(["staff.invited"]);
  });
});

describe("the people pages", () => {
  test("show when somebody was last seen, and where they are signed in", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    const earlier = new Date(Date.now() - DAY);
    await makeSession({ staffId: reporter.id, lastSeenAt: earlier, endedAt: earlier });
    const here = await makeSession({ staffId: reporter.id });
    const page = await readPerson(owner, reporter.id);
    expect(page.person).toMatchObject({ name: reporter.name, lastSeenAt: here.lastSeenAt });
    expect(page.sessions).toEqual([
      {
        id: here.id,
        device: "Firefox on Linux",
        address: "192.0.2.1",
        createdAt: here.createdAt,
        lastSeenAt: here.lastSeenAt,
      },
    ]);
    expect(await ownSessions(reporter)).toEqual(page.sessions);
    expect(JSON.stringify(page)).not.toContain("passwordHash");
  });

  test("list everybody once, page by page", async () => {
    for (let n = 0; n < 55; n++) await makeStaff({ name: "Same Name" });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listStaff(owner, { cursor });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    } while (cursor);
    const all = await db().select().from(staff);
    expect(seen).toHaveLength(all.length);
    expect(new Set(seen).size).toBe(all.length);
  });
});
