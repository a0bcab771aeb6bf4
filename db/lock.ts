import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { open } from "./client";

/**
 * Runs `work` while no other process holds the same lock; waits for the other for up to two minutes.
 * The lock is a tiny database: the system lets go of it when its process dies.
 * @param file where the lock lies.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = open(file, false);
  try {
    lock.pragma("busy_timeout = 120000");
    lock.exec("begin exclusive");
    return await work();
  } finally {
    lock.close();
  }
}

/** Lets go of a lock. */
export type LetGo = () => void;

/** What is held: a connection that nobody holds on to would be closed, and its lock gone. */
const held = new Set<Database.Database>();

/** Holds a lock beside all others who share it. @returns null while somebody has it alone */
export function holdShared(file: string): LetGo | null {
  return hold(file, "begin; select count(*) from sqlite_master");
}

/** Holds a lock alone. @returns null while anybody else has it, shared or alone */
export function holdAlone(file: string): LetGo | null {
  return hold(file, "begin exclusive");
}

/** Other than `withLock` it waits for nobody, and keeps no log beside it: readers of a log shut nobody out. */
function hold(file: string, how: string): LetGo | null {
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec(how);
  } catch (error) {
    lock.close();
    if (String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
