import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { type Db, db, transact } from "@/db/client";
import { assets, formerFiles, renditions, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { markAssetIds } from "@/domain/settings/published";
import { now } from "@/lib/clock";
import { Id } from "@/lib/id-field";
import { notFound, Refusal } from "@/lib/refusal";
import { type FormerFile, KIND_NAMES } from "./asset";
import { authorizeChange } from "./authority";
import { laddersOf, planCopies } from "./copies";
import { planCredentials } from "./credentials-planning";
import { cleanFilename } from "./filename";
import { type Incoming, incomingFrom, keepOriginal, withRoom } from "./files";
import { readUpload, removeUpload, uploadTurn, wholeUpload } from "./incoming";
import { indexAsset } from "./indexing";
import { type Inspected, type InspectedPicture, inspect } from "./inspection";
import { keepLikeness } from "./likeness";
import { likenessOf, makeCopies } from "./pictures";
import { showing } from "./showing";
import { LASTING } from "./taking";
import { termsOf } from "./terms";
import { keepPlayed } from "./upload";

export const ReplaceFile = z.strictObject({ id: Id, upload: Id });
export type ReplaceFile = z.infer<typeof ReplaceFile>;

type Asset = typeof assets.$inferSelect;

/**
 * Gives an asset another file of the same kind. What is said of it, its rights and all that uses it stay; so do its focus
 * and crops, where the new picture has the ratio of the old one. The old original is kept for thirty days; what was served
 * of it is served no more.
 * @throws Refusal "not-found", "forbidden"; "unsupported" for another kind, "conflict" if the library has this very file
 * or it stands for the paper; as takeUpload does
 */
export async function replaceFile(actor: Actor, { id, upload: uploadId }: ReplaceFile): Promise<Event> {
  const asset = await replaceable(db(), actor, id);
  await readUpload(actor, uploadId);
  const endTurn = await uploadTurn(uploadId, () => undefined);
  try {
    const upload = await wholeUpload(actor, uploadId);
    const incoming = await incomingFrom(upload.file);
    await refuseKnown(db(), incoming.hash);
    const inspected = await inspect(incoming.file);
    if (inspected.kind !== asset.kind) {
      const [is, wanted] = [KIND_NAMES[inspected.kind].one, KIND_NAMES[asset.kind].one];
      throw new Refusal("unsupported", `This is a ${is}: a ${wanted} can be replaced by a ${wanted} alone.`);
    }
    const made = await withRoom(async () => {
      const copies = await copiesOf(asset, incoming, inspected);
      await keepOriginal(incoming);
      return copies;
    });
    const event = await transact(async (tx) => {
      const present = await replaceable(tx, actor, id);
      if (present.hash !== asset.hash)
        throw new Refusal("conflict", "It was replaced meanwhile. Look at it once more.");
      if (made.had && namesOf(await laddersOf(tx, id)) !== namesOf(made.had)) {
        throw new Refusal("conflict", "It was cropped meanwhile. Try again.");
      }
      await refuseKnown(tx, incoming.hash);
      const { hash, filename, type, bytes } = present;
      const former = { assetId: id, hash, filename, type, bytes, replacedAt: now(), replacedBy: actor.id };
      await tx.insert(formerFiles).values(former);
      await tx.delete(renditions).where(eq(renditions.assetId, id));
      await tx.insert(renditions).values(made.files.map((file) => ({ ...file, assetId: id, madeAt: now() })));
      const file = { hash: incoming.hash, filename: cleanFilename(upload.filename), bytes: incoming.bytes };
      const { type: found, width, height } = inspected;
      await tx
        .update(assets)
        .set({ ...file, type: found, width, height, ...made.row })
        .where(eq(assets.id, id));
      if (asset.kind === "picture") {
        await keepLikeness(tx, id, made.likeness);
        await planCopies(tx, id);
        await planCredentials(tx, id);
      }
      await indexAsset(tx, id);
      return record(tx, actor, "asset.replaced", id, { ...(await showing(tx, id)), was: { hash, filename } });
    });
    await removeUpload(uploadId);
    return event;
  } catch (error) {
    // What was refused for what it is will never be taken; anything else may be tried again.
    if (error instanceof Refusal && LASTING.has(error.code)) await removeUpload(uploadId);
    throw error;
  } finally {
    await endTurn();
  }
}

async function replaceable(tx: Db, actor: Actor, id: string): Promise<Asset> {
  const [asset] = await tx
    .select()
    .from(assets)
    .where(and(eq(assets.id, id), isNull(assets.deletedAt)));
  if (!asset) throw notFound("file");
  await authorizeChange(tx, actor, asset);
  if ((await markAssetIds()).includes(id)) {
    throw new Refusal("conflict", "This is the paper’s logo or icon. Choose another one in the settings instead.");
  }
  return asset;
}

async function refuseKnown(tx: Db, hash: string): Promise<void> {
  const [known] = await tx.select({ filename: assets.filename }).from(assets).where(eq(assets.hash, hash));
  if (known) throw new Refusal("conflict", `This very file is in the library already, as “${known.filename}”.`);
}

/** The copies of the new file, on the disk, and what of the asset's row goes with it. */
async function copiesOf(asset: Asset, incoming: Incoming, inspected: Inspected) {
  if (inspected.kind === "picture") return pictureOf(asset, incoming, inspected);
  const file = await keepPlayed(incoming, inspected);
  return { row: { duration: inspected.duration }, files: [file], likeness: null, had: null };
}

/** How far ratios of the same shape may differ: pixels are whole. */
const NEARLY = 0.01;

async function pictureOf(asset: Asset, { file }: Incoming, { width, height, isAnimated }: InspectedPicture) {
  const sameShape = Math.abs((width * asset.height) / (height * asset.width) - 1) < NEARLY;
  const framing = sameShape ? {} : { focusX: null, focusY: null, crops: null };
  // What a story chose for itself is made too, and what is suggested is suggested anew.
  const had = await laddersOf(db(), asset.id);
  const byHand = new Set(sameShape ? had.map(({ key }) => key) : await ownRegions(asset.id, asset));
  const ladders = had.map((ladder) =>
    byHand.has(ladder.key) && ladder.key ? ladder : { ...ladder, region: null, key: "" },
  );
  const unique = ladders.filter(
    (ladder, at) => ladders.findIndex(({ crop, key }) => crop === ladder.crop && key === ladder.key) === at,
  );
  const order = { file, extent: "first", isUrgent: true, terms: termsOf(asset) } as const;
  const { suggested, files } = await makeCopies({ ...order, ladders: unique });
  const likeness = await likenessOf(file);
  const row = { ...framing, isAnimated, suggestedCrops: suggested, copiesSay: null, credentials: null };
  return { row, files, likeness, had };
}

/** What copies a picture has, as a word: another one once a part was made besides. */
function namesOf(ladders: readonly { crop: string; key: string }[]): string {
  return ladders
    .map(({ crop, key }) => `${crop} ${key}`)
    .sort()
    .join("; ");
}

/** The regions that are some story's own, and none of the library's. */
async function ownRegions(assetId: string, asset: Asset): Promise<string[]> {
  const library = new Set(Object.values((asset.crops ?? {}) as Record<string, unknown>).map(regionName));
  const rows = await db()
    .selectDistinct({ region: renditions.region })
    .from(renditions)
    .where(and(eq(renditions.assetId, assetId), ne(renditions.region, ""), isNull(renditions.replacedAt)));
  // Around a focal point that is forgotten nothing is cut.
  return asset.focusX === null ? rows.map(({ region }) => region).filter((region) => !library.has(region)) : [];
}

function regionName(region: unknown): string {
  const { left, top, width, height } = region as Record<string, number>;
  return [left, top, width, height].join(",");
}

/** The files that an asset had before, the newest first. @throws Refusal "forbidden" */
export async function listFormerFiles(actor: Actor, assetId: string): Promise<FormerFile[]> {
  authorize(actor, "asset.read");
  return db()
    .select({
      id: formerFiles.id,
      filename: formerFiles.filename,
      bytes: formerFiles.bytes,
      replacedAt: formerFiles.replacedAt,
      by: staff.name,
    })
    .from(formerFiles)
    .innerJoin(staff, eq(staff.id, formerFiles.replacedBy))
    .where(eq(formerFiles.assetId, assetId))
    .orderBy(desc(formerFiles.replacedAt));
}
