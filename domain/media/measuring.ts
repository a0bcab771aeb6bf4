import sharp from "sharp";
import { MAX_PIXELS } from "./asset";
import { damaged } from "./damaged";
import { decodingStep, readHeader } from "./decoding";
import type { Pool } from "./pool";

/** Sides of what is looked at, and of the frequencies that are kept. */
const SIDE = 32;
const KEPT = 8;

/** Under this a picture has no pattern: one of flat colours looks like every other. */
const PATTERN = 40;

/** How much of each frequency a row of pixels has: the discrete cosine transform, from the first frequency on. */
const WAVES = Array.from({ length: KEPT }, (_, wave) =>
  Array.from({ length: SIDE }, (_, at) => Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * SIDE))),
);

/**
 * How a picture looks, in hexadecimal; null if it has no pattern by which it could be known. domain/media/likeness.ts says
 * of what use that is.
 * @throws Refusal "invalid" if it cannot be decoded
 */
export function measureLikeness(pool: Pool, file: string, signal?: AbortSignal): Promise<string | null> {
  return pool.admit(async () => {
    const header = await readHeader(file);
    if (!header) throw damaged();
    const pixels = await pool.run(decodingStep(header, { rank: "begin", signal }), () => smallest(file));
    return signsOf(pixels);
  });
}

async function smallest(file: string): Promise<Buffer> {
  try {
    return await sharp(file, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .flatten({ background: "#fff" })
      .greyscale()
      .resize(SIDE, SIDE, { fit: "fill" })
      .raw()
      .toBuffer();
  } catch (error) {
    throw Object.assign(damaged(), { cause: error });
  }
}

/** A picture most of which has one tone is a drawing: others of the same shape, in other colours, are no copies of it. */
const ONE_TONE = 0.6;
const NEARLY = 2;

function isDrawing(pixels: Buffer): boolean {
  const tones = new Array<number>(256).fill(0);
  for (const tone of pixels) tones[tone] = (tones[tone] ?? 0) + 1;
  const most = Math.max(
    ...tones.map((_, tone) =>
      tones.slice(Math.max(0, tone - NEARLY), tone + NEARLY + 1).reduce((sum, each) => sum + each, 0),
    ),
  );
  return most > pixels.length * ONE_TONE;
}

function signsOf(pixels: Buffer): string | null {
  if (isDrawing(pixels)) return null;
  const rows = Array.from({ length: SIDE }, (_, row) => pixels.subarray(row * SIDE, (row + 1) * SIDE));
  const across = rows.map((row) => WAVES.map((wave) => sumOf(wave, (at) => row[at] ?? 0)));
  const found = WAVES.flatMap((wave) => WAVES.map((_, column) => sumOf(wave, (row) => across[row]?.[column] ?? 0)));
  if (found.reduce((sum, each) => sum + Math.abs(each), 0) / found.length < PATTERN) return null;
  const middle = [...found].sort((a, b) => a - b)[found.length / 2] ?? 0;
  const bits = found.map((each) => (each > middle ? "1" : "0")).join("");
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
}

function sumOf(wave: number[], of: (at: number) => number): number {
  return wave.reduce((sum, factor, at) => sum + factor * of(at), 0);
}
