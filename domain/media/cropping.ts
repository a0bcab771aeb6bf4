import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound, Refusal } from "@/lib/refusal";
import { type CropSources, inRegions, RENDITION_FORMATS } from "./asset";
import { authorizeChange } from "./authority";
import { ALWAYS_CROPPED, findPicture, keepCopies, ladderOf, planCopies } from "./copies";
import { type Crop, type CropAsset, framingOf, isInRatio, NAMED_CROPS, type PrepareUse, type Regions } from "./crop";
import type { Ladder } from "./encoding";
import { originalFile } from "./files";
import { makeCopies } from "./pictures";
import { showing } from "./showing";
import { sourcesOf } from "./sources";
import { termsOf, termsText } from "./terms";

type Picture = typeof assets.$inferSelect;

/**
 * Chooses which part of a picture its crops show, wherever a story does not choose its own. The copies are on the disk
 * before anything is written, so that the next request shows them; the ones of before stay for a while, and undoing it
 * makes none anew.
 * @throws Refusal "not-found", "forbidden", "invalid" for a part that has not the ratio of its crop; "busy"
 */
export async function cropAsset(actor: Actor, { id, focus, crops }: CropAsset): Promise<Event> {
  const asset = await readPicture(db(), id);
  await authorizeChange(db(), actor, asset);
  refuseOutOfRatio(asset, crops);
  const framing = { ...framingOf(asset), focus, crops };
  const shown = [...new Set<Crop>([...ALWAYS_CROPPED, ...(await croppedAlready(id))])];
  const kept = await make(
    asset,
    shown.map((crop) => ladderOf(framing, crop)),
  );
  return transact(async (tx) => {
    await authorizeChange(tx, actor, asset);
    await kept(tx);
    const chosen = Object.keys(crops).length > 0 ? crops : null;
    await tx
      .update(assets)
      .set({ focusX: focus?.x ?? null, focusY: focus?.y ?? null, crops: chosen })
      .where(eq(assets.id, id));
    return record(tx, actor, "asset.cropped", id, await showing(tx, id));
  });
}

/**
 * Makes the copies of a part of a picture that one story is to show; without a region, of what the library says.
 * @returns its files: they are there, and are no copies of it made twice
 * @throws Refusal "not-found", "forbidden", "invalid" for a part that has not the ratio of its crop; "busy"
 */
export async function prepareUse(actor: Actor, { assetId, crop, region }: PrepareUse): Promise<CropSources> {
  authorize(actor, "asset.read");
  const asset = await readPicture(db(), assetId);
  if (region) refuseOutOfRatio(asset, { [crop]: region });
  const ladder = ladderOf(framingOf(asset), crop, region ?? undefined);
  const kept = await make(asset, [ladder]);
  await transact(kept);
  const sources = (await sourcesOf([assetId], [crop])).get(assetId);
  if (!sources) throw notFound("picture");
  return inRegions(sources, region ? { [crop]: region } : null).crops[crop];
}

/**
 * Makes the copies of those ladders of which there are none.
 * @returns what writes their rows
 */
async function make(asset: Picture, ladders: Ladder[]): Promise<(tx: Db) => Promise<void>> {
  const there = await db()
    .selectDistinct({ crop: renditions.crop, region: renditions.region })
    .from(renditions)
    .where(current(asset.id));
  const missing = ladders.filter(({ crop, key }) => !there.some((had) => had.crop === crop && had.region === key));
  if (missing.length === 0) {
    return async (tx) => {
      await presentOf(tx, asset);
    };
  }
  const terms = termsOf(asset);
  const file = originalFile(asset.hash);
  const made = await makeCopies({ file, ladders: missing, extent: "all", isUrgent: true, terms });
  return async (tx) => {
    const present = await presentOf(tx, asset);
    await keepCopies(tx, asset.id, made.files);
    // What was suggested for a picture from before is known only now.
    if (!present.suggestedCrops && Object.keys(made.suggested).length > 0) {
      await tx.update(assets).set({ suggestedCrops: made.suggested }).where(eq(assets.id, asset.id));
    }
    // Its terms may have changed while these were made.
    if (termsText(present) === termsText(terms)) return;
    await tx.update(assets).set({ copiesSay: null }).where(eq(assets.id, asset.id));
    await planCopies(tx, asset.id);
  };
}

/** The picture as it is now. @throws Refusal "conflict" if it has got another file since */
async function presentOf(tx: Db, asset: Picture): Promise<Picture> {
  const present = await readPicture(tx, asset.id);
  if (present.hash === asset.hash) return present;
  throw new Refusal("conflict", "The file of this picture was replaced just now. Reload the page.");
}

/** @throws Refusal "not-found" also for one that is in the bin */
async function readPicture(tx: Db, id: string): Promise<Picture> {
  const asset = await findPicture(tx, id);
  if (!asset || asset.deletedAt) throw notFound("picture");
  return asset;
}

function refuseOutOfRatio(asset: Picture, regions: Regions): void {
  for (const crop of NAMED_CROPS) {
    const region = regions[crop];
    if (!region || isInRatio(asset, crop, region)) continue;
    throw new Refusal("invalid", `The part chosen for ${crop.replace("x", ":")} has not that ratio.`);
  }
}

/** The crops of which a picture has copies. */
async function croppedAlready(assetId: string): Promise<Crop[]> {
  const had = await db().selectDistinct({ crop: renditions.crop }).from(renditions).where(current(assetId));
  return had.map(({ crop }) => crop).filter((crop) => crop !== "whole");
}

function current(assetId: string) {
  return and(
    eq(renditions.assetId, assetId),
    inArray(renditions.format, [...RENDITION_FORMATS]),
    isNull(renditions.replacedAt),
  );
}
