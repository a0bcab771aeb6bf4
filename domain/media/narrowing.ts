import { and, eq, gt, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { AssetQuestion } from "@/db/asset-search";
import { db } from "@/db/client";
import {
  assetEntries,
  assetKeywords,
  bylines,
  collectionAssets,
  draftAssets,
  publications,
  revisionAssets,
} from "@/db/schema";
import { isLive } from "@/domain/articles/live";
import { readQuery } from "@/domain/search/query";
import { markAssetIds, readPublication } from "@/domain/settings/published";
import { now } from "@/lib/clock";
import { dayNamed } from "@/lib/time";
import { shelf } from "./indexing";
import type { LibraryQuery } from "./library";
import { LAPSES_SOON } from "./rights";

/** What a query asks of the index. */
export async function questionOf(query: LibraryQuery): Promise<AssetQuestion> {
  const { q, kind, by, lacks, shape, wide, moving, bin, rights } = query;
  const zone = (await readPublication())?.timeZone ?? "UTC";
  const shelves = [
    bin ? shelf.bin : shelf.library,
    kind && shelf.kind(kind),
    by && shelf.by(by.replace(/[^a-z0-9]/g, "")),
    lacks && shelf.lacks(lacks),
    shape && shelf.shape(shape),
    wide && shelf.width(wide),
    moving && shelf.moving,
    rights === "restricted" && shelf.restricted,
  ];
  return {
    ...readQuery(q),
    shelves: shelves.filter((word) => typeof word === "string"),
    from: query.from ? dayNamed(query.from, zone)?.start : undefined,
    before: query.to ? dayNamed(query.to, zone)?.end : undefined,
    among: [...standingIn(query), ...takenWithin(query), ...withRights(rights)],
    notAmong:
      rights === "usable"
        ? [entries(lte(assetEntries.validUntil, now())), entries(gt(assetEntries.validFrom, now()))]
        : [],
    where: query.used ? [await usedOrNot(query.used === "yes")] : [],
  };
}

function entries(where: SQL | undefined): SQL {
  return db().select({ id: assetEntries.id }).from(assetEntries).where(where).getSQL();
}

function standingIn({ collection, keyword }: LibraryQuery): SQL[] {
  const rows = db().select({ id: assetEntries.id }).from(assetEntries);
  const within = [];
  if (collection) {
    const { assetId, collectionId } = collectionAssets;
    within.push(
      db()
        .select({ id: assetEntries.id })
        .from(collectionAssets)
        .innerJoin(assetEntries, eq(assetEntries.assetId, assetId))
        .where(eq(collectionId, collection))
        .getSQL(),
    );
  }
  if (keyword) {
    within.push(
      rows
        .innerJoin(assetKeywords, eq(assetKeywords.assetId, assetEntries.assetId))
        .where(eq(assetKeywords.keyword, keyword))
        .getSQL(),
    );
  }
  return within;
}

/** A day of the camera's clock is the beginning of what it wrote. */
function takenWithin({ takenFrom, takenTo }: LibraryQuery): SQL[] {
  if (!takenFrom && !takenTo) return [];
  return [
    entries(
      and(
        takenFrom ? gte(assetEntries.takenAt, takenFrom) : undefined,
        takenTo ? lt(assetEntries.takenAt, `${takenTo}U`) : undefined,
      ),
    ),
  ];
}

function withRights(rights: LibraryQuery["rights"]): SQL[] {
  const at = now();
  const { validFrom, validUntil } = assetEntries;
  if (rights === "lapsed") return [entries(lte(validUntil, at))];
  if (rights === "not-yet") return [entries(and(gt(validFrom, at), or(isNull(validUntil), gt(validUntil, at))))];
  if (rights !== "lapses-soon") return [];
  const soon = new Date(at.getTime() + LAPSES_SOON);
  return [entries(and(gt(validUntil, at), lte(validUntil, soon), or(isNull(validFrom), lte(validFrom, at))))];
}

/** That something shows an asset: a draft, what readers see, a portrait, the paper's own marks. */
export async function isUsed(assetId: SQL): Promise<SQL<number>> {
  const marks = await markAssetIds();
  const live = sql`exists (select 1 from ${revisionAssets}
    join ${publications} on ${publications.revisionId} = ${revisionAssets.revisionId} and ${isLive}
    where ${revisionAssets.assetId} = ${assetId})`;
  return sql<number>`(exists (select 1 from ${draftAssets} where ${draftAssets.assetId} = ${assetId}) or ${live}
    or exists (select 1 from ${bylines} where ${bylines.portraitAssetId} = ${assetId})
    or ${assetId} in (${sql.join(
      marks.map((id) => sql`${id}`),
      sql`, `,
    )}))`;
}

async function usedOrNot(used: boolean): Promise<SQL> {
  const isShown = await isUsed(sql`${assetEntries.assetId}`);
  return used ? isShown : sql`not ${isShown}`;
}
