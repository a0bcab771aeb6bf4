import { open } from "node:fs/promises";
import sharp from "sharp";
import { Refusal } from "@/lib/refusal";
import { ACCEPTED_TYPES, type AcceptedFormat, MAX_PIXELS } from "./asset";

/** What an upload turned out to be. Width and height are those of the picture held upright. */
export type Inspected = { format: AcceptedFormat; type: string; width: number; height: number };

const WANTED = "Upload a JPEG, PNG, WebP or AVIF picture.";

/**
 * What a file is by its content, from its first bytes and its header alone: nothing is decoded yet, and no decoder
 * but those of the four accepted types ever sees it.
 * @throws Refusal "unsupported" if it is none of these; "invalid" if it is damaged or has too many pixels.
 */
export async function inspect(file: string): Promise<Inspected> {
  const kind = kindOf(await headOf(file));
  if (!(kind in ACCEPTED_TYPES)) throw new Refusal("unsupported", `${kind} ${WANTED}`);
  const format = kind as AcceptedFormat;
  const header = await headerOf(file);
  if (!header || header.format !== (format === "avif" ? "heif" : format)) throw damaged();
  if (format === "avif" && header.compression !== "av1") {
    throw new Refusal("unsupported", `This is a HEIC picture. ${WANTED}`);
  }
  if ((header.pages ?? 1) > 1) throw new Refusal("unsupported", `This picture is animated. ${WANTED}`);
  const { width, height } = header.autoOrient;
  if (width * height > MAX_PIXELS) {
    const megapixels = Math.round((width * height) / 1_000_000).toLocaleString("en");
    throw new Refusal(
      "invalid",
      `This picture has ${megapixels} megapixels (${width} × ${height}); at most ${MAX_PIXELS / 1_000_000} are taken.`,
    );
  }
  return { format, type: ACCEPTED_TYPES[format], width, height };
}

export function damaged(): Refusal {
  return new Refusal("invalid", "This file is damaged or incomplete. Open it in an image program and save it again.");
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The header as libvips reads it; nothing if it cannot. Its own limit on pixels is off: ours says more. */
async function headerOf(file: string) {
  try {
    return await sharp(file, { limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

/** An accepted format, or a sentence on what the file is instead. */
function kindOf(head: Buffer): AcceptedFormat | (string & {}) {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  const ascii = (from: number, to: number) => head.toString("latin1", from, to);
  if (head.length === 0) return "This file is empty.";
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(4, 8) === "ftyp") return isoKind(ascii(8, Math.min(head.readUInt32BE(0), head.length)));
  if (ascii(0, 4) === "GIF8") return "This is a GIF.";
  if (ascii(0, 5) === "%PDF-") return "This is a PDF.";
  if (ascii(0, 4) === "II*\0" || ascii(0, 4) === "MM\0*") return "This is a TIFF or a camera's raw file.";
  if (ascii(0, 2) === "BM") return "This is a BMP.";
  if (/<svg[\s>]/i.test(head.toString("utf8"))) return "This is an SVG drawing.";
  return "This is not a picture that can be read.";
}

/** The brands of an ISO file say which of its family it is. */
function isoKind(brands: string): AcceptedFormat | (string & {}) {
  if (/avif/.test(brands)) return "avif";
  if (/avis/.test(brands)) return "This picture is animated.";
  if (/hei[cfxms]|hev[cx]|mif1|msf1/.test(brands)) return "This is a HEIC picture.";
  return "This is a video.";
}
