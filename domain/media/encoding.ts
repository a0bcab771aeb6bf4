import type { Sharp } from "sharp";
import type { RenditionFormat } from "./asset";
import { type Crop, type NamedCrop, RATIOS, type Region, type Regions } from "./crop";
import { damaged } from "./damaged";
import {
  decodeRegion,
  decodeWhole,
  extract,
  type Header,
  open,
  openFrames,
  type Pixels,
  readHeader,
  suggestRegions,
  WIDEST,
  widthOf,
} from "./decoding";
import { keepRendition, renditionKey } from "./files";
import type { Pool, Step } from "./pool";
import { carryTerms, type Terms } from "./terms";

/** Which copies of a picture are to be made. */
export type Order = {
  /** The original: a path below DATA_DIR. */
  file: string;
  ladders: Ladder[];
  /** Whether only those that a page needs at once are made, or all. */
  extent: "first" | "all";
  /** Whether somebody waits for them. */
  isUrgent: boolean;
  terms: Terms;
};

/** One crop of a picture. */
export type Ladder = {
  crop: Crop;
  /** The part that it shows; null for the one that is suggested, or the whole. */
  region: Region | null;
  /** By what that part is known in the table of renditions. */
  key: string;
};

/** A copy that is on the disk, before its row is written. */
export type MadeFile = {
  key: string;
  crop: Crop;
  region: string;
  format: RenditionFormat;
  width: number;
  height: number;
  bytes: number;
};

export type Made = { suggested: Regions; files: MadeFile[] };

/** The widths of a ladder in each format; and up to which the first copies go, of which a page can be made at once. */
type Widths = { webp: number[]; avif: number[]; jpeg: number[]; first: { webp: number[]; jpeg: number[] } };

// Why these: docs/decisions/0027-copies-of-pictures.md.

/** 480 and 768 fit the widths of phones at their densities: 375 or 412 CSS pixels, by 1.75 to 3. */
const WHOLE: Widths = {
  webp: [320, 480, 768, 960, 1280, WIDEST],
  avif: [768, 960, 1280, WIDEST],
  // For browsers without WebP.
  jpeg: [640, 1280],
  first: { webp: [480, 960], jpeg: [1280] },
};
const CARD = { webp: [320, 480, 768, 960], avif: [], first: { webp: [480], jpeg: [1200] } };
/** The JPEG is what share cards and structured data name; WebP is what cards and portraits show. */
const CROPPED: Record<NamedCrop, Widths> = {
  "1x1": { webp: [160, 320, 640], avif: [], jpeg: [1200], first: { webp: [320], jpeg: [1200] } },
  "4x3": { ...CARD, jpeg: [1200] },
  // What leads a page on a phone is the largest thing that it waits for.
  "16x9": { ...CARD, avif: [768], jpeg: [1200] },
  "3x2": { ...CARD, jpeg: [1200] },
  "5x4": { ...CARD, jpeg: [1200] },
  "4x5": { ...CARD, jpeg: [1200] },
};
/** Of a picture that moves, in WebP; its JPEG stands still. */
const MOVING_WIDTHS = [480, 960];

/** An AVIF file is kept if it is this much smaller than the WebP of its width. */
const AVIF_WORTH = 0.95;

const ENCODERS: Record<RenditionFormat, (image: Sharp, isUrgent: boolean) => Sharp> = {
  // Effort decides the time: the second takes twice that of the first for an eighth fewer bytes, the default ten times.
  avif: (image, isUrgent) => image.avif({ quality: 52, effort: isUrgent ? 1 : 2, chromaSubsampling: "4:2:0" }),
  webp: (image) => image.webp({ quality: 78, effort: 2 }),
  jpeg: (image) => image.jpeg({ quality: 80, progressive: true }),
};

/**
 * Makes copies of a picture and keeps them. Nothing of the file but its pixels gets through: it is decoded, turned upright,
 * flattened onto white and brought to sRGB, and every copy is encoded from that.
 * @throws Refusal "invalid" if it cannot be decoded to the last line
 */
