import { stat } from "node:fs/promises";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import { record } from "@/domain/events/record";
import { type Job, planJobIn } from "@/domain/jobs/queue";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { RENDITION_FORMATS } from "./asset";
import { type Crop, type Framing, framingOf, type NamedCrop, type Region, regionFor, renditionRegion } from "./crop";
import type { Ladder, Made } from "./encoding";
import { originalFile } from "./files";
import { makeCopies } from "./pictures";
import { showing } from "./showing";
import { termsOf, termsText } from "./terms";

/** The job that makes the copies of a picture what they should be. */
export const COPIES_JOB = "make-copies";

/** The crops of which every picture has copies; of the others it has them once a story asks. */
export const ALWAYS_CROPPED: readonly NamedCrop[] = ["1x1", "4x3", "16x9"];

/** Of which renditions a picture is shown: what stands for a paper, and what is played, has formats of its own. */
const isCopy = inArray(renditions.format, [...RENDITION_FORMATS]);

/**
 * Plans, in the transaction of whatever makes it needed, that a picture's copies are made: the rest of a new one's, or all
 * anew after its terms changed. Where there is nothing to do, the job does nothing.
 */
export function planCopies(tx: Db, assetId: string): Promise<void> {
  return planJobIn(tx, { id: `${COPIES_JOB}-${newId()}`, kind: COPIES_JOB, payload: { assetId }, runAt: now() });
}

/** One crop as a ladder. @param own the part that a story chose for itself; else what the library says. */
export function ladderOf(framing: Framing, crop: Crop, own?: Region): Ladder {
  const key = renditionRegion(framing, crop, own);
  const region = crop === "whole" ? null : (own ?? regionFor(framing, crop) ?? null);
  return { crop, region, key };
}

/** What every picture has: the whole and three crops, as the library says; of a new one as it is suggested. */
export function servedLadders(framing: Framing | null): Ladder[] {
  const crops: Crop[] = ["whole", ...ALWAYS_CROPPED];
  return crops.map((crop) => (framing ? ladderOf(framing, crop) : { crop, region: null, key: "" }));
}

/**
 * Makes all copies of a picture that there should be and that say what the library says. Those that were there stay until
 * then; and their files after that, for the pages that are open. Done twice it does nothing.
 */
export async function finishCopies({ payload }: Pick<Job, "payload">): Promise<void> {
  const assetId = String(payload.assetId);
  const asset = await findPicture(db(), assetId);
  if (!asset) return;
  const terms = termsOf(asset);
  const text = termsText(terms);
  if (asset.copiesSay === text) return;
  const ladders = await laddersOf(db(), assetId);
  const order = { file: originalFile(asset.hash), extent: "all", isUrgent: false, terms } as const;
  // It was deleted for good.
  if (!(await isThere(order.file))) return;
  const made = await makeCopies({ ...order, ladders });
  await transact(async (tx) => {
    const present = await findPicture(tx, assetId);
    // Its file may have been replaced meanwhile: then another job is planned for that one.
    if (present?.hash !== asset.hash) return;
    await replaceCopies(tx, assetId, ladders, made);
    // Somebody may have chosen a crop meanwhile, whose copies carry the terms of before.
    const isWhole = (await laddersOf(tx, assetId)).every(({ crop, key }) =>
      ladders.some((ladder) => ladder.crop === crop && ladder.key === key),
    );
    if (!isWhole) await planCopies(tx, assetId);
    await tx
      .update(assets)
      .set({
        copiesSay: isWhole ? text : null,
        ...(present.suggestedCrops ? {} : { suggestedCrops: made.suggested }),
      })
      .where(eq(assets.id, assetId));
    await record(tx, null, "asset.rendered", assetId, await showing(tx, assetId));
  });
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

/** All ladders that a picture has, and those it should have. */
export async function laddersOf(tx: Db, assetId: string): Promise<Ladder[]> {
  const asset = await findPicture(tx, assetId);
  if (!asset) return [];
  const framing = framingOf(asset);
  const had = await tx
    .selectDistinct({ crop: renditions.crop, key: renditions.region })
    .from(renditions)
    .where(and(eq(renditions.assetId, assetId), isCopy, isNull(renditions.replacedAt)));
  const ladders = servedLadders(framing);
  for (const { crop, key } of had) {
    if (ladders.some((ladder) => ladder.crop === crop && ladder.key === key)) continue;
    const region = crop === "whole" ? null : key ? regionOf(key) : (framing.suggested[crop] ?? null);
    ladders.push({ crop, region, key });
  }
  return ladders;
}

/** The region that a key was made of. */
function regionOf(key: string): Region {
  const [left = 0, top = 0, width = 1, height = 1] = key.split(",").map(Number);
  return { left, top, width, height };
}

/** Puts new copies of these ladders in the place of those that were there. */
async function replaceCopies(tx: Db, assetId: string, ladders: Ladder[], { files }: Made): Promise<void> {
  for (const { crop, key: region } of ladders) {
    const made = files.filter((file) => file.crop === crop && file.region === region);
    const ofLadder = and(
      eq(renditions.assetId, assetId),
      eq(renditions.crop, crop),
      eq(renditions.region, region),
      isCopy,
      isNull(renditions.replacedAt),
    );
    const keys = made.map(({ key }) => key);
    await tx
      .update(renditions)
      .set({ replacedAt: now() })
      .where(and(ofLadder, notInArray(renditions.key, keys)));
    await keepCopies(tx, assetId, made);
  }
}

/** Writes the rows of copies that are on the disk, but for those that are there. */
export async function keepCopies(tx: Db, assetId: string, files: Made["files"]): Promise<void> {
  if (files.length === 0) return;
  const there = await tx
    .select({ key: renditions.key, crop: renditions.crop, region: renditions.region })
    .from(renditions)
    .where(and(eq(renditions.assetId, assetId), isCopy, isNull(renditions.replacedAt)));
  const isThere = (file: Made["files"][number]) =>
    there.some(({ key, crop, region }) => key === file.key && crop === file.crop && region === file.region);
  const missing = files.filter((file) => !isThere(file));
  if (missing.length > 0)
    await tx.insert(renditions).values(missing.map((file) => ({ ...file, assetId, madeAt: now() })));
}

/** The row of a picture; undefined for anything else. */
export async function findPicture(tx: Db, assetId: string) {
  const [asset] = await tx
    .select()
    .from(assets)
    .where(and(eq(assets.id, assetId), eq(assets.kind, "picture")));
  return asset;
}
