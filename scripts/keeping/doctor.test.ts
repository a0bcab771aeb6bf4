import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, db, transact } from "@/db/client";
import { makeSettings } from "@/db/factories";
import { assetEntries, assets, events, jobs } from "@/db/schema";
import { keepLastBackup } from "@/domain/backups/last";
import { DAY, HOUR, MINUTE } from "@/lib/clock";
import { examine } from "./doctor";
import { enterFolder } from "./restore";
import { fillFolder } from "./testing/folder";

vi.setConfig({ testTimeout: 60_000 });

const dataDir = process.env.DATA_DIR ?? "";
const migrations = path.resolve("drizzle");
let files: Awaited<ReturnType<typeof fillFolder>>;
let said: string;

beforeAll(async () => {
  process.umask(0o077);
  vi.stubEnv("SEED", "none");
  await makeSettings({ timeZone: "Europe/London" });
  files = await fillFolder(dataDir, 2);
  for (const name of ["", "masthead.db", "masthead.db-wal", "masthead.db-shm"]) {
    const file = path.join(dataDir, name);
    if (existsSync(file)) chmodSync(file, statSync(file).mode & 0o700);
  }
  await backedUp(new Date());
});
beforeEach(() => {
  said = "";
  const hear = (line: string) => {
    said += `${line}\n`;
  };
  vi.spyOn(console, "log").mockImplementation(hear);
  vi.spyOn(console, "error").mockImplementation(hear);
});

function backedUp(at: Date, failure = "") {
  const nothing = { files: 1, bytes: 1, written: 1, warnings: [] };
  return keepLastBackup(dataDir, { at, took: 1, kind: "manual", place: dataDir, ...nothing, failure });
}
const ask = (more: { fix?: boolean; deep?: boolean } = {}) => examine({ migrations, fix: false, deep: false, ...more });

test("a paper that is well has no problem", async () => {
  expect(await ask({ deep: true }), said).toBe(0);
  expect(said).toContain("0 problems");
});

test("what others may read is a problem, and is mended", async () => {
  chmodSync(path.join(dataDir, "secret"), 0o644);
  expect(await ask()).toBe(1);
  expect(said).toMatch(/PROBLEM {2}Permissions .*secret/);
  expect(await ask({ fix: true }), said).toBe(0);
  expect(statSync(path.join(dataDir, "secret")).mode & 0o777).toBe(0o600);
});

test("a missing rendition is a problem; mending plans it anew from its original", async () => {
  const [copy = ""] = files.copies;
  const bytes = readFileSync(path.join(dataDir, copy));
  rmSync(path.join(dataDir, copy));
  expect(await ask()).toBe(1);
  expect(said).toMatch(/1 rendition that readers may ask for is not there, of 0.jpg/);
  await ask({ fix: true });
  expect(said).toContain("planned the copies of 1 picture");
  expect(await db().$count(jobs, eq(jobs.kind, "make-copies"))).toBe(1);
  writeFileSync(path.join(dataDir, copy), bytes);
});

test("a missing original, a damaged file and one that nothing names are told, each by its name", async () => {
  const [gone = "", rotten = ""] = files.originals;
  const kept = [gone, rotten].map((name) => [name, readFileSync(path.join(dataDir, name))] as const);
  rmSync(path.join(dataDir, gone));
  writeFileSync(path.join(dataDir, rotten), Buffer.alloc(3000));
  expect(await ask()).toBe(1);
  expect(said).toContain(`Copy them from a backup, by their names: ${gone}`);
  expect(said).not.toContain(rotten);
  await ask({ deep: true });
  expect(said).toContain(`1 file is not what the name says: ${rotten}`);
  for (const [name, bytes] of kept) writeFileSync(path.join(dataDir, name), bytes);
});

test("an index that lacks something is a problem, and is mended", async () => {
  await transact((tx) => tx.delete(assetEntries));
  expect(await ask()).toBe(1);
  expect(said).toMatch(/PROBLEM {2}Search .*Of the library 2 rows of the index lack the other half/);
  expect(await ask({ fix: true }), said).toBe(0);
  expect(await db().$count(assetEntries)).toBe(await db().$count(assets));
});

test("a clock that is behind what happened is a problem", async () => {
  const ahead = {
    verb: "backup.made",
    subjectKind: "backup",
    subjectId: "x",
    data: {},
    at: new Date(Date.now() + DAY),
  };
  await transact((tx) => tx.insert(events).values(ahead));
  expect(await ask()).toBe(1);
  expect(said).toMatch(/PROBLEM {2}Clock .*the last thing that happened in the paper at /);
  await transact((tx) => tx.delete(events).where(eq(events.subjectId, "x")));
});

test("work that nobody does is a problem while the paper runs, not where it has just begun", async () => {
  await transact((tx) => tx.delete(jobs));
  const late = { id: "late", kind: "sweep", payload: {}, attempts: 0, runAt: new Date(Date.now() - HOUR) };
  await transact((tx) => tx.insert(jobs).values(late));
  expect(await ask(), said).toBe(0);
  const letGo = await enterFolder(dataDir);
  expect(await ask(), said).toBe(0);
  const { markEntered } = await import("@/domain/backups/locks");
  markEntered(dataDir, new Date(Date.now() - 20 * MINUTE));
  expect(await ask()).toBe(1);
  expect(said).toContain("1 jobs and 0 planned stories have been due for more than ten minutes");
  letGo();
  await transact((tx) =>
    tx.update(jobs).set({ runAt: new Date(Date.now() + HOUR), lastError: "no route", attempts: 4 }),
  );
  expect(await ask(), said).toBe(0);
  expect(said).toContain('1 of the kind "sweep" failed and will be tried again: no route');
  await ask({ fix: true });
  expect((await db().select().from(jobs))[0]).toMatchObject({ lastError: null });
  await transact((tx) => tx.delete(jobs));
});

test("an old backup, and one that failed, are problems", async () => {
  await backedUp(new Date(Date.now() - 3 * DAY));
  expect(await ask()).toBe(1);
  expect(said).toContain("3 days ago");
  await backedUp(new Date());
  await backedUp(new Date(), "there is no room left");
  expect(await ask()).toBe(1);
  expect(said).toContain("failed: there is no room left");
  await backedUp(new Date());
});

test("a database that a newer version wrote, or that is none, is told with what to do", async () => {
  const database = path.join(dataDir, "masthead.db");
  await transact(async (tx) => {
    await tx.run("insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)");
  });
  expect(await ask()).toBe(1);
  expect(said).toContain("written by a newer version of Masthead");
  closeDatabase();
  for (const ending of ["-wal", "-shm"]) rmSync(database + ending, { force: true });
  writeFileSync(database, "not a database, but many letters all the same. ".repeat(100));
  expect(await ask()).toBe(1);
  expect(said).toMatch(/It cannot be opened: .*not a database[\s\S]*restore ARCHIVE/);
  rmSync(database);
  expect(await ask()).toBe(1);
  expect(said).toMatch(/There is none in /);
});
