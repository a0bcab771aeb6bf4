import { and, desc, eq, isNotNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, bylines, draftAssets, drafts, plans, publications, revisionAssets, revisions } from "@/db/schema";
import type { ArticleContent } from "@/domain/articles/article";
import { LeadUse, type PictureUse, picturesIn } from "@/domain/articles/body";
import { isLive } from "@/domain/articles/live";
import { ownerId } from "@/domain/articles/plan";
import { authorize } from "@/domain/people/authorize";
import { type Actor, can } from "@/domain/people/staff";
import { chosenAppearance } from "@/domain/settings/published";
import { type AssetUse, OWN, type Own } from "./asset";

const SHOWN = 50;

/** Where an asset is used; of the articles only those that the actor may read are named. @throws Refusal "forbidden" */
export async function readAssetUse(actor: Actor, id: string): Promise<AssetUse> {
  authorize(actor, "asset.read");
  const [found, live, portraits, marks] = await Promise.all([
    articlesWith(id),
    liveUses(id),
    db()
      .select({ id: bylines.id, name: bylines.name })
      .from(bylines)
      .where(eq(bylines.portraitAssetId, id))
      .limit(SHOWN),
    marksOf(id),
  ]);
  const readable = found.slice(0, SHOWN).filter((article) => can(actor, "article.read", article));
  return {
    articles: readable.map(({ id: articleId, headline, content, drafted }) => {
      const seen = live.get(articleId);
      const own = ownIn(seen ?? usesIn(content as ArticleContent, id));
      return { id: articleId, headline, live: seen !== undefined, drafted: drafted !== null, own };
    }),
    portraits,
    marks,
    more: found.length > readable.length,
    reach: reachOf([...live.values()]),
  };
}

/** The articles whose draft shows an asset, or of which readers see it; those that were written on last first. */
function articlesWith(id: string) {
  return db()
    .select({
      id: articles.id,
      headline: drafts.headline,
      sectionId: drafts.sectionId,
      content: drafts.content,
      ownerId,
      drafted: draftAssets.assetId,
    })
    .from(articles)
    .innerJoin(drafts, eq(drafts.articleId, articles.id))
    .innerJoin(plans, eq(plans.articleId, articles.id))
    .leftJoin(draftAssets, and(eq(draftAssets.articleId, articles.id), eq(draftAssets.assetId, id)))
    .leftJoin(publications, and(eq(publications.articleId, articles.id), isLive))
    .leftJoin(
      revisionAssets,
      and(eq(revisionAssets.revisionId, publications.revisionId), eq(revisionAssets.assetId, id)),
    )
    .where(or(isNotNull(draftAssets.assetId), isNotNull(revisionAssets.assetId)))
    .orderBy(desc(drafts.savedAt))
    .limit(SHOWN + 1);
}

/** How the stories that readers see use an asset, by article. */
async function liveUses(id: string): Promise<Map<string, PictureUse[]>> {
  const rows = await db()
    .select({
      articleId: publications.articleId,
      leadAssetId: revisions.leadAssetId,
      leadUse: revisions.leadUse,
      body: revisions.body,
    })
    .from(revisionAssets)
    .innerJoin(publications, and(eq(publications.revisionId, revisionAssets.revisionId), isLive))
    .innerJoin(revisions, eq(revisions.id, revisionAssets.revisionId))
    .where(eq(revisionAssets.assetId, id));
  return new Map(
    rows.map(({ articleId, leadAssetId, leadUse, body }) => {
      const lead = leadAssetId && leadUse ? { assetId: leadAssetId, ...LeadUse.parse(leadUse) } : null;
      return [articleId, usesIn({ lead, body: body as ArticleContent["body"] }, id)];
    }),
  );
}

async function marksOf(id: string): Promise<AssetUse["marks"]> {
  const { logoAssetId, darkLogoAssetId, iconAssetId } = await chosenAppearance();
  const marks = { logo: [logoAssetId, darkLogoAssetId], icon: [iconAssetId] };
  return (["logo", "icon"] as const).filter((mark) => marks[mark].includes(id));
}

/** How a story uses a picture: as its lead, in its body and its galleries. */
function usesIn({ lead, body }: Pick<ArticleContent, "lead" | "body">, id: string): PictureUse[] {
  return [...(lead ? [lead] : []), ...picturesIn(body)].filter(({ assetId }) => assetId === id);
}

function ownIn(uses: readonly PictureUse[]): Own[] {
  return OWN.filter((own) =>
    uses.some((use) =>
      own === "crop" ? use.shape !== "whole" || Object.keys(use.crops ?? {}).length > 0 : use[own] !== null,
    ),
  );
}

function reachOf(live: readonly PictureUse[][]): AssetUse["reach"] {
  const own = live.map(ownIn);
  const counted = OWN.map((each) => [each, own.filter((these) => these.includes(each)).length]);
  return { stories: live.length, own: Object.fromEntries(counted) };
}
