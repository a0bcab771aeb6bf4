import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { migrateDatabase } from "@/db/migrate";

const MIGRATIONS = path.resolve("drizzle");

type Journal = { entries: { tag: string; when: number }[] };

function journalOf(folder: string): Journal {
  return JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8"));
}

/** All migrations that there are, in their order, and how many statements each has. */
export function allMigrations(): { tag: string; statements: number }[] {
  return journalOf(MIGRATIONS).entries.map(({ tag }) => {
    const text = readFileSync(path.join(MIGRATIONS, `${tag}.sql`), "utf8");
    return { tag, statements: text.split("--> statement-breakpoint").length };
  });
}

/** The migrations as they were when there were only so many of them. */
export function migrationsUntil(count: number, folder: string): string {
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = journalOf(folder);
  const kept = { ...journal, entries: journal.entries.slice(0, count) };
  writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify(kept));
  return folder;
}

/** How many rows each table of an older database gets. */
const ROWS = 40;

/** Makes a database as an older version left it, with rows in every table. */
export async function makeOlder(file: string, migrations: string): Promise<void> {
  await migrateDatabase(file, migrations);
  const database = new Database(file);
  database.pragma("foreign_keys = off");
  for (const { name } of tablesOf(database)) fill(database, name);
  database.pragma("wal_checkpoint(truncate)");
  const wrong = database.pragma("foreign_key_check") as unknown[];
  database.close();
  if (wrong.length > 0) throw new Error(`The older database is not sound: ${JSON.stringify(wrong.slice(0, 3))}`);
}

type Column = { name: string; type: string; pk: number };
type Key = { from: string; to: string | null; table: string };

function fill(database: Database.Database, table: string): void {
  const columns = database.pragma(`table_info(${table})`) as Column[];
  const keys = new Map((database.pragma(`foreign_key_list(${table})`) as Key[]).map((key) => [key.from, key]));
  const places = columns.map(() => "?").join(", ");
  const insert = database.prepare(`insert or ignore into ${table} values (${places})`);
  for (let row = 1; row <= ROWS; row++) {
    insert.run(columns.map((column) => valueIn(database, column, row, table, keys.get(column.name))));
  }
}

/** Text is JSON too, since some columns are; what names another row has the value that it has there. */
function valueIn(database: Database.Database, column: Column, row: number, table: string, key?: Key): unknown {
  if (key) {
    const columns = database.pragma(`table_info(${key.table})`) as Column[];
    const named = columns.find(({ name, pk }) => (key.to ? name === key.to : pk > 0));
    if (named) return valueIn(database, named, row, key.table, keyOf(database, key.table, named.name));
  }
  return /int|numeric|real/i.test(column.type) ? row : `{"of":"${table} ${column.name} ${row}"}`;
}

function keyOf(database: Database.Database, table: string, column: string): Key | undefined {
  return (database.pragma(`foreign_key_list(${table})`) as Key[]).find(({ from }) => from === column);
}

function tablesOf(database: Database.Database): { name: string }[] {
  return database
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'
       and name not like 'sqlite%' and name not like '%\\_index%' escape '\\'`,
    )
    .all() as { name: string }[];
}

/** All that a database holds and how it is laid out, as one word; and what the checks of SQLite find wrong in it. */
export function imageOf(file: string): { image: string; wrong: string[] } {
  const database = new Database(file);
  try {
    const said = (database.pragma("integrity_check") as { integrity_check: string }[]).map(
      (row) => row.integrity_check,
    );
    const keys = (database.pragma("foreign_key_check") as { table: string }[]).map(
      ({ table }) => `${table} names nothing`,
    );
    const hash = createHash("sha256");
    const all = (statement: string) => hash.update(JSON.stringify(database.prepare(statement).raw().all()));
    all("select name, sql from sqlite_master order by name");
    all("select hash, created_at from __drizzle_migrations order by created_at");
    for (const { name } of tablesOf(database)) all(`select * from ${name} order by 1, 2`);
    return { image: hash.digest("hex"), wrong: [...said.filter((each) => each !== "ok"), ...keys] };
  } finally {
    database.close();
  }
}
