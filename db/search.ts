import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "./client";
import { searchEntries } from "./schema";

/**
 * The full-text index, as SQLite's FTS5 keeps it. Terms come taken apart from the domain; the engine lists them, finds
 * them and ranks by them. No text is kept here: what readers are shown comes from the story itself.
 */

/** The columns, and how much a term in each is worth. */
const WEIGHTS = { headline: 10, names: 6, standfirst: 4, body: 1, shelves: 0 };

/**
 * How many of the stories found are ranked, the newest of them: to rank all that hold a common word would take a
 * quarter of a second among 100,000 stories.
 */
const RANKED = 1000;

/** Stories first published in one millisecond that can be told apart by their time. */
const PER_MILLISECOND = 1000;

export type SearchEntry = {
  articleId: string;
  /** When it first came before readers. */
  at: Date;
  version: number;
  terms: { headline: string[]; names: string[]; standfirst: string[]; body: string[] };
  /** Where it stands: words of small letters and digits alone. */
  shelves: string[];
};

type Phrase = { terms: string[]; open?: boolean };

export type SearchQuestion = {
  /** Each of these, in at least one of its forms. */
  all: Phrase[][];
  none: Phrase[];
  shelves: string[];
  /** First published from `from` on, and before `before`. */
  from?: Date;
  before?: Date;
};

/** Puts a story into the index, in the place of what was there of it. */
export async function putEntry(tx: Db, { articleId, at, version, terms, shelves }: SearchEntry): Promise<void> {
  await removeEntry(tx, articleId);
  const id = await freeEntryId(tx, at);
  await tx.insert(searchEntries).values({ id, articleId, version });
  const { headline, names, standfirst, body } = terms;
  const [h, n, s, b, w] = [headline, names, standfirst, body, shelves].map((column) => column.join(" "));
  await tx.run(
    sql`insert into search_index (rowid, headline, names, standfirst, body, shelves)
      values (cast(${id} as integer), ${h}, ${n}, ${s}, ${b}, ${w})`,
  );
}

/** Takes a story out of the index, if it is there. */
export async function removeEntry(tx: Db, articleId: string): Promise<void> {
  const gone = await tx
    .delete(searchEntries)
    .where(eq(searchEntries.articleId, articleId))
    .returning({ id: searchEntries.id });
  for (const { id } of gone) await tx.run(sql`delete from search_index where rowid = cast(${id} as integer)`);
}

/** The first free id at or after an instant: ids grow with time. */
async function freeEntryId(tx: Db, at: Date): Promise<number> {
  const wanted = at.getTime() * PER_MILLISECOND;
  const [taken] = await tx.select({ id: searchEntries.id }).from(searchEntries).where(eq(searchEntries.id, wanted));
  if (!taken) return wanted;
  const [row] = await tx.all<{ id: number }>(
    sql`select id + 1 as id from search_entries as entry where id >= cast(${wanted} as integer)
      and not exists (select 1 from search_entries as next where next.id = entry.id + 1) order by id limit 1`,
  );
  return row?.id ?? wanted;
}

/** Says of these stories that they are to be indexed anew. */
export async function outdateEntries(tx: Db, articleIds: readonly string[]): Promise<void> {
  await tx
    .update(searchEntries)
    .set({ version: 0 })
    .where(inArray(searchEntries.articleId, [...articleIds]));
}

/**
 * The articles that answer a question, a page of them. The best come first, or the newest; of more than a thousand the
 * thousand newest are ranked.
 */
export async function findEntries(
  db: Db,
  question: SearchQuestion,
  { order, limit, offset }: { order: "best" | "newest"; limit: number; offset: number },
): Promise<string[]> {
  const rows =
    order === "newest"
      ? await db.all<{ articleId: string }>(sql`
          select search_entries.article_id as articleId from search_index
          join search_entries on search_entries.id = search_index.rowid
          where ${matching(question)} order by search_index.rowid desc limit ${limit} offset ${offset}`)
      : await db.all<{ articleId: string }>(sql`
          select search_entries.article_id as articleId from (
            select rowid as id, bm25(search_index, ${sql.raw(Object.values(WEIGHTS).join(", "))}) as rank
            from search_index where ${matching(question)} order by rowid desc limit ${RANKED}
          ) as found join search_entries on search_entries.id = found.id
          order by found.rank, found.id desc limit ${limit} offset ${offset}`);
  return rows.map(({ articleId }) => articleId);
}

/** How many stories answer a question; counting stops at `most`. */
export async function countEntries(db: Db, question: SearchQuestion, most: number): Promise<number> {
  const [row] = await db.all<{ count: number }>(
    sql`select count(*) as count from (select 1 from search_index where ${matching(question)} limit ${most})`,
  );
  return row?.count ?? 0;
}

function matching({ all, none, shelves, from, before }: SearchQuestion) {
  const asked = [
    ...shelves.map((shelf) => `shelves : ${phrase({ terms: [shelf] })}`),
    ...all.map((forms) => `{headline names standfirst body} : (${forms.map(phrase).join(" OR ")})`),
  ].join(" AND ");
  const expression = none.length > 0 ? `(${asked}) NOT (${none.map(phrase).join(" OR ")})` : asked;
  const within = [sql`search_index match ${expression}`];
  // FTS5 takes a bound of rows only from an integer.
  if (from) within.push(sql`search_index.rowid >= cast(${from.getTime() * PER_MILLISECOND} as integer)`);
  if (before) within.push(sql`search_index.rowid < cast(${before.getTime() * PER_MILLISECOND} as integer)`);
  return sql.join(within, sql` and `);
}

function phrase({ terms, open }: Phrase): string {
  return `"${terms.join(" ").replaceAll('"', "")}"${open ? " *" : ""}`;
}
