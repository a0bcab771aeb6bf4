import { z } from "zod";
import { jsonField } from "@/lib/json-field";

/** The named crops of a picture, and the ratio of width to height of each. */
export const RATIOS = {
  "16x9": 16 / 9,
  "4x3": 4 / 3,
  "5x4": 5 / 4,
  "4x5": 4 / 5,
  "1x1": 1,
  "3x2": 3 / 2,
} as const;
export type NamedCrop = keyof typeof RATIOS;
export const NAMED_CROPS = Object.keys(RATIOS) as [NamedCrop, ...NamedCrop[]];

/** A picture as it is, or one of its named crops. */
export type Crop = "whole" | NamedCrop;
export const CROPS: readonly [Crop, ...Crop[]] = ["whole", ...NAMED_CROPS];

/** What regions are measured in: ten-thousandths of the upright picture's width and height. */
export const REGION_UNIT = 10_000;

const Measure = z.int().min(0).max(REGION_UNIT);

/** A part of a picture, in REGION_UNIT. Whole numbers, so that one region has one name. */
export const Region = z
  .strictObject({ left: Measure, top: Measure, width: Measure.min(1), height: Measure.min(1) })
  .refine(({ left, width }) => left + width <= REGION_UNIT, "This part goes beyond the picture.")
  .refine(({ top, height }) => top + height <= REGION_UNIT, "This part goes beyond the picture.");
export type Region = z.infer<typeof Region>;

/** For each named crop the region that it shows; one that is left out is suggested by the program. */
export const Regions = z.partialRecord(z.enum(NAMED_CROPS), Region);
export type Regions = z.infer<typeof Regions>;

/** By what a region is known in the table of renditions; empty for none. */
export function regionKey(region: Region | undefined): string {
  return region ? [region.left, region.top, region.width, region.height].join(",") : "";
}

/** Something for each crop. */
export function eachCrop<T>(make: (crop: Crop) => T): Record<Crop, T> {
  return Object.fromEntries(CROPS.map((crop) => [crop, make(crop)])) as Record<Crop, T>;
}

/** A focal point, as fractions of width and height from the top left. */
export const Focus = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type Focus = z.infer<typeof Focus>;

/** All that decides which part of a picture its named crops show. */
export type Framing = {
  /** Pixels of the upright picture. */
  width: number;
  height: number;
  focus: Focus | null;
  /** Chosen by hand. */
  crops: Regions;
  /** What the program suggested when the picture came in; a picture from before that has none. */
  suggested: Regions;
};

/** The framing of an asset, from its row. */
export function framingOf(row: {
  width: number;
  height: number;
  focusX: number | null;
  focusY: number | null;
  crops: unknown;
  suggestedCrops: unknown;
}): Framing {
  const { width, height, focusX, focusY } = row;
  const focus = focusX === null || focusY === null ? null : { x: focusX, y: focusY };
  return { width, height, focus, crops: regionsIn(row.crops), suggested: regionsIn(row.suggestedCrops) };
}

function regionsIn(kept: unknown): Regions {
  return Regions.safeParse(kept).data ?? {};
}

/** The largest part of a picture in the ratio of a crop: how wide and high it is. */
export function largestIn({ width, height }: { width: number; height: number }, crop: NamedCrop) {
  const ratio = RATIOS[crop] / (width / height);
  const units = (share: number) => Math.max(1, Math.round(REGION_UNIT * Math.min(1, share)));
  return { width: units(ratio), height: units(1 / ratio) };
}

/** The largest part of a picture in the ratio of a crop whose middle is as near as can be to the focal point. */
export function regionAround(picture: { width: number; height: number }, crop: NamedCrop, focus: Focus): Region {
  const { width, height } = largestIn(picture, crop);
  const from = (middle: number, length: number) =>
    Math.max(0, Math.min(REGION_UNIT - length, Math.round(middle * REGION_UNIT - length / 2)));
  return { left: from(focus.x, width), top: from(focus.y, height), width, height };
}

/**
 * The part that a named crop of a picture shows wherever a story does not choose its own: what was chosen by hand, else
 * what stands around the focal point, else what was suggested. Undefined for a picture that came in before parts were suggested.
 */
export function regionFor(framing: Framing, crop: NamedCrop): Region | undefined {
  if (framing.crops[crop]) return framing.crops[crop];
  return framing.focus ? regionAround(framing, crop, framing.focus) : framing.suggested[crop];
}

/**
 * By what the renditions of a crop are known in the table of renditions: empty for the whole and for what was suggested.
 * @param own the part that a story chose for itself; else it shows what the library says.
 */
export function renditionRegion(framing: Framing, crop: Crop, own?: Region): string {
  if (crop === "whole") return "";
  const key = regionKey(own ?? regionFor(framing, crop));
  return key === regionKey(framing.suggested[crop]) ? "" : key;
}

/** Whether a part of a picture has the ratio of a crop, as nearly as whole units and fingers can. */
export function isInRatio({ width, height }: { width: number; height: number }, crop: NamedCrop, region: Region) {
  const ratio = (region.width * width) / (region.height * height) / RATIOS[crop];
  return ratio > 0.97 && ratio < 1.03;
}

/** What staff choose of a picture's framing: all of it, so that what is left out is as suggested. */
export const CropAsset = z.strictObject({ id: z.string().min(1).max(40), focus: Focus.nullable(), crops: Regions });
export type CropAsset = z.infer<typeof CropAsset>;

/** `CropAsset` as a form sends it. */
export const CropForm = z.object({
  id: CropAsset.shape.id,
  focus: z.preprocess(jsonField, Focus.nullable()),
  crops: z.preprocess(jsonField, Regions),
});

/** A part of a picture that a story is to show; without a region, what the library says. */
export const PrepareUse = z.strictObject({
  assetId: z.string().min(1).max(40),
  crop: z.enum(NAMED_CROPS),
  region: Region.nullish(),
});
export type PrepareUse = z.infer<typeof PrepareUse>;
