import sharp, { type Sharp } from "sharp";
import { MAX_PIXELS } from "./asset";
import { damaged } from "./damaged";
import { decodingStep, readHeader } from "./decoding";
import { keepRendition, renditionKey } from "./files";
import type { Pool } from "./pool";

/** Copies of a picture in PNG, so that transparency stays. */
export type PngOrder = { file: string; sizes: PngSize[] };

export type PngSize = {
  width: number;
  height: number;
  /** Whether it is made to fit into the size, or stands in the middle of it. */
  fit: "inside" | "contain";
  /** Whether what is transparent becomes white. */
  isOpaque: boolean;
};

/** A PNG that is on the disk. */
export type MadePng = { key: string; width: number; height: number; bytes: number };

/** Makes PNG copies of a picture and keeps them. @throws Refusal "invalid" if it cannot be decoded */
export function makePngs(pool: Pool, { file, sizes }: PngOrder, signal?: AbortSignal): Promise<MadePng[]> {
  return pool.admit(async () => {
    const header = await readHeader(file);
    if (!header) throw damaged();
    const made: MadePng[] = [];
    for (const size of sizes) {
      const { data, info } = await pool.run(decodingStep(header, { rank: "begin", signal }), () =>
        sizedTo(upright(file), size).png({ palette: true, effort: 10 }).toBuffer({ resolveWithObject: true }),
      );
      const key = renditionKey(data, "png");
      await keepRendition(key, data);
      made.push({ key, width: info.width, height: info.height, bytes: data.length });
    }
    return made;
  });
}

function upright(file: string): Sharp {
  return sharp(file, { limitInputPixels: MAX_PIXELS, failOn: "error" }).autoOrient().toColourspace("srgb");
}

function sizedTo(image: Sharp, { width, height, fit, isOpaque }: PngSize): Sharp {
  if (fit === "inside") return image.resize({ width, height, fit, withoutEnlargement: true });
  const background = { r: 255, g: 255, b: 255, alpha: isOpaque ? 1 : 0 };
  const square = image.resize({ width, height, fit, background });
  return isOpaque ? square.flatten({ background }) : square;
}
