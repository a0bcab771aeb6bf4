import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { diskFull, isDiskFull } from "@/lib/disk-full";
import { getEnv } from "@/lib/env";
import { Refusal } from "@/lib/refusal";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema>;

type Connections = {
  reader: Db;
  writer: Db;
  /** The connection below `writer`. */
  connection: Database.Database;
  /** A number that is another one once anything was committed that `reader` did not write. */
  version: () => number;
  /** Runs one transaction at a time on the writer. */
  queue: ReturnType<typeof pLimit>;
  close: () => void;
};

/** Where the database lies below the data folder. */
export function databaseFile(dataDir = getEnv().DATA_DIR): string {
  return path.join(/* turbopackIgnore: true */ dataDir, "masthead.db");
}

// Next bundles a module once for each kind of entry: the connections must be one set a process all the same.
const shared = globalThis as { mastheadConnections?: Connections };

function connections(): Connections {
  shared.mastheadConnections ??= connect(databaseFile());
  return shared.mastheadConnections;
}

function connect(file: string): Connections {
  const writer = keepingStatements(open(file, false));
  const reader = keepingStatements(open(file, true));
  const versionOf = reader.prepare("pragma data_version").pluck();
  // SQLite's own waiting stops the whole process, readers and all: `transact` waits in its stead.
  writer.pragma("busy_timeout = 0");
  return {
    writer: drizzle(writer, { schema, casing: "snake_case" }),
    connection: writer,
    version: () => versionOf.get() as number,
    reader: drizzle(reader, { schema, casing: "snake_case" }),
    queue: pLimit(1),
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

/** What the log keeps of the disk, in bytes, once all of it is in the database. */
const LARGEST_LOG = 32 * 1024 * 1024;

/**
 * A connection set up as every connection must be, and checked to be so.
 * @throws if a setting did not take.
 */
export function open(file: string, readonly: boolean): Database.Database {
  mkdirSync(path.dirname(file), { recursive: true });
  const connection = new Database(file, { readonly, timeout: 5000 });
  const wanted: Record<string, string | number> = {
    // Without a limit the log would stay as large as it once became while something read on and on.
    ...(readonly ? {} : { journal_mode: "wal", journal_size_limit: LARGEST_LOG }),
    // The binary is compiled with NORMAL: an acknowledged publish must outlive a power cut.
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
  };
  for (const [name, value] of Object.entries(wanted)) {
    connection.pragma(`${name} = ${value}`);
    const found = connection.pragma(name, { simple: true });
    if (found !== value) {
      connection.close();
      throw new Error(`SQLite did not take ${name} = ${value} (it is ${found})`);
    }
  }
  return connection;
}

/** How many statements a connection keeps, and how long they may be, in characters: some ten kilobytes each of SQLite's. */
const STATEMENTS = { most: 500, longest: 6000 };

/**
 * Has a connection keep the statements that it compiled. SQLite takes longer to compile most of ours than to run them,
 * and compiles by itself anew what a migration changed.
 */
export function keepingStatements(connection: Database.Database): Database.Database {
  const kept = new LRUCache<string, Database.Statement>({ max: STATEMENTS.most });
  const compile = connection.prepare.bind(connection);
  const prepare = (source: string) => {
    const known = kept.get(source);
    // Whoever had it last may have asked for rows as arrays.
    if (known) return known.reader ? known.raw(false) : known;
    const statement = compile(source);
    if (source.length <= STATEMENTS.longest) kept.set(source, statement);
    return statement;
  };
  return Object.assign(connection, { prepare });
}

/** The connection to read through. It cannot write. */
export function db(): Db {
  return connections().reader;
}

/** A number that is another one once anything was committed, by this process or another. A few microseconds. */
export function version(): number {
  return connections().version();
}

/** How long the transactions of other processes are waited for, in milliseconds, and how long between two looks. */
const PATIENCE = 5000;
const LOOK_EVERY = 20;

/**
 * Runs `work` in one write transaction: all of it is kept, or none. Transactions of this process
 * wait for each other; those of other processes are waited for up to 5 s.
 * Nothing may be done after the commit, and `transact` must not be called inside `work`: pass `tx` on.
 * @throws Refusal "busy" if another process went on writing all that time; "full" if the disk has no room
 */
export function transact<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const { queue, writer, connection } = connections();
  const asked = performance.now();
  return queue(async () => {
    try {
      await begin(connection, asked + PATIENCE);
      const result = await work(writer);
      connection.exec("commit");
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      throw isDiskFull(error) ? diskFull() : error;
    }
  });
}

async function begin(connection: Database.Database, until: number): Promise<void> {
  for (;;) {
    try {
      connection.exec("begin immediate");
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
      if (performance.now() > until) {
        throw new Refusal("busy", "Something else is being saved just now. Try again in a moment.");
      }
    }
    await pause(LOOK_EVERY);
  }
}

/**
 * Has the log give back the room that it took, where it is large and nothing reads what stands in it alone: the next write
 * would, and may be long in coming. @returns whether it is small now
 */
export function trimLog(): Promise<boolean> {
  const { queue, connection } = connections();
  const isSmall = () => (statSync(`${databaseFile()}-wal`, { throwIfNoEntry: false })?.size ?? 0) <= LARGEST_LOG;
  return queue(async () => {
    if (!isSmall()) connection.pragma("wal_checkpoint(truncate)");
    return isSmall();
  });
}

/** Closes both connections; the next use opens them anew. */
export function closeDatabase(): void {
  shared.mastheadConnections?.close();
  shared.mastheadConnections = undefined;
}
