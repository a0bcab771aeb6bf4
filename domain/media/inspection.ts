import { open } from "node:fs/promises";
import { Refusal } from "@/lib/refusal";
import {
  ACCEPTED_TYPES,
  type AcceptedFormat,
  MAX_ANIMATED_PIXELS,
  MAX_AVIF_PIXELS,
  MAX_FRAMES,
  MAX_PIXELS,
  MAX_UPLOAD_BYTES,
  PLAYED_TYPES,
  type PlayedFormat,
  UPLOADS,
} from "./asset";
import { damaged } from "./damaged";
import type { Header } from "./decoding";
import { HEAD_BYTES } from "./files";
import { headerOf } from "./pictures";
import { type InspectedPlayed, inspectPlayed, KIND_OF_PLAYED } from "./playing";

/** What a picture turned out to be. Width and height are those of the picture held upright. */
export type InspectedPicture = {
  kind: "picture";
  format: AcceptedFormat;
  type: string;
  width: number;
  height: number;
  isAnimated: boolean;
};

export type Inspected = InspectedPicture | InspectedPlayed;

const WANTED = `Upload a picture (${UPLOADS.picture.formats}), a recording (${UPLOADS.audio.formats}), a film (${UPLOADS.video.formats}), captions (${UPLOADS.captions.formats}) or a document (${UPLOADS.document.formats}).`;

/**
 * What a file is by its content, never by its name: of pictures from their first bytes and their header alone, of what is
 * played from its tracks. Nothing is decoded yet, and no decoder but those of the accepted types ever sees it.
 * @throws Refusal "unsupported" if it is none of these; "invalid" if it is damaged or has too many pixels.
 */
export async function inspect(file: string): Promise<Inspected> {
  const format = formatOf(await headOf(file));
  if (format in PLAYED_TYPES) return inspectPlayed(file, format as PlayedFormat);
  if (format in ACCEPTED_TYPES) return inspectPicture(file, format as AcceptedFormat);
  throw new Refusal("unsupported", `${format} ${WANTED}`);
}

/** How many bytes a file may have that begins like this. What is none of ours may be as large as a picture. */
export function limitOf(head: Buffer): number {
  const format = formatOf(head);
  return MAX_UPLOAD_BYTES[format in PLAYED_TYPES ? KIND_OF_PLAYED[format as PlayedFormat] : "picture"];
}

async function inspectPicture(file: string, format: AcceptedFormat): Promise<InspectedPicture> {
  const header = await headerOf(file);
  if (!header || header.format !== (format === "avif" ? "heif" : format)) throw damaged();
  if (format === "avif" && header.compression !== "av1") {
    throw new Refusal("unsupported", `This is a HEIC picture. ${WANTED}`);
  }
  const { width, height, frames } = header;
  refuseTooMany(header, format === "avif" ? MAX_AVIF_PIXELS : MAX_PIXELS);
  return { kind: "picture", format, type: ACCEPTED_TYPES[format], width, height, isAnimated: frames > 1 };
}

/** @throws Refusal "invalid" if a picture has more pixels, or more frames, than are decoded */
function refuseTooMany({ width, height, frames }: Header, most: number): void {
  const inMegapixels = (pixels: number) => Math.round(pixels / 1_000_000).toLocaleString("en");
  if (width * height > most) {
    throw new Refusal(
      "invalid",
      `This picture has ${inMegapixels(width * height)} megapixels (${width} × ${height}); at most ${inMegapixels(most)} are taken.`,
    );
  }
  if (frames > MAX_FRAMES || (frames > 1 && width * height * frames > MAX_ANIMATED_PIXELS)) {
    throw new Refusal(
      "invalid",
      `This animation has ${frames.toLocaleString("en")} frames of ${width} × ${height}; at most ${MAX_FRAMES.toLocaleString("en")} frames and ${inMegapixels(MAX_ANIMATED_PIXELS)} megapixels in all are taken. Upload it as a film.`,
    );
  }
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

type Format = AcceptedFormat | PlayedFormat | (string & {});

/** An accepted format, or a sentence on what the file is instead. */
function formatOf(head: Buffer): Format {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  const ascii = (from: number, to: number) => head.toString("latin1", from, to);
  if (head.length === 0) return "This file is empty.";
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WAVE") return "wav";
  if (ascii(0, 4) === "OggS") return "ogg";
  if (ascii(0, 3) === "ID3" || isMp3Frame(head)) return "mp3";
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) return ascii(0, 64).includes("webm") ? "webm" : "This is a Matroska film.";
  if (/^(\u00ef\u00bb\u00bf)?WEBVTT(?:[ \t\r\n]|$)/.test(ascii(0, 16))) return "vtt";
  if (ascii(4, 8) === "ftyp") return isoFormat(ascii(8, Math.min(head.readUInt32BE(0), head.length)));
  if (ascii(0, 4) === "GIF8") return "gif";
  if (ascii(0, 5) === "%PDF-") return "pdf";
  if (ascii(0, 4) === "II*\0" || ascii(0, 4) === "MM\0*") return "This is a TIFF or a camera's raw file.";
  if (ascii(0, 2) === "BM") return "This is a BMP.";
  if (/<svg[\s>]/i.test(head.toString("utf8"))) return "This is an SVG drawing.";
  return "This is not a picture, recording, film or document that can be read.";
}

/** A frame of MPEG audio, layer III: eleven bits of one, then a version and a layer that there are. */
function isMp3Frame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  return first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08 && third >> 4 !== 0x0f;
}

/** The brands of an ISO file say which of its family it is. */
function isoFormat(brands: string): Format {
  if (/avif/.test(brands)) return "avif";
  if (/avis/.test(brands)) return "This picture is animated.";
  if (/hei[cfxms]|hev[cx]|mif1|msf1/.test(brands)) return "This is a HEIC picture.";
  if (/^qt /.test(brands)) return "This is a QuickTime film.";
  return /^M4[AB] /.test(brands) ? "m4a" : "mp4";
}
