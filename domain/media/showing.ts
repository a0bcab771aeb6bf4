import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { bylines, publications, revisionAssets } from "@/db/schema";
import { isLive } from "@/domain/articles/live";
import type { Showing } from "@/domain/events/tags";
import { markAssetIds } from "@/domain/settings/published";

/** What readers see that shows this asset. It is said by every event that changes how it looks or what is said of it. */
export async function showing(tx: Db, assetId: string): Promise<Showing> {
  const articles = await tx
    .selectDistinct({ id: publications.articleId })
    .from(revisionAssets)
    .innerJoin(publications, eq(publications.revisionId, revisionAssets.revisionId))
    .where(and(eq(revisionAssets.assetId, assetId), isLive));
  const portraits = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.portraitAssetId, assetId));
  return {
    articleIds: articles.map(({ id }) => id),
    bylineIds: portraits.map(({ id }) => id),
    isMark: (await markAssetIds()).includes(assetId),
  };
}
