import { type Focus, type NamedCrop, REGION_UNIT, type Region } from "@/domain/media/crop";
import { pixelsOf, type Size } from "@/domain/media/framing";

/** What each crop is called. */
export const CROP_NAMES: Record<NamedCrop, string> = {
  "16x9": "16:9",
  "4x3": "4:3",
  "5x4": "5:4",
  "4x5": "4:5",
  "1x1": "1:1",
  "3x2": "3:2",
};

/** Where readers meet each crop. */
export const CROP_PLACES: Record<NamedCrop, string> = {
  "16x9": "Lead and feature cards, shared links",
  "4x3": "Cards in columns and lists, search",
  "5x4": "In stories that ask for it",
  "4x5": "Upright, in stories that ask for it",
  "1x1": "Portraits, opinion, search engines",
  "3x2": "In stories that ask for it",
};

const NUMBER = new Intl.NumberFormat("en-GB");

/** How large a part of a picture is. */
export function pixelWords(size: Size, region: Region): string {
  const { width, height } = pixelsOf(size, region);
  return `${NUMBER.format(width)} × ${NUMBER.format(height)} pixels`;
}

/** Where a part of a picture is and how large, for those who do not see it. */
export function regionWords(size: Size, region: Region): string {
  const { width, height } = pixelsOf(size, region);
  return `${hundredths(region.left)} % from the left, ${hundredths(region.top)} % from the top, ${NUMBER.format(width)} by ${NUMBER.format(height)} pixels`;
}

/** Where a point of a picture is, for those who do not see it. */
export function pointWords({ x, y }: Focus): string {
  return `${Math.round(x * 100)} % from the left, ${Math.round(y * 100)} % from the top`;
}

function hundredths(units: number): number {
  return Math.round((units / REGION_UNIT) * 100);
}
