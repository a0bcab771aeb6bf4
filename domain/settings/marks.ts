import { and, eq, inArray } from "drizzle-orm";
import { type Db, db } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import { isInLibrary } from "@/domain/media/bin";
import { originalFile } from "@/domain/media/files";
import { makePngs } from "@/domain/media/pictures";
import type { PngSize } from "@/domain/media/pngs";
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
  const sizes = kind === "logo" ? LOGO_HEIGHTS.map(logoSize) : ICON_SIZES.map(iconSize);
  const pngs = await makePngs({ file: originalFile(asset.hash), sizes });
  const made = pngs.map((png): MadeMark => ({ ...png, assetId, crop: cropOf(kind), format: "png" }));
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

function logoSize(height: number): PngSize {
  return { width: LOGO_WIDEST, height, fit: "inside", isOpaque: false };
}

const APPLE = 180;

/** The whole picture in a square. Apple's home screens show what is transparent as black. */
function iconSize(size: number): PngSize {
  return { width: size, height: size, fit: "contain", isOpaque: size === APPLE };
}
