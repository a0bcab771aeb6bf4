import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { closeDatabase, databaseFile } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { HOUR } from "@/lib/clock";
import { type Base, putInBase, type Sizes } from "./base";
import { isFound, rowsOf } from "./rows";
import { type Archive, storiesOf } from "./story";

/** How many stories are written in one transaction. */
const BATCH = 20_000;
/** Of how many of the newest stories it is said how they were read, and how many places the ranking has. */
const READ = 2000;
const PLACES = 10;

export type Made = {
  base: Base;
  /** How long the stories took, and the index of their words after that, in milliseconds. */
  took: number;
  perSecond: number;
};

/**
 * Makes an archive in a data folder where there is none: a paper by the newsroom's verbs, then its stories straight into
 * the file, as those verbs would have left them.
 */
export async function makeArchive(options: {
  folder: string;
  stories: number;
  owner: { email: string; password: string };
  seed?: number;
  end?: Date;
  sizes?: Sizes;
}): Promise<Made> {
  const { folder, stories, owner, seed = 1, end = new Date(), sizes } = options;
  process.env.DATA_DIR = folder;
  process.env.SITE_URL ??= "http://localhost:3000";
  process.env.MASTHEAD_PICTURES = "";
  await migrateDatabase(databaseFile(folder), path.resolve("drizzle"));
  const base = await putInBase(owner, sizes);
  closeDatabase();
  const began = performance.now();
  await writeArchive(databaseFile(folder), { base, seed, stories, end });
  const took = performance.now() - began;
  return { base, took, perSecond: (1000 * stories) / took };
}

/** Writes the stories into a database that has their base. */
export async function writeArchive(file: string, archive: Archive): Promise<void> {
  const words = `${file}-words`;
  const indexing = fork(path.join(import.meta.dirname, "words.ts"), { execArgv: ["--import", "tsx"] });
  const indexed = once(indexing, "exit");
  indexing.send({ file: words, archive });

  const connection = new Database(file);
  connection.pragma("foreign_keys = off");
  connection.pragma("journal_mode = delete");
  for (const pragma of ["journal_mode = off", "synchronous = off", "cache_size = -1000000", "temp_store = memory"]) {
    connection.pragma(pragma);
  }
  // Built once from what is there, which takes a fraction of keeping them; the same statements make the same indexes.
  const later = connection
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by rowid",
    )
    .all();
  for (const { type, name } of later) connection.exec(`drop ${type} "${name}"`);
  const story = storiesOf(archive);
  const write = rowsOf(connection, archive);
  for (let from = 0; from < archive.stories; from += BATCH) {
    connection.exec("begin");
    for (let at = from; at < Math.min(from + BATCH, archive.stories); at++) write(story(at));
    connection.exec("commit");
  }
  const again = (type: string) => {
    for (const { sql } of later.filter((one) => one.type === type)) connection.exec(sql);
  };
  again("index");
  connection.exec("begin");
  for (const sql of fillings()) connection.exec(sql);
  connection.exec("commit");
  again("trigger");
  writeReadings(connection, archive);
  const [code] = await indexed;
  if (code !== 0) throw new Error("The words of the stories could not be indexed; the message stands above");
  takeIn(connection, words);
  connection.pragma("journal_mode = wal");
  connection.close();
  rmSync(words, { force: true });
}

/** What is kept of other tables by triggers: filled from these as the migration did for those that were there. */
function fillings(): string[] {
  const name = readdirSync("drizzle").find((file) => file.endsWith("_lists.sql")) ?? "";
  const statements = readFileSync(path.resolve("drizzle", name), "utf8").split("--> statement-breakpoint");
  return statements.map((sql) => sql.trim()).filter((sql) => sql.startsWith("INSERT INTO"));
}

/** What FTS5 keeps of an index is tables: those of the file beside are those of this one. */
function takeIn(connection: Database.Database, words: string): void {
  connection.unsafeMode(true);
  connection.prepare("attach ? as words").run(words);
  connection.exec("begin");
  for (const part of ["data", "idx", "docsize", "config"]) {
    connection.exec(`delete from main.search_index_${part}`);
    const which = part === "config" ? "where k <> 'hashsize'" : "";
    connection.exec(`insert into main.search_index_${part} select * from words.search_index_${part} ${which}`);
  }
  connection.exec("commit");
  connection.exec("detach words");
}

/** How the newest stories were read in the last days, and the order that comes of it. */
function writeReadings(connection: Database.Database, archive: Archive): void {
  const story = storiesOf(archive);
  const reading = connection.prepare("insert into readings (article_id, hour, count) values (?, ?, ?)");
  const place = connection.prepare("insert into rankings (position, article_id, ranked_at) values (?, ?, ?)");
  const hour = Math.floor(archive.end.getTime() / HOUR) * HOUR;
  const newest = Array.from({ length: Math.min(READ, archive.stories) }, (_, at) => story(archive.stories - 1 - at));
  const read = newest.filter(isFound);
  connection.exec("begin");
  read.forEach(({ ids, published }, at) => {
    for (let hours = 0; hours < 3; hours++) {
      const when = hour - (hours * 7 + (at % 20)) * HOUR;
      if (when >= published.getTime() - HOUR) reading.run(ids.article, when, 1 + Math.floor(3000 / (at + 1)));
    }
  });
  read.slice(0, PLACES).forEach(({ ids }, at) => {
    place.run(at, ids.article, archive.end.getTime());
  });
  connection.exec("commit");
}
