import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { events, jobs } from "@/db/schema";
import { listNotices } from "@/domain/notices/desk";
import { noticeWords, placeOfNotice } from "@/domain/notices/notice";
import { runDueJobs } from "@/jobs/run";
import { HOUR, MINUTE } from "@/lib/clock";
import { BACKUP_JOB, planBackup } from "./scheduled";

const setting = vi.hoisted(() => ({ into: undefined as string | undefined }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, getEnv: () => ({ ...real.getEnv(), BACKUP_DIR: setting.into, BACKUP_AT: "03:30" }) };
});

const folder = mkdtempSync(path.join(tmpdir(), "masthead-scheduled-"));
const program = path.join(folder, "program.mjs");
const becomes = (code: string) => writeFileSync(program, code);
const made = () => db().$count(events, eq(events.verb, "backup.made"));
const job = async () => (await db().select().from(jobs).where(eq(jobs.id, BACKUP_JOB)))[0];

beforeAll(() => makeSettings({ timeZone: "Europe/London" }));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-02T12:00:00Z") });
  vi.spyOn(console, "error").mockImplementation(() => {});
  process.env.MASTHEAD_PROGRAM = program;
  setting.into = folder;
  await transact(async (tx) => {
    await tx.delete(jobs);
    await tx.delete(events).where(eq(events.verb, "backup.made"));
  });
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test("one backup a day is made, late where it was missed; none without a folder", async () => {
  becomes("process.exit(process.argv.slice(2).join() === 'backup,--scheduled' ? 0 : 1)");
  setting.into = undefined;
  await planBackup();
  expect(await job()).toBeUndefined();
  setting.into = folder;
  await runDueJobs();
  expect(await made()).toBe(1);
  vi.setSystemTime(new Date("2026-06-03T02:29:00Z"));
  await runDueJobs();
  expect(await made()).toBe(1);
  vi.setSystemTime(new Date("2026-06-03T02:30:00Z"));
  await runDueJobs();
  expect(await made()).toBe(2);
});

test("owners alone are told once it failed three times, in words; it is tried again until it works", async () => {
  const [owner, editor] = [await makeStaff({ role: "owner" }), await makeStaff({ role: "editor" })];
  becomes("console.error('Not done: /backups: there is no room left.'); process.exit(1)");
  await runDueJobs();
  vi.setSystemTime(Date.now() + MINUTE);
  await runDueJobs();
  expect((await listNotices(owner)).rows).toEqual([]);
  vi.setSystemTime(Date.now() + 2 * MINUTE);
  await runDueJobs();
  const [notice, ...more] = (await listNotices(owner)).rows;
  expect(more).toEqual([]);
  if (!notice) throw new Error("Nobody was told");
  expect(noticeWords(notice)).toBe("The paper could not be backed up");
  expect(notice.detail).toBe("/backups: there is no room left.");
  expect(placeOfNotice(notice)).toBe("/newsroom/operations");
  expect((await listNotices(editor)).rows).toEqual([]);
  expect((await job())?.lastError).toBe("/backups: there is no room left.");
  becomes("process.exit(0)");
  vi.setSystemTime(Date.now() + HOUR);
  await runDueJobs();
  expect(await made()).toBe(1);
});
