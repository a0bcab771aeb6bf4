import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "./client";
import { type FullText, freeRow, matching, putTerms, type Question, rank, removeTerms, row, rowAt } from "./full-text";
import { searchEntries } from "./schema";

/**
 * The full-text index of stories. Terms come taken apart from the domain; the engine lists them, finds them and ranks by
 * them. No text is kept here: what readers are shown comes from the story itself.
 */
const STORIES = {
  index: "search_index",
  entries: "search_entries",
  weights: { headline: 10, names: 6, standfirst: 4, body: 1 },
} satisfies FullText<string>;

/**
 * How many of the stories found are ranked, the newest of them: to rank all that hold a common word would take a
 * quarter of a second among 100,000 stories.
 */
const RANKED = 1000;

export type SearchEntry = {
  articleId: string;
  /** When it first came before readers. */
  at: Date;
  version: number;
  terms: { headline: string[]; names: string[]; standfirst: string[]; body: string[] };
  /** Where it stands: words of small letters and digits alone. */
  shelves: string[];
};

export type SearchQuestion = Question & {
  /** First published from `from` on, and before `before`. */
  from?: Date;
  before?: Date;
};

/** Puts a story into the index, in the place of what was there of it. */
export async function putEntry(tx: Db, { articleId, at, version, terms, shelves }: SearchEntry): Promise<void> {
  await removeEntry(tx, articleId);
  const id = await freeRow(tx, STORIES, at);
  await tx.insert(searchEntries).values({ id, articleId, version });
  await putTerms(tx, STORIES, id, terms, shelves);
}

/** Takes a story out of the index, if it is there. */
export async function removeEntry(tx: Db, articleId: string): Promise<void> {
  const gone = await tx
    .delete(searchEntries)
    .where(eq(searchEntries.articleId, articleId))
    .returning({ id: searchEntries.id });
  for (const { id } of gone) await removeTerms(tx, STORIES, id);
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
          where ${within(question)} order by search_index.rowid desc limit ${limit} offset ${offset}`)
      : await db.all<{ articleId: string }>(sql`
          select search_entries.article_id as articleId from (
            select rowid as id, ${rank(STORIES)} as rank
            from search_index where ${within(question)} order by rowid desc limit ${RANKED}
          ) as found join search_entries on search_entries.id = found.id
          order by found.rank, found.id desc limit ${limit} offset ${offset}`);
  return rows.map(({ articleId }) => articleId);
}

/** How many stories answer a question; counting stops at `most`. */
export async function countEntries(db: Db, question: SearchQuestion, most: number): Promise<number> {
  const [found] = await db.all<{ count: number }>(
    sql`select count(*) as count from (select 1 from search_index where ${within(question)} limit ${most})`,
  );
  return found?.count ?? 0;
}

function within({ from, before, ...question }: SearchQuestion) {
  const bounds = [matching(STORIES, question)];
  if (from) bounds.push(sql`search_index.rowid >= ${row(rowAt(from))}`);
  if (before) bounds.push(sql`search_index.rowid < ${row(rowAt(before))}`);
  return sql.join(bounds, sql` and `);
}
