import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import {
  type FullText,
  freeRow,
  matching,
  type Phrase,
  putTerms,
  type Question,
  rank,
  removeTerms,
  row,
  rowAt,
} from "./full-text";
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

/** In how many stories a word stands that is common. The engine's own rank reads all of these to know how rare it is. */
const COMMON = 10_000;

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
 * thousand newest are ranked: by the engine, or where a word is common by where they say it.
 */
export async function findEntries(
  db: Db,
  question: SearchQuestion,
  { order, limit, offset }: { order: "best" | "newest"; limit: number; offset: number },
): Promise<string[]> {
  if (order === "best" && (await areRare(db, question))) {
    const rows = await db.all<{ articleId: string }>(sql`
      select search_entries.article_id as articleId from (
        select rowid as id, ${rank(STORIES)} as rank
        from search_index where ${within(question)} order by rowid desc limit ${RANKED}
      ) as found join search_entries on search_entries.id = found.id
      order by found.rank, found.id desc limit ${limit} offset ${offset}`);
    return rows.map(({ articleId }) => articleId);
  }
  const ids =
    order === "newest"
      ? await rowsOf(db, within(question), limit, offset)
      : (await byPlace(db, question)).slice(offset, offset + limit);
  const entries = await db
    .select({ id: searchEntries.id, articleId: searchEntries.articleId })
    .from(searchEntries)
    .where(inArray(searchEntries.id, ids));
  const byId = new Map(entries.map(({ id, articleId }) => [id, articleId]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function rowsOf(db: Db, which: SQL, limit: number, offset = 0): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    sql`select rowid as id from search_index where ${which} order by rowid desc limit ${limit} offset ${offset}`,
  );
  return rows.map(({ id }) => id);
}

/** Whether so few stories hold each word that the engine can weigh them all: it reads every story that holds one. */
async function areRare(db: Db, { all }: SearchQuestion): Promise<boolean> {
  for (const forms of all) if ((await holding(db, forms, COMMON + 1)) > COMMON) return false;
  return true;
}

function holding(db: Db, forms: Phrase[], most: number): Promise<number> {
  return countEntries(db, { all: [forms], none: [], shelves: [] }, most);
}

/** The newest stories found, by where they say the words: a word that is rarer counts for more. */
async function byPlace(db: Db, question: SearchQuestion): Promise<number[]> {
  const found = await rowsOf(db, within(question), RANKED);
  const last = found.at(-1);
  if (last === undefined) return [];
  const worth = new Map(found.map((id) => [id, 0]));
  for (const forms of question.all) {
    const rarity = Math.log2(2 + COMMON / (1 + (await holding(db, forms, COMMON + 1))));
    for (const column of ["headline", "names", "standfirst"] as const) {
      const which = sql`${within(question, { column, forms })} and search_index.rowid >= ${row(last)}`;
      for (const id of await rowsOf(db, which, RANKED)) {
        worth.set(id, (worth.get(id) ?? 0) + rarity * STORIES.weights[column]);
      }
    }
  }
  return found.sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0) || other - one);
}

/**
 * The same question without beginnings of words that many stories hold as they stand: nobody misses what goes on
 * otherwise, and to gather all words that begin so takes as long as there are stories that hold one.
 */
export async function withoutNeedlessBeginnings(db: Db, question: SearchQuestion): Promise<SearchQuestion> {
  const all = await Promise.all(
    question.all.map(async (forms) => {
      const whole = forms.filter(({ open }) => !open);
      if (whole.length === 0 || whole.length === forms.length) return forms;
      return (await holding(db, whole, RANKED + 1)) > RANKED ? whole : forms;
    }),
  );
  return { ...question, all };
}

/** How many stories answer a question; counting stops at `most`. */
export async function countEntries(db: Db, question: SearchQuestion, most: number): Promise<number> {
  const [found] = await db.all<{ count: number }>(
    sql`select count(*) as count from (select 1 from search_index where ${within(question)} limit ${most})`,
  );
  return found?.count ?? 0;
}

function within(
  { from, before, ...question }: SearchQuestion,
  besides?: { column: keyof typeof STORIES.weights; forms: Phrase[] },
) {
  const bounds = [matching(STORIES, question, besides)];
  if (from) bounds.push(sql`search_index.rowid >= ${row(rowAt(from))}`);
  if (before) bounds.push(sql`search_index.rowid < ${row(rowAt(before))}`);
  return sql.join(bounds, sql` and `);
}
