import sharp, { type Sharp } from "sharp";
import { MAX_PIXELS, type RenditionFormat } from "./asset";
import type { Crop } from "./crop";
import { renditionKey } from "./files";
import { damaged, type InspectedPicture } from "./inspection";

/** A finished file of a picture, before it is kept. */
export type Encoded = {
  key: string;
  crop: Crop;
  format: RenditionFormat;
  width: number;
  height: number;
  bytes: Buffer;
};

/** Decoded pixels: upright, opaque, sRGB, eight bits; without any metadata. */
type Pixels = { data: Buffer; width: number; height: number };

/** The largest copy that is kept, in pixels. It is bounded by its width: a tall graphic stays readable. */
const WIDEST = 1920;
const TALLEST = 8000;

/** 480 and 768 fit the widths of phones at their densities: 375 or 412 CSS pixels, by 1.75 to 3. */
const WHOLE_WIDTHS = [320, 480, 768, 960, 1280, WIDEST];
/** For browsers without WebP. */
const WHOLE_JPEG_WIDTHS = [640, 1280];
/** AVIF is made from this width up: of smaller copies WebP is as small and much sooner made. */
const AVIF_FROM = 1200;
/** An AVIF file is kept if it is this much smaller than the WebP of its width. */
const AVIF_WORTH = 0.95;

/** The JPEG is what share cards and structured data name; WebP is what cards and portraits show. */
const CROPPED: { crop: Exclude<Crop, "whole">; ratio: number; webp: number[]; jpeg: number }[] = [
  { crop: "1x1", ratio: 1, webp: [160, 320, 640], jpeg: 1200 },
  { crop: "4x3", ratio: 4 / 3, webp: [320, 480, 768, 960], jpeg: 1200 },
  { crop: "16x9", ratio: 16 / 9, webp: [320, 480, 768, 960], jpeg: 1200 },
];

/** A width, in pixels, at which libvips looks for what draws the eye: enough for it, and quick. */
const ATTENTION_WIDTH = 320;

/** How long one picture may take to decode, in seconds. */
const DECODE_SECONDS = 60;

const ENCODERS: Record<RenditionFormat, (image: Sharp) => Sharp> = {
  // Effort decides the time: at AVIF's default one file of this size takes 9 s. WebP has 4:2:0 alone.
  avif: (image) => image.avif({ quality: 52, effort: 1, chromaSubsampling: "4:2:0" }),
  webp: (image) => image.webp({ quality: 78, effort: 2 }),
  jpeg: (image) => image.jpeg({ quality: 80, progressive: true }),
};

/**
 * All copies of a picture that are served. Nothing of the file but its pixels gets through:
 * it is decoded once, turned upright, flattened onto white and brought to sRGB, and every copy is encoded from that.
 * @throws Refusal "invalid" if it cannot be decoded to the last line.
 */
export async function encode(file: string, { width, height }: InspectedPicture): Promise<Encoded[]> {
  const whole = await decode(file, width, height);
  const renditions = await encodeWhole(whole);
  for (const { crop, ratio, webp, jpeg } of CROPPED) {
    const pixels = await cropTo(whole, ratio);
    for (const width of ladder(webp, pixels.width)) renditions.push(await rendition(pixels, crop, "webp", width));
    renditions.push(await rendition(pixels, crop, "jpeg", Math.min(jpeg, pixels.width)));
  }
  return renditions;
}

async function decode(file: string, width: number, height: number): Promise<Pixels> {
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  try {
    const { data, info } = await sharp(file, { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true })
      .autoOrient()
      .toColourspace("srgb")
      .flatten({ background: "#ffffff" })
      .resize({ ...size, fit: "fill" })
      .timeout({ seconds: DECODE_SECONDS })
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`Decoded to ${info.channels} channels`);
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw Object.assign(damaged(), { cause: error });
  }
}

async function encodeWhole(whole: Pixels): Promise<Encoded[]> {
  const renditions: Encoded[] = [];
  for (const width of ladder(WHOLE_WIDTHS, whole.width)) {
    const webp = await rendition(whole, "whole", "webp", width);
    renditions.push(webp);
    if (width < AVIF_FROM) continue;
    const avif = await rendition(whole, "whole", "avif", width);
    if (avif.bytes.length < webp.bytes.length * AVIF_WORTH) renditions.push(avif);
  }
  for (const width of ladder(WHOLE_JPEG_WIDTHS, Math.min(whole.width, 1280)))
    renditions.push(await rendition(whole, "whole", "jpeg", width));
  return renditions;
}

/** The widths that are less than what there is, and what there is, up to the last of them; no two nearly the same. */
function ladder(widths: number[], available: number): number[] {
  const top = Math.min(available, Math.max(...widths));
  return [...widths.filter((width) => width <= top * 0.9), top];
}

async function rendition(from: Pixels, crop: Crop, format: RenditionFormat, width: number): Promise<Encoded> {
  const image = open(from);
  const sized = width < from.width ? image.resize({ width }) : image;
  const { data, info } = await ENCODERS[format](sized).toBuffer({ resolveWithObject: true });
  const key = renditionKey(data, format === "jpeg" ? "jpg" : format);
  return { key, crop, format, width: info.width, height: info.height, bytes: data };
}

/** The part of a picture in this ratio that draws the eye, as large as it can be. */
async function cropTo(whole: Pixels, ratio: number): Promise<Pixels> {
  const width = Math.max(1, Math.min(whole.width, Math.round(whole.height * ratio)));
  const height = Math.max(1, Math.min(whole.height, Math.round(whole.width / ratio)));
  const scale = Math.min(1, ATTENTION_WIDTH / whole.width);
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const { info } = await open(whole)
    .resize({ ...small, fit: "cover", position: sharp.strategy.attention })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const within = (offset: number | undefined, room: number) =>
    Math.max(0, Math.min(room, Math.round(Math.abs(offset ?? 0) / scale)));
  const left = within(info.cropOffsetLeft, whole.width - width);
  const top = within(info.cropOffsetTop, whole.height - height);
  const data = await open(whole).extract({ left, top, width, height }).raw().toBuffer();
  return { data, width, height };
}

function open({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}
