import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

  test("leaves no half of a copy that passes for one", async () => {
    await migrateDatabase(file, migrations);
    const before = open(file, false);
    before.exec("delete from __drizzle_migrations");
    before.close();
    const backups = path.join(folder, "backups");
    mkdirSync(backups);
    // As a start leaves it that is killed while it copies.
    writeFileSync(path.join(backups, "before-migration-2026-01-01.db.tmp"), "half");
    await expect(migrateDatabase(file, migrations)).rejects.toThrow();
    const copies = readdirSync(backups).filter((name) => name.startsWith("before-migration-"));
    expect(copies).toHaveLength(1);
    expect(copies[0]).toMatch(/Z\.db$/);
  });

  test("carries what each story was into the stages that there are now", async () => {
    const before = path.join(folder, "before");
    cpSync(migrations, before, { recursive: true });
    const journal = path.join(before, "meta/_journal.json");
    const kept = JSON.parse(readFileSync(journal, "utf8"));
    kept.entries = kept.entries.filter(({ tag }: { tag: string }) => tag < "0009");
    writeFileSync(journal, JSON.stringify(kept));
    await migrateDatabase(file, before);
    const old = open(file, false);
    old.exec(`
      insert into staff (id, email, name, role, password_hash, created_at) values ('s', 's@x.test', 'S', 'editor', '!', 1);
      insert into sections (id, slug, name, description, position, created_at) values ('c', 'c', 'C', '', 1, 1);`);
    const draft = (id: string, version: number) =>
      old.exec(`insert into articles (id, created_by, created_at) values ('${id}', 's', 1);
        insert into drafts (article_id, version, content, headline, saved_by, saved_at)
        values ('${id}', ${version}, '{}', '', 's', 7);`);
    const published = (id: string, version: number, endedAt: number | null) =>
      old.exec(`insert into revisions (id, article_id, version, reason, created_by, created_at, headline, standfirst, body,
          slug, lead_caption, lead_credit, search_title, search_description, share_title, share_description)
        values ('r${id}', '${id}', ${version}, 'publication', 's', 1, '', '', '{}', '', '', '', '', '', '', '');
        insert into publications (id, article_id, revision_id, kind, published_by, published_at, first_published_at,
          updated_at, section_id, ended_at) values ('p${id}', '${id}', 'r${id}', 'first', 's', 1, 1, 1, 'c', ${endedAt});
        insert into permalinks (path, article_id, created_at) values ('/${id}', '${id}', 1);`);
    for (const [id, version] of [
      ["new", 1],
      ["sent", 2],
      ["live", 2],
      ["changed", 3],
      ["gone", 2],
    ] as const)
      draft(id, version);
    published("live", 2, null);
    published("changed", 2, null);
    published("gone", 2, 5);
    old.exec(`insert into submissions (id, article_id, submitted_by, submitted_at) values ('u', 'sent', 's', 9);
      insert into submissions (id, article_id, submitted_by, submitted_at, ended_at) values ('v', 'new', 's', 3, 4);`);
    old.close();
    await migrateDatabase(file, migrations);
    const present = open(file, true);
    expect(present.prepare("select article_id as id, stage, since from plans order by id").all()).toEqual([
      { id: "changed", stage: "drafting", since: 7 },
      { id: "gone", stage: null, since: 7 },
      { id: "live", stage: null, since: 7 },
      { id: "new", stage: "drafting", since: 7 },
      { id: "sent", stage: "review", since: 9 },
    ]);
    present.close();
  });

  test("refuses a database that a newer version wrote, and says what to do", async () => {
    await migrateDatabase(file, migrations);
    const connection = open(file, false);
    connection.exec("insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)");
    connection.close();
    await expect(migrateDatabase(file, migrations)).rejects.toThrow(/newer version of Masthead/);
  });
});
