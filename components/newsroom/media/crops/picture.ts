import type { PictureSources } from "@/domain/media/asset";
import { REGION_UNIT, type Region } from "@/domain/media/crop";
import type { Size } from "@/domain/media/framing";

/** A picture that is being framed: its original's pixels, and one file of the whole of it, from which every part is drawn. */
export type FramedPicture = { src: string; size: Size };

/** Where the crops of a picture stand on its page. */
export const CROPS_ID = "asset-crops";

/** As wide as parts of a picture need to look sharp while they are chosen, in pixels. */
const WIDE_ENOUGH = 1280;

/** The one file of a whole picture from which its parts are drawn, so that drawing them asks for nothing. */
export function fileToFrame(picture: PictureSources | undefined): string | undefined {
  if (!picture) return undefined;
  const { webp, jpeg } = picture.crops.whole;
  const files = webp.length > 0 ? webp : jpeg;
  return (files.find(({ width }) => width >= WIDE_ENOUGH) ?? files.at(-1))?.src;
}

/** Where a whole picture stands for a region of it to fill its frame, as CSS. */
export function behind({ left, top, width, height }: Region) {
  return {
    left: percent(-left / width),
    top: percent(-top / height),
    width: percent(REGION_UNIT / width),
    height: percent(REGION_UNIT / height),
  };
}

/** Where a region stands in its picture, as CSS. */
export function over({ left, top, width, height }: Region) {
  return {
    left: percent(left / REGION_UNIT),
    top: percent(top / REGION_UNIT),
    width: percent(width / REGION_UNIT),
    height: percent(height / REGION_UNIT),
  };
}

export function percent(fraction: number): string {
  return `${fraction * 100}%`;
}