export function makeCopies(pool: Pool, order: Order, signal?: AbortSignal): Promise<Made> {
  return pool.admit(async () => {
    const header = await readHeader(order.file);
    if (!header) throw damaged();
    const begin: Step = { rank: order.isUrgent ? "begin" : "begin-later", signal };
    const finish: Step = { rank: order.isUrgent ? "finish" : "finish-later", signal };
    const whole = await decodeWhole(pool, begin, order.file, header);
    const isSuggested = order.ladders.some(({ crop, region }) => crop !== "whole" && !region);
    const suggested = isSuggested ? await pool.run(finish, () => suggestRegions(whole, header)) : {};

    const files: MadeFile[] = [];
    for (const { crop, key, ...ladder } of order.ladders) {
      const region = crop === "whole" ? null : (ladder.region ?? suggested[crop] ?? null);
      const pixels = region ? await regionPixels(region) : whole;
      const isMoving = crop === "whole" && header.frames > 1;
      for (const { format, width } of copiesOf(crop, pixels.width, order.extent, isMoving)) {
        const encode = () => encodeStill(pixels, { crop, format, width }, order);
        files.push({ crop, region: key, format, ...(await keep(await pool.run(finish, encode), format)) });
      }
      if (!isMoving || order.extent === "first") continue;
      for (const width of upTo(MOVING_WIDTHS, header.width)) {
        const encode = () => encodeMoving(order.file, width, order.terms);
        const moving = await pool.run({ ...finish, alone: true }, encode);
        files.push({ crop, region: key, format: "webp", ...(await keep(moving, "webp")) });
      }
    }
    return { suggested, files: withoutVain(files) };

    async function regionPixels(region: Region): Promise<Pixels> {
      const widest = CROPPED["16x9"].jpeg[0] ?? WIDEST;
      const isFiner = (header as Header).width > whole.width && widthOf(region, whole) < widest;
      if (!isFiner) return extract(whole, region);
      return decodeRegion(pool, begin, { file: order.file, header: header as Header, region, widest });
    }
  });
}

/** Which files are made of so many pixels. */
function copiesOf(crop: Crop, available: number, extent: Order["extent"], isMoving: boolean) {
  const widths = crop === "whole" ? WHOLE : CROPPED[crop];
  const copies: { format: RenditionFormat; width: number }[] = [];
  const add = (format: RenditionFormat, all: number[], first: number[]) => {
    const made = upTo(all, available);
    const enough = extent === "first" ? Math.max(...first) : Number.POSITIVE_INFINITY;
    for (const width of made) {
      // Of a small picture all is made at once.
      const isFirst = (made.at(-1) ?? 0) < enough || first.includes(width);
      if (extent === "all" || isFirst) copies.push({ format, width });
    }
  };
  if (!isMoving) add("webp", widths.webp, widths.first.webp);
  add("jpeg", widths.jpeg, widths.first.jpeg);
  if (!isMoving && extent === "all" && available >= (widths.avif[0] ?? Number.POSITIVE_INFINITY)) {
    add("avif", widths.avif, []);
  }
  return copies;
}

/** The widths that are less than what there is, and what there is, up to the last of them; no two nearly the same. */
function upTo(widths: number[], available: number): number[] {
  const top = Math.min(available, Math.max(...widths));
  return [...widths.filter((width) => width <= top * 0.9), top];
}

type Encoded = { data: Buffer; info: { width: number; height: number } };

/** One file. A crop has its ratio to the pixel, whatever whole units its region was rounded to. */
function encodeStill(
  from: Pixels,
  { crop, format, width }: { crop: Crop; format: RenditionFormat; width: number },
  { terms, isUrgent }: Order,
): Promise<Encoded> {
  const height = crop === "whole" ? (from.height * width) / from.width : width / RATIOS[crop];
  const size = { width, height: Math.max(1, Math.min(from.height, Math.round(height))) };
  const isAsIs = size.width === from.width && size.height === from.height;
  const sized = isAsIs ? open(from) : open(from).resize({ ...size, fit: "fill" });
  const carrying = carryTerms(sized, terms, { format, width });
  return ENCODERS[format](carrying, isUrgent).toBuffer({ resolveWithObject: true });
}

/** A film of its frames, with their times, as often as it repeats. */
async function encodeMoving(file: string, width: number, terms: Terms): Promise<Encoded> {
  const sized = carryTerms(openFrames(file).resize({ width }), terms, { format: "webp", width });
  const { data, info } = await sized.webp({ quality: 70, effort: 1 }).toBuffer({ resolveWithObject: true });
  return { data, info: { width: info.width, height: info.pageHeight ?? info.height } };
}

async function keep({ data, info }: Encoded, format: RenditionFormat) {
  const key = renditionKey(data, format === "jpeg" ? "jpg" : format);
  await keepRendition(key, data);
  return { key, width: info.width, height: info.height, bytes: data.length };
}

/** An AVIF file that is hardly smaller than the WebP of its width is not worth a line in every page. */
function withoutVain(files: MadeFile[]): MadeFile[] {
  const webp = new Map(
    files.filter(({ format }) => format === "webp").map((file) => [`${file.crop} ${file.width}`, file.bytes]),
  );
  return files.filter(
    ({ format, crop, width, bytes }) =>
      format !== "avif" || bytes < AVIF_WORTH * (webp.get(`${crop} ${width}`) ?? Number.POSITIVE_INFINITY),
  );
}
