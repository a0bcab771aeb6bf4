import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { open } from "./client";
import { migrateDatabase } from "./migrate";

const migrations = path.resolve("drizzle");
const steps = JSON.parse(readFileSync(path.join(migrations, "meta/_journal.json"), "utf8")).entries.length;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-migrate-"));
  file = path.join(folder, "masthead.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("migrateDatabase", () => {
  test("makes a database that is not there, and does nothing the second time", async () => {
    expect(await migrateDatabase(file, migrations)).toEqual({ applied: steps, copy: undefined });
    expect(await migrateDatabase(file, migrations)).toEqual({ applied: 0 });
    expect(existsSync(path.join(folder, "backups"))).toBe(false);
  });

  test("lets one of several that start at once do the work", async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrateDatabase(file, migrations)));
    expect(results.reduce((sum, result) => sum + result.applied, 0)).toBe(steps);
  });

  test("puts a copy aside before it changes what is there", async () => {
    await migrateDatabase(file, migrations);
    const before = open(file, false);
    before.exec("delete from __drizzle_migrations");
    before.exec("create table mine (n); insert into mine values (7)");
    before.close();
    await expect(migrateDatabase(file, migrations)).rejects.toThrow();
    const [copy] = readdirSync(path.join(folder, "backups"));
    const kept = open(path.join(folder, "backups", copy ?? ""), true);
    expect(kept.prepare("select n from mine").get()).toEqual({ n: 7 });
    kept.close();
  });

  test("refuses a database that a newer version wrote, and says what to do", async () => {
    await migrateDatabase(file, migrations);
    const connection = open(file, false);
    connection.exec("insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)");
    connection.close();
    await expect(migrateDatabase(file, migrations)).rejects.toThrow(/newer version of Masthead/);
  });
});
