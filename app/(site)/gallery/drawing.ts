import type { CropSources, PictureSources } from "@/domain/media/asset";
import { eachCrop, RATIOS } from "@/domain/media/crop";

const WIDTH = 1200;

/** A picture that is drawn in its own address, so that the gallery needs no library. */
export function drawing(assetId: string, sky: string, ground: string): PictureSources {
  const crops = eachCrop((crop) =>
    drawn(sky, ground, WIDTH, Math.round(WIDTH / (crop === "whole" ? RATIOS["3x2"] : RATIOS[crop]))),
  );
  return { assetId, alt: "", caption: "", credit: "", isAnimated: false, crops };
}

function drawn(sky: string, ground: string, width: number, height: number): CropSources {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${sky}"/><circle cx="68%" cy="38%" r="16%" fill="#f4e7c5"/><rect y="62%" width="100%" height="38%" fill="${ground}"/></svg>`;
  return {
    width,
    height,
    avif: [],
    webp: [],
    jpeg: [{ src: `data:image/svg+xml,${encodeURIComponent(svg)}`, width, height }],
  };
}
