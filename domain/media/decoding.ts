import sharp, { type Sharp } from "sharp";
import { MAX_ANIMATED_PIXELS, MAX_PIXELS } from "./asset";
import { largestIn, NAMED_CROPS, REGION_UNIT, type Region, type Regions } from "./crop";
import { damaged } from "./damaged";
import type { Pool, Step } from "./pool";

/** What a picture's header says. Width and height are those of one frame, held upright. */
export type Header = {
  format: string;
  /** The codec inside a HEIF file. */
  compression: string | undefined;
  width: number;
  height: number;
  frames: number;
  /** Whether all of it has to be in memory before its first line can be read. */
  isHeldWhole: boolean;
};

/** Decoded pixels: upright, opaque, sRGB, eight bits; without any metadata. */
export type Pixels = { data: Buffer; width: number; height: number };

/** The largest copy that is kept, in pixels. It is bounded by its width: a tall graphic stays readable. */
export const WIDEST = 1920;
const TALLEST = 8000;

/** From how many pixels a picture is decoded alone: those that are read line by line, and those that are held whole. */
const ALONE_FROM = { streamed: 40_000_000, held: 16_000_000 };

/** How long one picture may take to decode, in seconds. */
const DECODE_SECONDS = 60;

/** A width, in pixels, at which libvips looks for what draws the eye: enough for it, and quick. */
const ATTENTION_WIDTH = 320;

/** Formats whose decoders give nothing before they have everything. */
const HELD_WHOLE = new Set(["webp", "heif", "gif"]);

/** The header as libvips reads it; null if it cannot. Its own limit on pixels is off: ours says more. */
export async function readHeader(file: string): Promise<Header | null> {
  try {
    const { format, compression, autoOrient, pages, isProgressive } = await sharp(file, {
      limitInputPixels: false,
    }).metadata();
    const isHeldWhole = isProgressive || HELD_WHOLE.has(format);
    return { format, compression, ...autoOrient, frames: pages ?? 1, isHeldWhole };
  } catch {
    return null;
  }
}

/** How a picture waits for its decoding. */
export function decodingStep({ width, height, isHeldWhole }: Header, step: Step): Step {
  const pixels = width * height;
  return { ...step, alone: pixels > (isHeldWhole ? ALONE_FROM.held : ALONE_FROM.streamed) };
}

/**
 * The whole of a picture, no larger than the largest copy; of one that moves its first frame.
 * @throws Refusal "invalid" if it cannot be decoded to the last line
 */
export async function decodeWhole(pool: Pool, step: Step, file: string, header: Header): Promise<Pixels> {
  const { width, height } = header;
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  const size = { width: atLeastOne(width * scale), height: atLeastOne(height * scale) };
  return pool.run(decodingStep(header, step), () => decode(upright(file).resize({ ...size, fit: "fill" })));
}

/** A part of a picture from its file, at most this wide: for parts that are small in the whole and larger in the file. */
export async function decodeRegion(
  pool: Pool,
  step: Step,
  { file, header, region, widest }: { file: string; header: Header; region: Region; widest: number },
): Promise<Pixels> {
  const area = areaOf(region, header);
  const size = { width: Math.min(area.width, widest), height: atLeastOne((area.height * widest) / area.width) };
  return pool.run(decodingStep(header, step), () =>
    decode(
      upright(file)
        .extract(area)
        .resize(area.width > widest ? { ...size, fit: "fill" } : {}),
    ),
  );
}

/** All frames of a picture that moves, at a width: to be encoded at once. */
export function openFrames(file: string): Sharp {
  return sharp(file, { animated: true, limitInputPixels: MAX_ANIMATED_PIXELS, failOn: "error" }).timeout({
    seconds: DECODE_SECONDS,
  });
}

function upright(file: string): Sharp {
  return sharp(file, { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true }).autoOrient();
}

async function decode(image: Sharp): Promise<Pixels> {
  try {
    const { data, info } = await image
      .toColourspace("srgb")
      .flatten({ background: "#ffffff" })
      .timeout({ seconds: DECODE_SECONDS })
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`Decoded to ${info.channels} channels`);
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw Object.assign(damaged(), { cause: error });
  }
}

/** Decoded pixels, to work on. */
export function open({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}

/** A part of decoded pixels. */
export async function extract(from: Pixels, region: Region): Promise<Pixels> {
  const area = areaOf(region, from);
  return { ...area, data: await open(from).extract(area).raw().toBuffer() };
}

/** How many pixels wide a region is in a picture of this size. */
export function widthOf(region: Region, size: { width: number; height: number }): number {
  return areaOf(region, size).width;
}

function areaOf(region: Region, { width, height }: { width: number; height: number }) {
  const left = Math.min(width - 1, Math.round((region.left * width) / REGION_UNIT));
  const top = Math.min(height - 1, Math.round((region.top * height) / REGION_UNIT));
  return {
    left,
    top,
    width: Math.min(width - left, atLeastOne((region.width * width) / REGION_UNIT)),
    height: Math.min(height - top, atLeastOne((region.height * height) / REGION_UNIT)),
  };
}

/**
 * For each named crop the part of a picture that draws the eye, as large as it can be.
 * @param picture its size in its file, which regions are measured in.
 */
export async function suggestRegions(whole: Pixels, picture: { width: number; height: number }): Promise<Regions> {
  const scale = Math.min(1, ATTENTION_WIDTH / whole.width);
  const [width, height] = [atLeastOne(whole.width * scale), atLeastOne(whole.height * scale)];
  const data = await open(whole).resize({ width, height, fit: "fill" }).raw().toBuffer();
  const suggested: Regions = {};
  for (const crop of NAMED_CROPS) {
    suggested[crop] = await suggestRegion({ data, width, height }, largestIn(picture, crop));
  }
  return suggested;
}

async function suggestRegion(small: Pixels, largest: { width: number; height: number }): Promise<Region> {
  const size = {
    width: atLeastOne((largest.width * small.width) / REGION_UNIT),
    height: atLeastOne((largest.height * small.height) / REGION_UNIT),
  };
  const { info } = await open(small)
    .resize({ ...size, fit: "cover", position: sharp.strategy.attention })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const from = (offset: number | undefined, of: number, length: number) =>
    Math.max(0, Math.min(REGION_UNIT - length, Math.round((Math.abs(offset ?? 0) / of) * REGION_UNIT)));
  return {
    left: from(info.cropOffsetLeft, small.width, largest.width),
    top: from(info.cropOffsetTop, small.height, largest.height),
    ...largest,
  };
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
