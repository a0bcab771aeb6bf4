import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, transact } from "@/db/client";
import { sessions, staff } from "@/db/schema";
import { shareFolder } from "@/domain/backups/locks";
import { archivesIn, readManifest, told } from "./archive";
import { makeArchive } from "./back-up";
import { hashFile } from "./files";
import { enterFolder, restoreArchive } from "./restore";
import { fillFolder } from "./testing/folder";
import { verifyArchive } from "./verify";

/** Cuts everything off at the so-many-th renaming, before it or after it. */
const cut = vi.hoisted(() => ({ at: Number.POSITIVE_INFINITY, after: false, seen: 0 }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const renameSync: typeof real.renameSync = (from, to) => {
    if (++cut.seen > cut.at) throw new Error("killed");
    if (cut.seen === cut.at && !cut.after) throw new Error("killed");
    real.renameSync(from, to);
    if (cut.seen === cut.at) throw new Error("killed");
  };
  return { ...real, renameSync };
});

// Other programs may have the disk to themselves for a while.
vi.setConfig({ testTimeout: 60_000 });

const dataDir = process.env.DATA_DIR ?? "";
const migrations = path.resolve("drizzle");
let into: string;
let archive: string;
/** A paper that differs from the archive in everything. */
let other: string;
let folder: string;

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  await fillFolder(dataDir, 3);
  await transact(async (tx) => {
    const [person] = await tx.select({ id: staff.id }).from(staff).limit(1);
    const at = new Date();
    const session = { id: "open", createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + 1e9) };
    await tx.insert(sessions).values({ ...session, staffId: person?.id ?? "", userAgent: "", address: "" });
  });
  into = mkdtempSync(path.join(tmpdir(), "masthead-archives-"));
  archive = (await makeArchive({ dataDir, into, kind: "manual" })).archive;
  other = mkdtempSync(path.join(tmpdir(), "masthead-other-"));
  cpSync(path.join(archive, "masthead.db"), path.join(other, "masthead.db"));
  const database = new Database(path.join(other, "masthead.db"));
  database.pragma("journal_mode = wal");
  database.exec("create table mine (n); insert into mine values (7)");
  cpSync(path.join(other, "masthead.db-wal"), path.join(other, "wal"));
  database.close();
  // As one that was killed leaves it: something is in its log alone.
  cpSync(path.join(other, "wal"), path.join(other, "masthead.db-wal"));
  rmSync(path.join(other, "wal"));
  writeFileSync(path.join(other, "secret"), "the secret of the other paper, which is as long");
  closeDatabase();
  return () => {
    for (const used of [into, other]) rmSync(used, { recursive: true, force: true });
  };
});
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  folder = mkdtempSync(path.join(tmpdir(), "masthead-restored-"));
  cpSync(other, folder, { recursive: true });
});
afterEach(() => {
  cut.at = Number.POSITIVE_INFINITY;
  rmSync(folder, { recursive: true, force: true });
});

const restore = (from = archive) => restoreArchive(from, { folder, isNew: false, migrations });

/** Which paper a folder holds, whole. */
function held(at = folder): "old" | "new" | string {
  const database = new Database(path.join(at, "masthead.db"), { readonly: true });
  const isOld = database.prepare("select 1 from sqlite_master where name = 'mine'").get() !== undefined;
  const sound = database.pragma("integrity_check", { simple: true });
  database.close();
  const secret = readFileSync(path.join(at, "secret"), "utf8");
  const files = ["originals", "media"].map((part) =>
    existsSync(path.join(at, part)) ? readdirSync(path.join(at, part)).length : 0,
  );
  if (isOld && secret.includes("other") && files.join() === "0,0" && sound === "ok") return "old";
  if (!isOld && !secret.includes("other") && files.every((count) => count > 0) && sound === "ok") return "new";
  return JSON.stringify({ isOld, secret, files, sound });
}

