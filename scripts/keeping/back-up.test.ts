import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { keepFiles } from "@/domain/backups/locks";
import { keepOf } from "@/domain/backups/retention";
import { sweepFiles } from "@/domain/media/sweeping";
import { archivesIn, readManifest, readSums } from "./archive";
import { makeArchive, removeOutlived, requireRoom } from "./back-up";
import { fillFolder } from "./testing/folder";
import { verifyArchive } from "./verify";

const disk = vi.hoisted(() => ({ full: false }));
vi.mock("./files", async (original) => {
  const real = await original<typeof import("./files")>();
  const copyHashed: typeof real.copyHashed = async (from, to) => {
    const hash = await real.copyHashed(from, to);
    if (disk.full && to.includes("media")) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
    return hash;
  };
  // To wait for a busy disk would tell nothing here.
  return { ...real, copyHashed, settle: async () => undefined };
});

// Other programs may have the disk to themselves for a while.
vi.setConfig({ testTimeout: 60_000 });

const dataDir = process.env.DATA_DIR ?? "";
const migrations = path.resolve("drizzle");
let into: string;
let files: Awaited<ReturnType<typeof fillFolder>>;

beforeAll(async () => {
  process.umask(0o077);
  vi.spyOn(console, "log").mockImplementation(() => {});
  files = await fillFolder(dataDir, 3);
});
beforeEach(() => {
  into = mkdtempSync(path.join(tmpdir(), "masthead-archives-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  disk.full = false;
  rmSync(into, { recursive: true, force: true });
});

const make = (more: Partial<Parameters<typeof makeArchive>[0]> = {}) =>
  makeArchive({ dataDir, into, kind: "manual", ...more });
const inode = (archive: string, name = "") => statSync(path.join(archive, name)).ino;

describe("an archive", () => {
  test("holds everything that must be kept, for its owner alone, and nothing that is on its way in", async () => {
    mkdirSync(path.join(dataDir, "originals/incoming/abc"), { recursive: true });
    writeFileSync(path.join(dataDir, "originals/incoming/abc/bytes"), "half of it");
    const { archive, manifest, warnings } = await make();
    expect(warnings).toEqual([]);
    expect(manifest).toMatchObject({
      originals: { count: 3, bytes: 9000 },
      media: { count: 3, bytes: 6000 },
      missing: [],
    });
    expect(manifest.database.rows.assets).toBe(3);
    const sums = readSums(archive, manifest);
    expect([...sums.keys()].sort()).toEqual(["masthead.db", "secret", ...files.originals, ...files.copies].sort());
    for (const name of [...sums.keys(), "manifest.json", "SHA256SUMS", "", "originals", "media"])
      expect(statSync(path.join(archive, name)).mode & 0o077, name).toBe(0);
    expect(readdirSync(archive).sort()).toEqual([
      "SHA256SUMS",
      "manifest.json",
      "masthead.db",
      "media",
      "originals",
      "secret",
    ]);
    expect(await verifyArchive(archive, migrations)).toMatchObject({ problems: [], files: 8 });
    expect(readFileSync(path.join(archive, "manifest.json"), "utf8")).not.toContain("secret that is made");
  });

  test("shares with the one before what has not changed, unless all is asked for anew", async () => {
    const [first, second, full] = [await make(), await make(), await make({ full: true })];
    const [name = ""] = files.originals;
    expect(inode(second.archive, name)).toBe(inode(first.archive, name));
    expect(inode(full.archive, name)).not.toBe(inode(first.archive, name));
    expect(inode(first.archive, name)).not.toBe(inode(dataDir, name));
    expect(inode(second.archive, "masthead.db")).not.toBe(inode(first.archive, "masthead.db"));
    expect(second.written).toBeLessThan(first.written);
    rmSync(first.archive, { recursive: true });
    expect((await verifyArchive(second.archive, migrations)).problems).toEqual([]);
  });

  test("has all that was committed before it was asked for, while others write", async () => {
    let on = true;
    let count = 0;
    const writers = Array.from({ length: 3 }, async () => {
      for (; on; count++) {
        await makeStaff({ role: "reporter" });
        // As a request would leave room for what else is to be done.
        await setImmediate();
      }
    });
    try {
      for (let round = 0; round < 3; round++) {
        const before = count;
        const { manifest, archive } = await make();
        expect(manifest.database.rows.staff).toBeGreaterThanOrEqual(before);
        expect((await verifyArchive(archive, migrations)).problems).toEqual([]);
      }
    } finally {
      on = false;
      await Promise.all(writers);
    }
  });

  test("of two that are asked for at once is made after the other", async () => {
    const made = await Promise.all([make(), make()]);
    expect(new Set(made.map(({ archive }) => archive)).size).toBe(2);
    for (const { archive } of made) expect((await verifyArchive(archive, migrations)).problems).toEqual([]);
  });

  test("goes on with one that was cut off, and trusts nothing that it left half", async () => {
    const { archive } = await make();
    const [whole = "", half = ""] = files.originals;
    const unfinished = path.join(
      into,
      `.unfinished-${(await import("node:crypto")).createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`,
    );
    const there = readFileSync(path.join(archive, whole));
    rmSync(archive, { recursive: true });
    for (const name of [whole, half]) mkdirSync(path.join(unfinished, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(unfinished, whole), there);
    writeFileSync(path.join(unfinished, half), "half of it");
    const kept = inode(unfinished, whole);
    const again = await make();
    expect(inode(again.archive, whole)).toBe(kept);
    expect((await verifyArchive(again.archive, migrations)).problems).toEqual([]);
  });

  test("that finds no room leaves nothing behind, and those there are as they were", async () => {
    const { archive } = await make();
    disk.full = true;
    await expect(make({ full: true })).rejects.toThrow(/there is no room left. Nothing was left behind/);
    expect(readdirSync(into)).toEqual([path.basename(archive)]);
    expect(() => requireRoom(into, Number.MAX_SAFE_INTEGER)).toThrow(/too little room .* are needed, and .* are free/);
  });

  test("tells of files that are missing or damaged, and takes no damage over what the one before has whole", async () => {
    await make();
    const [gone = "", rotten = ""] = files.copies;
    const paths = [gone, rotten].map((name) => path.join(dataDir, name)) as [string, string];
    const bytes = paths.map((file) => readFileSync(file)) as [Buffer, Buffer];
    rmSync(paths[0]);
    writeFileSync(paths[1], Buffer.alloc(bytes[1].length));
    const after = await make();
    expect(after.manifest).toMatchObject({ missing: [gone], damaged: [] });
    expect(after.warnings).toEqual([expect.stringMatching(/^1 files that the database names are not there/)]);
    expect(readFileSync(path.join(after.archive, rotten))).toEqual(bytes[1]);
    const full = await make({ full: true });
    expect(full.manifest).toMatchObject({ missing: [gone], damaged: [rotten] });
    for (const [at, file] of paths.entries()) writeFileSync(file, bytes[at] ?? "");
  });

  test("is not made of a damaged database", async () => {
    await make();
    const folder = mkdtempSync(path.join(tmpdir(), "masthead-damaged-"));
    const [archive = ""] = archivesIn(into);
    const bytes = readFileSync(path.join(into, archive, "masthead.db"));
    bytes.fill(7, 8 * 4096, 40 * 4096);
    writeFileSync(path.join(folder, "masthead.db"), bytes);
    await expect(make({ dataDir: folder })).rejects.toThrow(/damaged|malformed/);
    expect(archivesIn(into)).toEqual([archive]);
    expect(readdirSync(into)).toEqual([archive]);
    rmSync(folder, { recursive: true });
  });

  test("is refused where there is no paper, and within the files of one", async () => {
    await expect(make({ dataDir: into })).rejects.toThrow(/there is no database/);
    await expect(make({ into: path.join(dataDir, "media/archives") })).rejects.toThrow(/lies within media/);
  });
});

test("files are not swept away while they are copied, but a while later", async () => {
  const [copy = ""] = files.copies;
  const stray = path.join(dataDir, path.dirname(copy), `${"0".repeat(32)}.webp`);
  writeFileSync(stray, "named by nothing");
  const old = new Date(0);
  (await import("node:fs")).utimesSync(stray, old, old);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3 * 24 * 3600_000 });
  const letGo = keepFiles(dataDir);
  await sweepFiles();
  expect(existsSync(stray)).toBe(true);
  letGo?.();
  await sweepFiles();
  expect(existsSync(stray)).toBe(false);
  vi.useRealTimers();
});

test("only scheduled archives of this paper are removed once they have outlived their use", async () => {
  const day = (date: number) => new Date(Date.UTC(2026, 4, date, 3));
  for (const date of [1, 2, 3]) await make({ kind: "scheduled", at: day(date) });
  await make({ kind: "manual", at: day(1) });
  const { manifest } = await make({ kind: "scheduled", at: day(4) });
  appendFileSync(path.join(into, "masthead-note.txt"), "not an archive");
  expect(removeOutlived(into, "another", keepOf("1/0/0"), "UTC")).toEqual([]);
  expect(removeOutlived(into, manifest.paper, keepOf("2/0/0"), "UTC")).toEqual([
    "masthead-2026-05-02T03-00-00Z",
    "masthead-2026-05-01T03-00-00Z",
  ]);
  expect(readdirSync(into).sort()).toEqual([
    "masthead-2026-05-01T03-00-00Z-2",
    "masthead-2026-05-03T03-00-00Z",
    "masthead-2026-05-04T03-00-00Z",
    "masthead-note.txt",
  ]);
  for (const name of archivesIn(into)) expect(readManifest(path.join(into, name)).paper).toBe(manifest.paper);
  await transact(async () => undefined);
  closeDatabase();
});
