import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { open } from "@/db/client";

/** All pages in one step: while it lasts it reads one state, and nobody's writing makes it begin again. */
const WHOLE = 0x7fffffff;

/**
 * Copies a database by SQLite's online backup while others write. What was committed before it is called is in the copy.
 * The copy is one file without a log, checked by nobody yet.
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  for (const ending of ["", "-journal", "-wal", "-shm"]) rmSync(target + ending, { force: true });
  const source = open(file, true);
  try {
    await source.backup(target, { progress: () => WHOLE });
  } finally {
    source.close();
  }
  const copy = new Database(target);
  try {
    copy.pragma("synchronous = full");
    copy.pragma("journal_mode = delete");
  } finally {
    copy.close();
  }
}

/** What is known of a database that lies still. */
export type Inspected = {
  /** What is wrong with the file itself; empty for a sound one. */
  damage: string[];
  /** Rows that name others that are not there: so many in each table. */
  violations: Record<string, number>;
  rows: Record<string, number>;
  schema: number;
  sqlite: string;
};

/** Looks through a whole database, without writing to it. @throws if it is none at all */
export function inspectDatabase(file: string): Inspected {
  const connection = open(file, true);
  try {
    const damage = damageIn(connection);
    if (damage.length > 0) return { damage, violations: {}, rows: {}, schema: 0, sqlite: sqliteVersion(connection) };
    return {
      damage,
      violations: violationsIn(connection),
      rows: rowsIn(connection),
      schema: schemaOf(connection),
      sqlite: sqliteVersion(connection),
    };
  } finally {
    connection.close();
  }
}

/** What SQLite finds wrong with the file, a few lines of it. */
export function damageIn(connection: Database.Database): string[] {
  const found = connection.pragma("integrity_check(20)") as { integrity_check: string }[];
  return found.map((row) => row.integrity_check).filter((line) => line !== "ok");
}

/** How many rows of each table name others that are not there. */
export function violationsIn(connection: Database.Database): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { table } of connection.pragma("foreign_key_check") as { table: string }[])
    counted[table] = (counted[table] ?? 0) + 1;
  return counted;
}

/** Up to which migration a database is; 0 for an empty one. */
export function schemaOf(connection: Database.Database): number {
  if (!connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()) return 0;
  const row = connection.prepare("select max(created_at) as last from __drizzle_migrations").get();
  return Number((row as { last: number | null }).last ?? 0);
}

/** Up to which migration this code's database is. */
export function schemaOfCode(migrations: string): number {
  const journal = JSON.parse(readFileSync(path.join(migrations, "meta", "_journal.json"), "utf8"));
  return journal.entries.at(-1)?.when ?? 0;
}

export function sqliteVersion(connection: Database.Database): string {
  return (connection.prepare("select sqlite_version() as version").get() as { version: string }).version;
}

function rowsIn(connection: Database.Database): Record<string, number> {
  const tables = (connection.pragma("table_list") as { schema: string; name: string; type: string }[])
    // The tables behind the full-text indexes have as many rows as FTS5 likes.
    .filter(({ schema, name, type }) => schema === "main" && type === "table" && !name.startsWith("sqlite_"))
    .map(({ name }) => name)
    .sort();
  return Object.fromEntries(
    tables.map((name) => {
      const row = connection.prepare(`select count(*) as count from "${name}"`).get();
      return [name, (row as { count: number }).count];
    }),
  );
}

/** The files that the rows name, by their paths. @param connection of a database whose schema is that of this code */
export function namedFiles(connection: Database.Database): Set<string> {
  const all = (query: string) => connection.prepare(query).pluck().all() as string[];
  const originals = all("select hash from assets where purged_at is null union select hash from former_files");
  const copies = all("select distinct key from renditions");
  return new Set([
    ...originals.map((hash) => `originals/${hash.slice(0, 2)}/${hash}`),
    ...copies.map((key) => `media/${key.slice(0, 2)}/${key}`),
  ]);
}

/** The size of a database with its log. */
export function databaseBytes(file: string): number {
  return ["", "-wal"].reduce((sum, ending) => sum + (existsSync(file + ending) ? statSync(file + ending).size : 0), 0);
}
