import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { articles, bylines, drafts, publications, revisionAssets, schedules } from "@/db/schema";
import { isLive } from "@/domain/articles/live";
import { markAssetIds } from "@/domain/settings/published";

/** How many stories are told one by one: what stands in more, as a portrait above every column does, is taken to be everywhere. */
export const TOLD_ONE_BY_ONE = 500;

/** What keeps an asset from being deleted: readers see it there, or will at a time that is planned. */
export type Standing = {
  /** One more than are told one by one, where there are more. */
  live: { id: string; headline: string }[];
  planned: { id: string; headline: string }[];
  portraits: { id: string; name: string }[];
  /** Whether it is the paper's logo or icon. */
  isMark: boolean;
};

/** Where readers see an asset, or are planned to. Whoever calls this sees to it that the asker may know. */
export async function standingOf(tx: Db, assetId: string): Promise<Standing> {
  const story = { id: articles.id, headline: drafts.headline };
  const [live, planned, portraits, marks] = await Promise.all([
    tx
      .selectDistinct(story)
      .from(revisionAssets)
      .innerJoin(publications, eq(publications.revisionId, revisionAssets.revisionId))
      .innerJoin(articles, eq(articles.id, publications.articleId))
      .innerJoin(drafts, eq(drafts.articleId, articles.id))
      .where(and(eq(revisionAssets.assetId, assetId), isLive))
      .limit(TOLD_ONE_BY_ONE + 1),
    tx
      .selectDistinct(story)
      .from(revisionAssets)
      .innerJoin(schedules, eq(schedules.revisionId, revisionAssets.revisionId))
      .innerJoin(articles, eq(articles.id, schedules.articleId))
      .innerJoin(drafts, eq(drafts.articleId, articles.id))
      .where(and(eq(revisionAssets.assetId, assetId), isNull(schedules.endedAt))),
    tx.select({ id: bylines.id, name: bylines.name }).from(bylines).where(eq(bylines.portraitAssetId, assetId)),
    markAssetIds(),
  ]);
  return { live, planned, portraits, isMark: marks.includes(assetId) };
}

/** Whether it stands anywhere. */
export function stands({ live, planned, portraits, isMark }: Standing): boolean {
  return live.length + planned.length + portraits.length > 0 || isMark;
}

/** How many places are named in a sentence. */
const NAMED = 3;

/** Where it stands, in words: of more than a few stories the first are named. */
export function placesOf({ live, planned, portraits, isMark }: Standing): string {
  const title = ({ headline }: { headline: string }) => `“${headline.trim() || "Untitled"}”`;
  const places = [
    ...live.map(title),
    // Who may delete a file may not read every plan.
    ...planned.map(() => "a story that is planned"),
    ...portraits.map(({ name }) => `the portrait of ${name}`),
    ...(isMark ? ["the paper’s logo or icon"] : []),
  ];
  const named = places.slice(0, NAMED).join("; ");
  const more = live.length > TOLD_ONE_BY_ONE ? "hundreds" : places.length - NAMED;
  return places.length > NAMED ? `${named}; and ${more} more` : named;
}
