import { and, like, type SQL, sql } from "drizzle-orm";
import { type Db, db } from "./client";
import { deskEntries } from "./schema";

/** Of fewer letters nothing is kept: the index holds runs of three. */
const SHORTEST = 3;

/**
 * How many stories that say a word are looked up and put in order. Where more say it, the list is walked in its order
 * instead: the next page of it is then never far.
 */
const LOOKED_UP = 5000;

/** The condition that a headline says each of these words, as part of one or whole; undefined without any. */
export async function headlineSays(words: readonly string[], through: Db = db()): Promise<SQL | undefined> {
  const said = and(...words.map((word) => like(deskEntries.headline, `%${word}%`)));
  const asked = words
    .filter((word) => Array.from(word).length >= SHORTEST)
    .map((word) => `"${word.replaceAll('"', "")}"`);
  if (asked.length === 0) return said;
  const found = sql`select rowid from desk_index where desk_index match ${asked.join(" AND ")}`;
  const [few] = await through.all<{ count: number }>(
    sql`select count(*) as count from (${found} limit ${LOOKED_UP + 1})`,
  );
  return few && few.count <= LOOKED_UP ? and(sql`${deskEntries.id} in (${found})`, said) : said;
}
