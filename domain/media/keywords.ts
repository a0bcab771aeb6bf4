import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, db, transact } from "@/db/client";
import { assetKeywords, assets } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound, Refusal } from "@/lib/refusal";
import { hasWords } from "@/lib/search-words";
import { MAX_KEYWORDS } from "./asset";
import { indexAssets } from "./indexing";
import { keywordsIn, tidyKeyword } from "./library";

/** The keywords of an asset, in order. */
export async function keywordsOf(db: Db, assetId: string): Promise<string[]> {
  const rows = await db
    .select({ keyword: assetKeywords.keyword })
    .from(assetKeywords)
    .where(eq(assetKeywords.assetId, assetId))
    .orderBy(sql`lower(${assetKeywords.keyword})`);
  return rows.map(({ keyword }) => keyword);
}

/**
 * Makes these the keywords of an asset. One that others carry in another spelling is kept in theirs. Whoever calls it
 * indexes the asset afterwards.
 * @throws Refusal "invalid" if there are too many
 */
export async function keepKeywords(tx: Db, assetId: string, keywords: readonly string[]): Promise<void> {
  const wanted = await inKeptSpelling(tx, keywordsIn(keywords.join(",")));
  if (wanted.length > MAX_KEYWORDS) throw new Refusal("invalid", `It would have more than ${MAX_KEYWORDS} keywords.`);
  await tx.delete(assetKeywords).where(eq(assetKeywords.assetId, assetId));
  if (wanted.length > 0) await tx.insert(assetKeywords).values(wanted.map((keyword) => ({ assetId, keyword })));
}

/** These keywords, each as assets carry it already, whatever its capitals. */
export async function inKeptSpelling(tx: Db, keywords: readonly string[]): Promise<string[]> {
  if (keywords.length === 0) return [];
  // The engine knows the capitals of English alone.
  const forms = keywords.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase(), capital(word)]).map(plain);
  const kept = await tx
    .selectDistinct({ keyword: assetKeywords.keyword })
    .from(assetKeywords)
    .where(inArray(sql`lower(${assetKeywords.keyword})`, [...new Set(forms)]));
  const spelled = new Map(kept.map(({ keyword }) => [keyword.toLowerCase(), keyword]));
  return keywords.map((word) => spelled.get(word.toLowerCase()) ?? word);
}

const plain = (word: string) => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Whatever carries a keyword may be anybody's. */
const ANYBODYS = { ownerId: "" };

const SUGGESTED = 8;

/** Keywords that begin as somebody typed, those that most assets carry first. @throws Refusal "forbidden" */
export async function suggestKeywords(actor: Actor, typed: string): Promise<string[]> {
  authorize(actor, "asset.read");
  const beginning = plain(tidyKeyword(typed));
  if (!beginning) return [];
  const folded = sql`lower(${assetKeywords.keyword})`;
  const rows = await db()
    .select({ keyword: assetKeywords.keyword })
    .from(assetKeywords)
    .where(and(sql`${folded} >= ${beginning}`, sql`${folded} < ${`${beginning}\u{10ffff}`}`))
    .groupBy(assetKeywords.keyword)
    .orderBy(desc(count()), assetKeywords.keyword)
    .limit(SUGGESTED);
  return rows.map(({ keyword }) => keyword);
}

/** How many keywords are listed. */
const LISTED = 500;

/** All keywords with how many assets of the library carry each, of very many those that most carry. @throws Refusal "forbidden" */
export async function listKeywords(
  actor: Actor,
  { search }: { search?: string } = {},
): Promise<{ keyword: string; count: number }[]> {
  authorize(actor, "asset.read");
  const rows = await db()
    .select({ keyword: assetKeywords.keyword, count: count() })
    .from(assetKeywords)
    .innerJoin(assets, and(eq(assets.id, assetKeywords.assetId), isNull(assets.deletedAt)))
    .groupBy(assetKeywords.keyword)
    .orderBy(desc(count()));
  return rows
    .filter(({ keyword }) => hasWords(keyword, search))
    .slice(0, LISTED)
    .sort((a, b) => a.keyword.localeCompare(b.keyword));
}

export const RenameKeyword = z.object({
  from: z.string().min(1).max(200),
  to: z.string().max(200).transform(tidyKeyword).pipe(z.string().min(1, "Enter a keyword.")),
});
export type RenameKeyword = z.infer<typeof RenameKeyword>;

/**
 * Gives a keyword another name on every asset that carries it; where there is one of that name, the two become one.
 * @throws Refusal "forbidden", "not-found"
 */
export function renameKeyword(actor: Actor, { from, to }: RenameKeyword): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "asset.edit", ANYBODYS);
    const isSpelling = from.toLowerCase() === to.toLowerCase();
    const [kept = to] = isSpelling ? [to] : await inKeptSpelling(tx, [to]);
    const carriers = await carriersOf(tx, from);
    if (from !== kept) {
      for (let at = 0; at < carriers.length; at += 5000) {
        const rows = carriers.slice(at, at + 5000).map((assetId) => ({ assetId, keyword: kept }));
        await tx.insert(assetKeywords).values(rows).onConflictDoNothing();
      }
      await tx.delete(assetKeywords).where(eq(assetKeywords.keyword, from));
      await indexAssets(tx, carriers);
    }
    return record(tx, actor, "keyword.renamed", kept, { from, count: carriers.length });
  });
}

export const RemoveKeyword = z.object({ keyword: z.string().min(1).max(200) });
export type RemoveKeyword = z.infer<typeof RemoveKeyword>;

/** Takes a keyword off every asset that carries it. @throws Refusal "forbidden", "not-found" */
export function removeKeyword(actor: Actor, { keyword }: RemoveKeyword): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "asset.edit", ANYBODYS);
    const carriers = await carriersOf(tx, keyword);
    await tx.delete(assetKeywords).where(eq(assetKeywords.keyword, keyword));
    await indexAssets(tx, carriers);
    return record(tx, actor, "keyword.removed", keyword, { count: carriers.length });
  });
}

/** Who carries a keyword, the newest first. @throws Refusal "not-found" if nobody does */
async function carriersOf(tx: Db, keyword: string): Promise<string[]> {
  const rows = await tx
    .select({ id: assets.id })
    .from(assetKeywords)
    .innerJoin(assets, eq(assets.id, assetKeywords.assetId))
    .where(eq(assetKeywords.keyword, keyword))
    .orderBy(desc(assets.createdAt));
  if (rows.length === 0) throw notFound("keyword");
  return rows.map(({ id }) => id);
}
