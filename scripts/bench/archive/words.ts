import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { wordsOf } from "./rows";
import { type Archive, storiesOf } from "./story";

// A process of its own, on the other core: tells the same stories once more, and indexes their words in a file beside.

process.once("message", ({ file, archive }: { file: string; archive: Archive }) => {
  const connection = new Database(file);
  for (const pragma of ["journal_mode = off", "synchronous = off", "cache_size = -400000"]) connection.pragma(pragma);
  connection.exec(searchIndexSql());
  // Words are gathered in memory for longer than in production, which writes one story at a time: fewer merges.
  connection.exec("insert into search_index (search_index, rank) values ('hashsize', 200000000)");
  const story = storiesOf({ ...archive, end: new Date(archive.end) });
  const write = wordsOf(connection);
  connection.exec("begin");
  for (let at = 0; at < archive.stories; at++) write(story(at));
  connection.exec("commit");
  // One piece, as years of merging leave it: pieces of 200 MB at the lowest level would be merged by the first who publish.
  connection.exec("insert into search_index (search_index) values ('optimize')");
  connection.close();
  process.disconnect();
});

/** The table as the migration makes it. */
function searchIndexSql(): string {
  const migration = readFileSync(path.resolve("drizzle", "0002_search.sql"), "utf8");
  const [sql] = /create virtual table `search_index`[^;]+;/i.exec(migration) ?? [];
  if (!sql) throw new Error("No migration makes the index of search");
  return sql;
}
