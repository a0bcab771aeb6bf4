import type Database from "better-sqlite3";
import type { Env } from "@/lib/env";

/** What a check found. */
export type Finding = {
  what: string;
  state: "good" | "worth a look" | "problem";
  found: string;
  /** How to mend it. */
  mend?: string;
  /** Mends it. There is one only where nothing can be lost by it. @returns what was done */
  fix?: () => Promise<string>;
};

/** What the checks look at. */
export type Patient = {
  env: Env;
  migrations: string;
  connection: Database.Database;
  at: Date;
  /** Whether every file is read. */
  deep: boolean;
  /** Since when the paper runs; null while it does not. */
  runningSince: Date | null;
};

/** A number of things in words: "1 file", "3 files". */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
}

/** A few of many names. */
export function some(names: readonly string[]): string {
  return names.slice(0, 3).join(", ") + (names.length > 3 ? ", …" : "");
}
