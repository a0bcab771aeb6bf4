import { and, eq, inArray } from "drizzle-orm";
import sharp, { type Sharp } from "sharp";
import { type Db, db } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import { MAX_PIXELS } from "@/domain/media/asset";
import { isInLibrary } from "@/domain/media/bin";
import { keepRendition, originalFile, renditionKey } from "@/domain/media/files";
import { Refusal } from "@/lib/refusal";
import { ICON_SIZES, LOGO_HEIGHTS, LOGO_WIDEST } from "./appearance";

/** A file made of a picture to stand for the paper, before its row is written. */
export type MadeMark = typeof renditions.$inferInsert;

/**
 * The files of a logo or an icon, in PNG so that transparency stays, on the disk once this returns. They are made when
 * the picture is chosen; one that was chosen before has them.
 * @param field what to name in a refusal.
 * @throws Refusal "invalid" if it is no picture of the library
 */
export async function makeMarks(assetId: string, kind: "logo" | "icon", field: string): Promise<MadeMark[]> {
  const [asset] = await db()
    .select({ hash: assets.hash })
    .from(assets)
    .where(and(eq(assets.id, assetId), eq(assets.kind, "picture"), isInLibrary));
  if (!asset) {
    const message = "This picture is not in the library.";
    throw new Refusal("invalid", message, { [field]: message });
  }
  if (await hasMarks(db(), assetId, kind)) return [];
  const original = sharp(originalFile(asset.hash), { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .autoOrient()
    .toColourspace("srgb");
  const sized =
    kind === "logo"
      ? LOGO_HEIGHTS.map((height) => logo(original, height))
      : ICON_SIZES.map((size) => icon(original, size));
  const made: MadeMark[] = [];
  for (const image of sized) {
    const { data, info } = await image.png({ palette: true, effort: 10 }).toBuffer({ resolveWithObject: true });
    const key = renditionKey(data, "png");
    await keepRendition(key, data);
    const crop = cropOf(kind);
    made.push({ key, assetId, crop, format: "png", width: info.width, height: info.height, bytes: data.length });
  }
  return made.filter((mark, at) => made.findIndex(({ key }) => key === mark.key) === at);
}

/** Writes the rows of what was made, unless somebody has meanwhile. */
export async function keepMarks(tx: Db, assetId: string, kind: "logo" | "icon", made: MadeMark[]): Promise<void> {
  if (made.length > 0 && !(await hasMarks(tx, assetId, kind))) await tx.insert(renditions).values(made);
}

async function hasMarks(tx: Db, assetId: string, kind: "logo" | "icon"): Promise<boolean> {
  const [found] = await tx
    .select({ id: renditions.id })
    .from(renditions)
    .where(and(eq(renditions.assetId, assetId), eq(renditions.crop, cropOf(kind)), inArray(renditions.format, ["png"])))
    .limit(1);
  return found !== undefined;
}

function cropOf(kind: "logo" | "icon") {
  return kind === "logo" ? ("whole" as const) : ("1x1" as const);
}

function logo(original: Sharp, height: number): Sharp {
  return original.clone().resize({ height, width: LOGO_WIDEST, fit: "inside", withoutEnlargement: true });
}

const APPLE = 180;

/** The whole picture in a square. Apple's home screens show what is transparent as black. */
function icon(original: Sharp, size: number): Sharp {
  const background = { r: 255, g: 255, b: 255, alpha: size === APPLE ? 1 : 0 };
  const square = original.clone().resize({ width: size, height: size, fit: "contain", background });
  return size === APPLE ? square.flatten({ background }) : square;
}