describe("restoring", () => {
  test("puts the archive in the place of what was there, keeps that aside, and signs everybody out", async () => {
    const { aside, files } = await restore();
    expect(held()).toBe("new");
    expect(files).toBe(8);
    expect(held(aside ?? "")).toBe("old");
    const database = new Database(path.join(folder, "masthead.db"), { readonly: true });
    expect(database.prepare("select count(*) from sessions where ended_at is null").pluck().get()).toBe(0);
    expect(database.prepare("select count(*) from sessions").pluck().get()).toBe(1);
    database.close();
    expect((await verifyArchive(archive, migrations)).problems).toEqual([]);
  });

  test("cut off at any step leaves the old paper or the new one, and the next start finishes it", async () => {
    const ends = new Set<string>();
    for (const after of [false, true]) {
      for (let at = 1; ; at++) {
        rmSync(folder, { recursive: true });
        cpSync(other, folder, { recursive: true });
        Object.assign(cut, { at, after, seen: 0 });
        const done = await restore().then(
          () => true,
          (error) => {
            expect(error.message).toBe("killed");
            return false;
          },
        );
        // What finishes it may be cut off in its turn.
        Object.assign(cut, { at: 1, after: true, seen: 0 });
        await enterFolder(folder).then(
          (letGo) => letGo(),
          () => undefined,
        );
        cut.at = Number.POSITIVE_INFINITY;
        (await enterFolder(folder))();
        ends.add(held());
        expect(["old", "new"], `cut off ${after ? "after" : "before"} renaming ${at}`).toContain(held());
        expect(readdirSync(folder).filter((name) => name.startsWith(".restor"))).toEqual([]);
        if (done) break;
        expect(at).toBeLessThan(20);
      }
    }
    expect(ends).toEqual(new Set(["old", "new"]));
  });

  test("is refused while the paper runs, and while anything has its database open", async () => {
    const letGo = shareFolder(folder);
    await expect(restore()).rejects.toThrow(/is running/);
    letGo?.();
    const shell = new Database(path.join(folder, "masthead.db"));
    shell.prepare("select * from mine").get();
    await expect(restore()).rejects.toThrow(/another program has .* open/);
    shell.close();
    expect(held()).toBe("old");
  });

  test("of a damaged archive changes nothing", async () => {
    const broken = path.join(into, "broken");
    cpSync(archive, broken, { recursive: true });
    const [shard = ""] = readdirSync(path.join(broken, "media"));
    const [name = ""] = readdirSync(path.join(broken, "media", shard));
    writeFileSync(path.join(broken, "media", shard, name), "rotten");
    await expect(restore(broken)).rejects.toThrow(new RegExp(`${name} is damaged. Nothing was changed`));
    expect((await verifyArchive(broken, migrations)).problems).toEqual([`media/${shard}/${name} is damaged`]);
    rmSync(path.join(broken, "media", shard, name));
    await expect(restore(broken)).rejects.toThrow(/is missing/);
    expect(held()).toBe("old");
    expect(readdirSync(folder).some((each) => each.startsWith("before-restore"))).toBe(false);
    rmSync(broken, { recursive: true });
  });

  test("over a paper whose database is damaged keeps that aside as it is", async () => {
    writeFileSync(path.join(folder, "masthead.db"), "no database at all, but bytes that were one once".repeat(200));
    rmSync(path.join(folder, "masthead.db-wal"));
    const { aside } = await restore();
    expect(held()).toBe("new");
    expect(readFileSync(path.join(aside ?? "", "masthead.db"), "utf8")).toContain("no database at all");
  });

  test("to another folder leaves a paper that is there alone, and makes one where there is none", async () => {
    await expect(restoreArchive(archive, { folder, isNew: true, migrations })).rejects.toThrow(/holds a paper already/);
    const fresh = path.join(folder, "not", "yet", "there");
    expect(await restoreArchive(archive, { folder: fresh, isNew: true, migrations })).toMatchObject({ aside: null });
    expect(held(fresh)).toBe("new");
  });
});

describe("verifying", () => {
  /** An archive whose database was changed, and whose sums are right all the same. */
  async function changed(how: (database: Database.Database) => void): Promise<string> {
    const copy = path.join(into, "changed");
    rmSync(copy, { recursive: true, force: true });
    cpSync(archive, copy, { recursive: true });
    const database = new Database(path.join(copy, "masthead.db"));
    database.pragma("foreign_keys = off");
    how(database);
    database.close();
    const { readSums } = await import("./archive");
    const manifest = readManifest(copy);
    const sums = readSums(copy, manifest);
    sums.set("masthead.db", await hashFile(path.join(copy, "masthead.db")));
    for (const [name, text] of told(manifest, sums)) writeFileSync(path.join(copy, name), text);
    return copy;
  }
  const problems = async (copy: string) => (await verifyArchive(copy, migrations)).problems.join("; ");

  test("finds what hashes cannot tell: counts, rows without files, broken references, a newer version", async () => {
    expect(
      await problems(
        await changed((database) =>
          database.exec("delete from asset_entries where id in (select min(id) from asset_entries)"),
        ),
      ),
    ).toBe("asset_entries has 2 rows; 3 were told");
    expect(
      await problems(
        await changed((database) =>
          database.exec(
            "update renditions set key = '00000000000000000000000000000000.webp' where id = (select min(id) from renditions)",
          ),
        ),
      ),
    ).toMatch(/00000000000000000000000000000000.webp is named by the database and is not in it/);
    expect(
      await problems(await changed((database) => database.exec("update sessions set staff_id = 'nobody'"))),
    ).toMatch(/1 rows name others that are not there; 0 were told/);
    expect(
      await problems(
        await changed((database) =>
          database.exec("insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)"),
        ),
      ),
    ).toMatch(/another version than was told|has \d+ rows/);
  });

  test("names what is no archive, is not whole, holds archives, or comes from a newer version", async () => {
    const said = (place: string) =>
      verifyArchive(place, migrations).then(
        () => "",
        (error) => error.message,
      );
    expect(await said(path.join(into, "nothing"))).toMatch(/^there is no /);
    expect(await said(folder)).toMatch(/is no archive: it has no manifest.json/);
    expect(await said(into)).toContain(`such as ${path.join(into, archivesIn(into)[0] ?? "")}`);
    const copy = path.join(into, "copy");
    cpSync(archive, copy, { recursive: true });
    writeFileSync(path.join(copy, "SHA256SUMS"), "");
    expect(await said(copy)).toMatch(/SHA256SUMS is damaged or missing/);
    const manifest = JSON.parse(readFileSync(path.join(copy, "manifest.json"), "utf8"));
    writeFileSync(path.join(copy, "manifest.json"), JSON.stringify({ ...manifest, format: 2 }));
    expect(await said(copy)).toMatch(/made by a newer version/);
    writeFileSync(path.join(copy, "manifest.json"), "{");
    expect(await said(copy)).toMatch(/is damaged: use another archive/);
    rmSync(copy, { recursive: true });
  });
});
