import { and, asc, eq, exists, gt, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { articles, assets, drafts, plans, publications, revisionAssets } from "@/db/schema";
import { isLive } from "@/domain/articles/live";
import { ownerId } from "@/domain/articles/plan";
import { record } from "@/domain/events/record";
import { notify } from "@/domain/notices/notifying";
import { findActor } from "@/domain/people/actors";
import { can } from "@/domain/people/staff";
import { whoMay } from "@/domain/people/who-may";
import { zoneOf } from "@/domain/settings/newsroom";
import { now } from "@/lib/clock";
import { KIND_NAMES } from "./asset";
import { LAPSES_SOON, rightsState, rightsWords } from "./rights";
import { showing } from "./showing";

/** Whether the desk is still to be told of rights that lapse, or have lapsed, while readers see what they are of. */
export async function isRightsNewsDue(): Promise<boolean> {
  const [found] = await db().select({ id: assets.id }).from(assets).where(untold()).limit(1);
  return found !== undefined;
}

/**
 * Tells whoever uploaded a thing, and those who may publish the stories that show it, that its rights lapse within two
 * weeks, and once more when they have: each once for each end that the rights were given.
 */
export async function tellOfRights(): Promise<void> {
  const due = await db().select({ id: assets.id }).from(assets).where(untold());
  // Each for itself: one that fails keeps no other from being told.
  for (const { id } of due) await transact((tx) => tellOf(tx, id));
}

async function tellOf(tx: Db, id: string): Promise<void> {
  const [asset] = await tx
    .select()
    .from(assets)
    .where(and(eq(assets.id, id), untold()));
  if (!asset?.validUntil) return;
  const stories = await liveStories(tx, id);
  const [newest] = stories;
  if (!newest) return;
  const state = rightsState({ ...asset, usesAllowed: null }, now(), 0);
  const hasLapsed = state.kind === "lapsed";
  const told = hasLapsed ? { toldLapsed: asset.validUntil } : { toldLapsing: asset.validUntil };
  await tx.update(assets).set(told).where(eq(assets.id, id));
  const it = `the ${KIND_NAMES[asset.kind].one} “${asset.filename}”`;
  const event = await record(tx, null, hasLapsed ? "asset.rights-lapsed" : "asset.rights-lapsing", id, {
    until: asset.validUntil.toISOString(),
    reason: rightsWords(state, it, await zoneOf(tx)),
    ...(hasLapsed ? await showing(tx, id) : {}),
  });
  const kind = hasLapsed ? "rights-lapsed" : "rights-lapsing";
  // Of several stories that show it each is told of the newest that they can do something about.
  for (const story of stories) {
    await notify(tx, event, kind, { articleId: story.id, to: await whoMay(tx, "article.publish", story) });
  }
  const uploader = await findActor(tx, asset.uploadedBy);
  const theirs = uploader && stories.find((story) => can(uploader, "article.read", story));
  await notify(tx, event, kind, { articleId: (theirs ?? newest).id, to: [asset.uploadedBy] });
}

/** The stories in which readers see an asset now, the newest first. */
function liveStories(tx: Db, assetId: string) {
  return tx
    .select({ id: articles.id, ownerId, sectionId: drafts.sectionId })
    .from(publications)
    .innerJoin(
      revisionAssets,
      and(eq(revisionAssets.revisionId, publications.revisionId), eq(revisionAssets.assetId, assetId)),
    )
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .innerJoin(drafts, eq(drafts.articleId, articles.id))
    .innerJoin(plans, eq(plans.articleId, articles.id))
    .where(isLive)
    .orderBy(sql`${publications.firstPublishedAt} desc`, asc(publications.id));
}

function untold(): SQL | undefined {
  const at = now();
  const neverOf = (told: typeof assets.toldLapsing | typeof assets.toldLapsed) =>
    or(isNull(told), ne(told, assets.validUntil));
  const soon = new Date(at.getTime() + LAPSES_SOON);
  return and(
    isNull(assets.deletedAt),
    lte(assets.validUntil, soon),
    or(
      and(gt(assets.validUntil, at), neverOf(assets.toldLapsing)),
      and(lte(assets.validUntil, at), neverOf(assets.toldLapsed)),
    ),
    isShownLive(),
  );
}

/** The condition on `assets` that a live story shows it. */
export function isShownLive(): SQL {
  return exists(
    db()
      .select({ id: publications.id })
      .from(revisionAssets)
      .innerJoin(publications, eq(publications.revisionId, revisionAssets.revisionId))
      .where(and(eq(revisionAssets.assetId, assets.id), isLive)),
  );
}
