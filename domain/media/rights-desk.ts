import { and, asc, desc, eq, exists, inArray, isNull, lte, or } from "drizzle-orm";
import { db } from "@/db/client";
import {
  articles,
  assets,
  bylines,
  drafts,
  plans,
  publications,
  revisionAssets,
  revisionBylines,
  revisionCredits,
} from "@/db/schema";
import { isLive } from "@/domain/articles/live";
import { ownerId } from "@/domain/articles/plan";
import { authorize } from "@/domain/people/authorize";
import { type Actor, can } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { assetsById } from "./desk";
import type { Lapsing } from "./lapse";
import { isShownLive } from "./lapsing";
import { LAPSES_SOON } from "./rights";

/** Past that nobody works through a list. */
const MOST = 100;

/**
 * What readers see and whose rights have lapsed, or lapse within two weeks, the first to lapse first; and whether there is
 * more of it than is listed.
 * @throws Refusal "forbidden"
 */
export async function listLapsing(actor: Actor, most = MOST): Promise<{ rows: Lapsing[]; more: boolean }> {
  authorize(actor, "asset.read");
  const at = now();
  const found = await db()
    .select({ id: assets.id, until: assets.validUntil, uploadedBy: assets.uploadedBy })
    .from(assets)
    .where(
      and(
        isNull(assets.deletedAt),
        lte(assets.validUntil, new Date(at.getTime() + LAPSES_SOON)),
        or(isShownLive(), isPortraitShown()),
      ),
    )
    .orderBy(asc(assets.validUntil), asc(assets.id))
    .limit(most + 1);
  const shown = found.slice(0, most);
  const ids = shown.map(({ id }) => id);
  const [summaries, stories, portraits] = await Promise.all([assetsById(actor, ids), storiesOf(ids), portraitsOf(ids)]);
  const rows = shown.flatMap(({ id, until, uploadedBy }): Lapsing[] => {
    const asset = summaries.get(id);
    if (!asset || !until) return [];
    const all = stories.filter(({ assetId }) => assetId === id);
    const readable = all.filter((story) => can(actor, "article.read", story));
    return [
      {
        asset,
        until,
        hasLapsed: until <= at,
        stories: readable.map(({ articleId, headline }) => ({ id: articleId, headline })),
        hasOthers: readable.length < all.length,
        portraits: portraits
          .filter(({ assetId }) => assetId === id)
          .map(({ bylineId, name }) => ({ id: bylineId, name })),
        mayEdit: can(actor, "asset.edit", { ownerId: uploadedBy }),
      },
    ];
  });
  return { rows, more: found.length > most };
}

function storiesOf(assetIds: string[]) {
  return db()
    .select({
      assetId: revisionAssets.assetId,
      articleId: articles.id,
      headline: drafts.headline,
      ownerId,
      sectionId: drafts.sectionId,
    })
    .from(revisionAssets)
    .innerJoin(publications, and(eq(publications.revisionId, revisionAssets.revisionId), isLive))
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .innerJoin(drafts, eq(drafts.articleId, articles.id))
    .innerJoin(plans, eq(plans.articleId, articles.id))
    .where(inArray(revisionAssets.assetId, assetIds))
    .orderBy(desc(publications.firstPublishedAt), asc(publications.id));
}

async function portraitsOf(assetIds: string[]) {
  const rows = await db()
    .select({ assetId: bylines.portraitAssetId, bylineId: bylines.id, name: bylines.name })
    .from(bylines)
    .where(inArray(bylines.portraitAssetId, assetIds))
    .orderBy(asc(bylines.name));
  return rows;
}

/** The condition on `assets` that it is the portrait of somebody whom a live story names. */
function isPortraitShown() {
  const named = (credits: typeof revisionBylines | typeof revisionCredits) =>
    exists(
      db()
        .select({ id: bylines.id })
        .from(bylines)
        .innerJoin(credits, eq(credits.bylineId, bylines.id))
        .innerJoin(publications, eq(publications.revisionId, credits.revisionId))
        .where(and(eq(bylines.portraitAssetId, assets.id), isLive)),
    );
  return or(named(revisionBylines), named(revisionCredits));
}
