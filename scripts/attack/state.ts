import { createHash } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";

/** What the paper does by itself while nobody asks anything of it: who was seen when, which jobs are due, and what went wrong. */
const BY_ITSELF = new Set(["faults", "jobs", "limits"]);
const OF_THE_CLOCK = new Set(["last_seen_at", "expires_at"]);

/** A hash of each table of a paper's database, by the table's name. */
export type State = ReadonlyMap<string, string>;

/** All that the paper keeps, as it stands now. */
export function stateOf(folder: string): State {
  const database = new Database(path.join(folder, "masthead.db"), { readonly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all();
    return new Map((tables as string[]).filter(counts).map((table) => [table, hashOf(database, table)]));
  } finally {
    database.close();
  }
}

/** The tables that are not as they were. */
export function changedBetween(before: State, after: State): string[] {
  return [...after].filter(([table, hash]) => before.get(table) !== hash).map(([table]) => table);
}

function counts(table: string): boolean {
  return !table.startsWith("sqlite_") && !BY_ITSELF.has(table);
}

function hashOf(database: Database.Database, table: string): string {
  const hash = createHash("sha256");
  const columns = database
    .prepare("select name from pragma_table_info(?)")
    .pluck()
    .all(table)
    .filter((name) => !OF_THE_CLOCK.has(name as string))
    .map((name) => `"${name}"`);
  for (const row of database
    .prepare(`select ${columns.join(", ")} from "${table}"`)
    .raw()
    .iterate()) {
    hash.update(JSON.stringify(row)).update("\n");
  }
  return hash.digest("hex");
}
