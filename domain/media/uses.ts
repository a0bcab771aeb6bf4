import { and, countDistinct, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publications, revisionAssets } from "@/db/schema";

/**
 * In how many stories each of these assets came before readers, whether they see it now or not: that is what a licence
 * counts. An asset that was in none is left out.
 * @param but a story that is not counted
 */
export async function usesOf(tx: Db, assetIds: readonly string[], but = ""): Promise<Map<string, number>> {
  if (assetIds.length === 0) return new Map();
  const rows = await tx
    .select({ assetId: revisionAssets.assetId, stories: countDistinct(publications.articleId) })
    .from(revisionAssets)
    .innerJoin(publications, eq(publications.revisionId, revisionAssets.revisionId))
    .where(and(inArray(revisionAssets.assetId, [...assetIds]), ne(publications.articleId, but)))
    .groupBy(revisionAssets.assetId);
  return new Map(rows.map(({ assetId, stories }) => [assetId, stories]));
}

/** Which of these assets came before readers in a story already. */
export async function usedIn(tx: Db, assetIds: readonly string[], articleId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ assetId: revisionAssets.assetId })
    .from(revisionAssets)
    .innerJoin(publications, eq(publications.revisionId, revisionAssets.revisionId))
    .where(and(inArray(revisionAssets.assetId, [...assetIds]), eq(publications.articleId, articleId)));
  return new Set(rows.map(({ assetId }) => assetId));
}
