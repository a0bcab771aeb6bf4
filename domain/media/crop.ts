import { z } from "zod";

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
