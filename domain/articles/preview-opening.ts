import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { db, transact } from "@/db/client";
import {
  assets,
  bylines,
  permalinks,
  previewLinks,
  publications,
  renditions,
  revisionAssets,
  revisionBylines,
  revisionCredits,
  revisions,
  staff,
} from "@/db/schema";
import { isShown } from "@/domain/media/for-readers";
import { type ServedFile, servedRendition } from "@/domain/media/serving";
import { secretHashOf } from "@/domain/people/secret-hash";
import { MINUTE, now } from "@/lib/clock";
import { routes } from "@/lib/routes";
import { stateOf } from "./preview-sharing";
import { embargoOn } from "./schedules";
import type { Story } from "./story";
import { contentOf, tell } from "./telling";

/** What a link leads to. Of a closed one nothing is told but why. */
export type OpenedPreview =
  | {
      state: "open";
      story: Story;
      recipient: string;
      expiresAt: Date;
      publishedPath: string | null;
      /** Until when nobody may publish it, where an embargo holds it back. */
      embargoedUntil: Date | null;
    }
  | { state: "expired" | "revoked" };

/** What whoever holds a link sees; null for what never was one. Asks for no session. */
export async function openPreview(secret: string): Promise<OpenedPreview | null> {
  const link = await findLink(eq(previewLinks.secretHash, secretHashOf(secret)));
  if (!link) return null;
  const state = stateOf(link);
  if (state !== "open") return { state };
  const [revision] = await db().select().from(revisions).where(eq(revisions.id, link.revisionId));
  if (!revision) throw new Error("The revision of a preview link is gone");
  const [live, embargo] = await Promise.all([liveOf(link.articleId), embargoOn(db(), link.articleId)]);
  const { story } = await tell(await contentOf(revision), {
    articleId: link.articleId,
    // It has no address: nothing on the page leads to what is not there, or offers to share it.
    path: null,
    publishedAt: live?.firstPublishedAt ?? null,
    updatedAt: null,
    seenSince: null,
    retraction: null,
    hasHistory: false,
  });
  await noteOpening(link.id);
  return {
    state,
    story: signed(story, link, await keysOf(link.revisionId)),
    recipient: link.recipient,
    expiresAt: link.expiresAt,
    publishedPath: live?.path ?? null,
    embargoedUntil: embargo?.until ?? null,
  };
}

/**
 * The file behind a picture's address that an opened preview showed, as long as its link works; else null. The address
 * holds for this file and this link alone, and never the link's secret: whoever is handed a picture gets no story.
 */
export async function previewFile(linkId: string, signature: string, key: string): Promise<ServedFile | null> {
  const link = await findLink(eq(previewLinks.id, linkId));
  if (!link || stateOf(link) !== "open" || !isSignature(signature, link, key)) return null;
  // What is in the bin or outside its rights is shown to nobody outside, though the link works.
  return servedRendition(key, and(isNull(assets.deletedAt), await isShown()));
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>;

async function findLink(which: ReturnType<typeof eq>) {
  const [link] = await db()
    .select({
      id: previewLinks.id,
      secretHash: previewLinks.secretHash,
      articleId: previewLinks.articleId,
      revisionId: previewLinks.revisionId,
      recipient: previewLinks.recipient,
      expiresAt: previewLinks.expiresAt,
      revokedAt: previewLinks.revokedAt,
      makerDisabledAt: staff.disabledAt,
    })
    .from(previewLinks)
    .innerJoin(staff, eq(staff.id, previewLinks.createdBy))
    .where(which);
  return link;
}

async function liveOf(articleId: string) {
  const [live] = await db()
    .select({ firstPublishedAt: publications.firstPublishedAt, path: permalinks.path })
    .from(publications)
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(and(eq(publications.articleId, articleId), isNull(publications.endedAt)));
  return live;
}

/** Once a minute at most: whoever loads it again and again writes no more than that. */
async function noteOpening(id: string): Promise<void> {
  const at = now();
  await transact((tx) =>
    tx
      .update(previewLinks)
      .set({ openedAt: at, openings: sql`${previewLinks.openings} + 1` })
      .where(
        and(
          eq(previewLinks.id, id),
          or(isNull(previewLinks.openedAt), lt(previewLinks.openedAt, new Date(at.getTime() - MINUTE))),
        ),
      ),
  );
}

/** The files of all that a revision shows: its pictures, sounds and films, and the portraits of who is credited. */
async function keysOf(revisionId: string): Promise<Set<string>> {
  const shown = db()
    .select({ id: revisionAssets.assetId })
    .from(revisionAssets)
    .where(eq(revisionAssets.revisionId, revisionId));
  const portraits = (credits: typeof revisionBylines | typeof revisionCredits) =>
    db()
      .select({ id: sql<string>`${bylines.portraitAssetId}` })
      .from(credits)
      .innerJoin(bylines, eq(bylines.id, credits.bylineId))
      .where(eq(credits.revisionId, revisionId));
  const rows = await db()
    .select({ key: renditions.key })
    .from(renditions)
    .where(
      or(
        inArray(renditions.assetId, shown),
        inArray(renditions.assetId, portraits(revisionBylines)),
        inArray(renditions.assetId, portraits(revisionCredits)),
      ),
    );
  return new Set(rows.map(({ key }) => key));
}

/** The same page, the addresses of its own files being those that this link alone opens. */
function signed<T>(told: T, link: Link, keys: ReadonlySet<string>): T {
  const prefix = routes.media("");
  const sign = (value: unknown): unknown => {
    if (typeof value === "string") {
      const key = value.startsWith(prefix) ? value.slice(prefix.length) : "";
      return keys.has(key) ? routes.previewFile(link.id, signatureOf(link, key), key) : value;
    }
    if (Array.isArray(value)) return value.map(sign);
    if (value === null || typeof value !== "object" || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sign(part)]));
  };
  return sign(told) as T;
}

/** By what only we keep of the link's secret: it shows in no address. */
function signatureOf({ id, secretHash }: Pick<Link, "id" | "secretHash">, key: string): string {
  return createHmac("sha256", secretHash).update(`${id}/${key}`).digest("base64url");
}

function isSignature(given: string, link: Link, key: string): boolean {
  const [is, should] = [Buffer.from(given), Buffer.from(signatureOf(link, key))];
  return is.length === should.length && timingSafeEqual(is, should);
}
