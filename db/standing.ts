import { statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { databaseFile, db } from "./client";

/** What the disk and the schema say of the database. */
export type DatabaseStanding = {
  bytes: number;
  /** What was written and not yet put into place. */
  walBytes: number;
  /** How many steps its schema has come, and when the last of them was made. */
  migrations: number;
  lastMigration: number;
};

/** How the database stands. @throws if it cannot be read */
export async function databaseStanding(): Promise<DatabaseStanding> {
  const steps = sql`select count(*) as migrations, coalesce(max(created_at), 0) as last_migration from __drizzle_migrations`;
  const [row] = db().all<{ migrations: number; last_migration: number }>(steps);
  const file = databaseFile();
  return {
    bytes: sizeOf(file),
    walBytes: sizeOf(`${file}-wal`),
    migrations: row?.migrations ?? 0,
    lastMigration: Number(row?.last_migration ?? 0),
  };
}

/** How many bytes the disk below the data folder has left for us. */
export async function diskLeft(): Promise<number> {
  const { bavail, bsize } = await statfs(path.dirname(databaseFile()));
  return bavail * bsize;
}

function sizeOf(file: string): number {
  return statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false })?.size ?? 0;
}
