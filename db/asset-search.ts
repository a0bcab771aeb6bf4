import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { type FullText, freeRow, matching, putTerms, type Question, rank, removeTerms, row, rowAt } from "./full-text";
import { assetEntries } from "./schema";

/** The full-text index of the library, kept as that of stories is (db/search.ts). */
const ASSETS = {
  index: "asset_index",
  entries: "asset_entries",
  // Whom and what it shows; what is said of it; who made it; what its file is called.
  weights: { shown: 6, said: 4, made: 3, file: 2 },
} satisfies FullText<string>;

type Kept = Omit<typeof assetEntries.$inferInsert, "id">;

export type AssetEntry = Kept & {
  /** When it was uploaded. */
  at: Date;
  terms: Record<keyof typeof ASSETS.weights, string[]>;
  /** What it is and lacks: words of small letters and digits alone. */
  shelves: string[];
};

/** Puts an asset into the index, in the place of what was there of it. */
export async function putAssetEntry(tx: Db, { at, terms, shelves, ...kept }: AssetEntry): Promise<void> {
  await removeAssetEntry(tx, kept.assetId);
  const id = await freeRow(tx, ASSETS, at);
  await tx.insert(assetEntries).values({ ...kept, id });
  await putTerms(tx, ASSETS, id, terms, shelves);
}

/** Takes an asset out of the index, if it is there: before its own row goes. */
export async function removeAssetEntry(tx: Db, assetId: string): Promise<void> {
  const gone = await tx
    .delete(assetEntries)
    .where(eq(assetEntries.assetId, assetId))
    .returning({ id: assetEntries.id });
  for (const { id } of gone) await removeTerms(tx, ASSETS, id);
}

/** Says of these assets that they are to be indexed anew. */
export async function outdateAssetEntries(tx: Db, assetIds: readonly string[]): Promise<void> {
  await tx
    .update(assetEntries)
    .set({ version: 0 })
    .where(inArray(assetEntries.assetId, [...assetIds]));
}

export type AssetQuestion = Question & {
  /** Uploaded from `from` on, and before `before`. */
  from?: Date;
  before?: Date;
  /** Rows that it is among: queries of ids of entries. */
  among: SQL[];
  notAmong: SQL[];
  /** What else must be so of its entry. */
  where: SQL[];
};

export type FoundEntry = { id: number; assetId: string; name: string };

/** How many of those that hold a word are ranked, the newest of them. */
const RANKED = 1000;

/** In order of upload: `after` is the row of the last one shown. */
export async function assetsByUpload(
  db: Db,
  question: AssetQuestion,
  { newest, after, limit }: { newest: boolean; after?: number; limit: number },
): Promise<FoundEntry[]> {
  const further = after === undefined ? sql`` : sql`and asset_index.rowid ${sql.raw(newest ? "<" : ">")} ${row(after)}`;
  return db.all<FoundEntry>(sql`select ${FOUND} from ${found(question)} ${further}
    order by asset_index.rowid ${sql.raw(newest ? "desc" : "asc")} limit ${limit}`);
}

/** By the names of their files, along the index of names. */
export async function assetsByName(
  db: Db,
  question: AssetQuestion,
  { after, limit }: { after?: { name: string; id: number }; limit: number },
): Promise<FoundEntry[]> {
  const further = after ? sql`and (name, id) > (${after.name}, ${row(after.id)})` : sql``;
  return db.all<FoundEntry>(sql`select ${FOUND} from asset_entries
    where +id in (select asset_index.rowid from ${found(question)}) ${further} order by name, id limit ${limit}`);
}

/**
 * The best first. `newest` is the newest row that was there when the first page was asked for, so that what comes
 * meanwhile moves nothing; undefined on the first page.
 */
export async function assetsByRank(
  db: Db,
  question: AssetQuestion,
  { newest, offset, limit }: { newest?: number; offset: number; limit: number },
): Promise<FoundEntry[]> {
  const bound = newest === undefined ? sql`` : sql`and asset_index.rowid <= ${row(newest)}`;
  return db.all<FoundEntry>(sql`select ${FOUND} from (
      select asset_index.rowid as row, ${rank(ASSETS)} as rank from ${found(question)} ${bound}
      order by asset_index.rowid desc limit ${RANKED}
    ) join asset_entries on asset_entries.id = row order by rank, row desc limit ${limit} offset ${offset}`);
}

/** The newest row of the index; 0 where it is empty. */
export async function newestAssetRow(db: Db): Promise<number> {
  const [last] = await db.all<{ id: number | null }>(sql`select max(id) as id from asset_entries`);
  return last?.id ?? 0;
}

/** How many assets answer a question; counting stops at `most`. */
export async function countAssets(db: Db, question: AssetQuestion, most: number): Promise<number> {
  const [counted] = await db.all<{ count: number }>(
    sql`select count(*) as count from (select 1 from ${found(question)} limit ${most})`,
  );
  return counted?.count ?? 0;
}

const FOUND = sql.raw("asset_entries.id, asset_entries.asset_id as assetId, asset_entries.name");

/** The rows that answer, with their entries. The signs before columns keep SQLite from asking the index once for each row of a set. */
function found({ from, before, among, notAmong, where, ...asked }: AssetQuestion): SQL {
  const bounds = [
    matching(ASSETS, asked),
    ...(from ? [sql`asset_index.rowid >= ${row(rowAt(from))}`] : []),
    ...(before ? [sql`asset_index.rowid < ${row(rowAt(before))}`] : []),
    ...among.map((rows) => sql`+asset_index.rowid in (${rows})`),
    ...notAmong.map((rows) => sql`+asset_index.rowid not in (${rows})`),
    ...where,
  ];
  return sql`asset_index cross join asset_entries on asset_entries.id = asset_index.rowid
    where ${sql.join(bounds, sql` and `)}`;
}
