import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import path from "node:path";
import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { open } from "./client";
import { withLock } from "./lock";

const KEPT_COPIES = 10;

/** How a copy's name ends until it is whole. */
const UNFINISHED = ".tmp";

type Journal = { entries: { when: number; tag: string }[] };

/**
 * Brings a database to the schema of this code. Only one process at a time does so: the others wait for it.
 * Before anything is changed, a copy of the database is put into `backups/` beside it.
 * @param file the database; made if it is missing.
 * @param folder the migrations.
 * @returns how many migrations were applied, and where the copy is, if one was needed.
 * @throws an Error of one line if the database was written by a newer version than this.
 */
export async function migrateDatabase(file: string, folder: string): Promise<{ applied: number; copy?: string }> {
  const journal: Journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8"));
  const connection = open(file, false);
  try {
    refuseNewer(connection, journal);
    if (pendingOf(connection, journal) === 0) return { applied: 0 };
    return await withLock(`${file}-migrating`, async () => {
      const pending = pendingOf(connection, journal);
      if (pending === 0) return { applied: 0 };
      const copy = isEmpty(connection) ? undefined : await copyBeside(connection, file);
      migrate(drizzle(connection), { migrationsFolder: folder });
      return { applied: pending, copy };
    });
  } finally {
    connection.close();
  }
}

function lastApplied(connection: Database.Database): number {
  if (isEmpty(connection)) return 0;
  const row = connection.prepare("select max(created_at) as last from __drizzle_migrations").get();
  return Number((row as { last: number | null }).last ?? 0);
}

function pendingOf(connection: Database.Database, journal: Journal): number {
  const last = lastApplied(connection);
  return journal.entries.filter((entry) => entry.when > last).length;
}

function refuseNewer(connection: Database.Database, journal: Journal): void {
  const newest = journal.entries.at(-1)?.when ?? 0;
  if (lastApplied(connection) > newest) {
    throw new Error("The database was written by a newer version of Masthead: start that version, or restore a copy");
  }
}

function isEmpty(connection: Database.Database): boolean {
  return !connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
}

async function copyBeside(connection: Database.Database, file: string): Promise<string> {
  const backups = path.join(path.dirname(file), "backups");
  mkdirSync(backups, { recursive: true });
  const copy = path.join(backups, `before-migration-${new Date().toISOString().replaceAll(":", "-")}.db`);
  const copies = readdirSync(backups).filter((name) => name.startsWith("before-migration-"));
  const remove = (names: string[]) => {
    for (const name of names) rmSync(path.join(backups, name), { force: true });
  };
  // What was cut off, and would pass for a copy but for its name.
  remove(copies.filter((name) => name.includes(UNFINISHED)));
  const unfinished = `${copy}${UNFINISHED}`;
  try {
    await connection.backup(unfinished);
    await ontoDisk(unfinished);
    renameSync(unfinished, copy);
    await ontoDisk(backups);
  } catch (error) {
    remove([path.basename(unfinished)]);
    throw error;
  }
  const whole = [...copies.filter((name) => !name.includes(UNFINISHED)), path.basename(copy)];
  remove(whole.sort().slice(0, -KEPT_COPIES));
  return copy;
}

/** A file, or what a folder names, is on the disk for good once this returns. Windows cannot do this with a folder, and needs it less. */
async function ontoDisk(place: string): Promise<void> {
  const handle = await openFile(place, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
