import { and, eq, exists, inArray, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import {
  assets,
  bylines,
  publications,
  renditions,
  revisionAssets,
  revisionBylines,
  revisionCredits,
} from "@/db/schema";
import { isLive } from "@/domain/articles/live";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { markAssetIds } from "@/domain/settings/published";
import { RENDITION_TYPES } from "./asset";
import { KEY_PATTERN, renditionFile } from "./files";
import { isShown } from "./for-readers";

/** A file that may be answered with; under which name it is saved, where it is never shown. */
export type ServedFile = { key: string; file: string; type: string; saveAs?: string };

/**
 * The rendition of this key, if readers may have it: a story that is live shows or plays it, or it is the portrait of
 * somebody credited in one, and its rights do not keep it from them; or it was made for the paper's logo or icon. Null for
 * every other key, whether there is such a file or not.
 * @returns with it until when readers may have it; null where that has no end that is known
 */
export async function publicRendition(key: string): Promise<(ServedFile & { until: Date | null }) | null> {
  if (!KEY_PATTERN.test(key)) return null;
  const shown = await isShown();
  const standsForPaper = key.endsWith(".png") ? inArray(renditions.assetId, await markAssetIds()) : undefined;
  const [found] = await db()
    .select(served)
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(
      and(
        eq(renditions.key, key),
        or(
          and(
            or(exists(liveUse()), exists(livePortrait(revisionBylines)), exists(livePortrait(revisionCredits))),
            shown,
          ),
          standsForPaper,
        ),
      ),
    )
    .limit(1);
  return found ? { ...servedFile(key, found), until: (shown && found.validUntil) || null } : null;
}

/** The rendition of this key, for staff: published or not. @throws Refusal "forbidden" */
export async function staffRendition(actor: Actor, key: string): Promise<ServedFile | null> {
  authorize(actor, "asset.read");
  return servedRendition(key);
}

/** The rendition of this key, if there is one. Whoever calls it has seen to it that the asker may have it. */
export async function servedRendition(key: string, only?: SQL): Promise<ServedFile | null> {
  if (!KEY_PATTERN.test(key)) return null;
  const [found] = await db()
    .select(served)
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(and(eq(renditions.key, key), only))
    .limit(1);
  return found ? servedFile(key, found) : null;
}

const served = { format: renditions.format, filename: assets.filename, validUntil: assets.validUntil };

/** A document is saved, under the name it came with: a browser that showed it might run what is in it. */
function servedFile(key: string, { format, filename }: { format: keyof typeof RENDITION_TYPES; filename: string }) {
  const saveAs = format === "pdf" ? filename.replace(/(?:\.pdf)?$/i, ".pdf") : undefined;
  return { key, file: renditionFile(key), type: RENDITION_TYPES[format], saveAs };
}

function liveUse() {
  return db()
    .select({ id: publications.id })
    .from(revisionAssets)
    .innerJoin(publications, eq(publications.revisionId, revisionAssets.revisionId))
    .where(and(eq(revisionAssets.assetId, renditions.assetId), isLive));
}

function livePortrait(credits: typeof revisionBylines | typeof revisionCredits) {
  return db()
    .select({ id: publications.id })
    .from(bylines)
    .innerJoin(credits, eq(credits.bylineId, bylines.id))
    .innerJoin(publications, eq(publications.revisionId, credits.revisionId))
    .where(and(eq(bylines.portraitAssetId, renditions.assetId), isLive));
}
