import { type Focus, type Framing, type NamedCrop, RATIOS, REGION_UNIT, type Region, regionAround } from "./crop";

/**
 * How parts of a picture are framed: pure geometry, in REGION_UNIT of the upright original. Whatever is asked, what comes
 * lies within the picture and has the ratio of its crop as nearly as whole units allow.
 */

/** Pixels of the upright original. */
export type Size = Pick<Framing, "width" | "height">;

/** The narrowest part of a picture that may be chosen, in pixels of the original, where the picture has as many. */
export const SMALLEST_CROP = 200;

/** How wide, in pixels, the widest place is where readers see each crop: on cards, shared links, or in a story's column. */
export const WIDEST_PLACE: Record<NamedCrop, number> = {
  "16x9": 1200,
  "4x3": 960,
  "5x4": 960,
  "4x5": 960,
  "1x1": 640,
  "3x2": 960,
};

/** Where a region of a crop comes from. */
export type Origin = "suggested" | "focus" | "hand";

export const CENTRE: Focus = { x: 0.5, y: 0.5 };

/** The width of a region whose height is one unit. */
function unitRatio({ width, height }: Size, crop: NamedCrop): number {
  return (RATIOS[crop] * height) / width;
}

/** A measure of this width, or the largest or smallest that may be. */
function measured(size: Size, crop: NamedCrop, width: number): Pick<Region, "width" | "height"> {
  const ratio = unitRatio(size, crop);
  const largest = Math.min(REGION_UNIT, REGION_UNIT * ratio);
  const smallest = Math.min(largest, Math.ceil((SMALLEST_CROP / size.width) * REGION_UNIT));
  const wanted = Math.round(within(width, smallest, largest));
  return {
    width: within(wanted, 1, REGION_UNIT),
    height: within(Math.round(Math.min(largest, wanted) / ratio), 1, REGION_UNIT),
  };
}

/** How wide a region of this crop may be, in REGION_UNIT. */
export function widthsOf(size: Size, crop: NamedCrop): { smallest: number; largest: number } {
  return { smallest: measured(size, crop, 0).width, largest: measured(size, crop, REGION_UNIT).width };
}

/** Such a region moved by so many units; it stops at the picture's edges. */
export function moved(region: Region, across: number, down: number): Region {
  return placed(region, region.left + across, region.top + down);
}

/** A region of another width about the same middle, pushed inwards where it would leave the picture. */
export function resized(size: Size, crop: NamedCrop, region: Region, width: number): Region {
  const { left, top } = region;
  return centred(measured(size, crop, width), left + region.width / 2, top + region.height / 2);
}

export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";

/** A region whose corner is dragged to a point, in fractions, as far as its ratio allows; the opposite corner stays. */
export function dragged(size: Size, crop: NamedCrop, region: Region, corner: Corner, to: Focus): Region {
  const [isTop, isLeft] = [corner.startsWith("top"), corner.endsWith("left")];
  const fixed = {
    x: isLeft ? region.left + region.width : region.left,
    y: isTop ? region.top + region.height : region.top,
  };
  const room = {
    x: isLeft ? fixed.x : REGION_UNIT - fixed.x,
    y: isTop ? fixed.y : REGION_UNIT - fixed.y,
  };
  const ratio = unitRatio(size, crop);
  const across = (to.x * REGION_UNIT - fixed.x) * (isLeft ? -1 : 1);
  const down = (to.y * REGION_UNIT - fixed.y) * (isTop ? -1 : 1);
  // Not rounded beyond the room that there is.
  const most = Math.floor(Math.min(room.x, room.y * ratio));
  const made = measured(size, crop, Math.min(Math.max(across, down * ratio), most));
  return placed(made, isLeft ? fixed.x - made.width : fixed.x, isTop ? fixed.y - made.height : fixed.y);
}

/**
 * A region of this crop as near as may be to one that was kept: as it is where it has the crop's ratio, within a pixel, and
 * else made anew about its middle, such as when the file was replaced by one of another shape.
 */
export function fitted(size: Size, crop: NamedCrop, region: Region): Region {
  const { width, height } = pixelsOf(size, region);
  if (Math.abs(width - height * RATIOS[crop]) <= 1 + (size.width + size.height) / REGION_UNIT) return region;
  return resized(size, crop, region, region.width);
}

/** What a crop shows, and why: chosen by hand, about the focal point, or suggested; what came in before that, its middle. */
export function framed(framing: Framing, crop: NamedCrop): { region: Region; origin: Origin } {
  const { crops, focus, suggested } = framing;
  if (crops[crop]) return { region: fitted(framing, crop, crops[crop]), origin: "hand" };
  if (focus) return { region: regionAround(framing, crop, focus), origin: "focus" };
  return { region: suggested[crop] ?? regionAround(framing, crop, CENTRE), origin: "suggested" };
}

/** How many pixels of the original a region has. */
export function pixelsOf(size: Size, region: Region): Size {
  return {
    width: Math.round((region.width * size.width) / REGION_UNIT),
    height: Math.round((region.height * size.height) / REGION_UNIT),
  };
}

/** Whether a region has fewer pixels than the widest place needs where readers see its crop. */
export function isTooSmall(size: Size, crop: NamedCrop, region: Region): boolean {
  return pixelsOf(size, region).width < WIDEST_PLACE[crop];
}

function centred({ width, height }: Pick<Region, "width" | "height">, x: number, y: number): Region {
  return placed({ width, height }, x - width / 2, y - height / 2);
}

function placed({ width, height }: Pick<Region, "width" | "height">, left: number, top: number): Region {
  return {
    left: within(Math.round(left), 0, REGION_UNIT - width),
    top: within(Math.round(top), 0, REGION_UNIT - height),
    width,
    height,
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
