import type { AssetSummary } from "@/domain/media/asset";
import type { Visitor } from "./visitor";

// How files come in by HTTP, as the newsroom's own scripts send them: begun, sent in pieces, taken into the library.

const TUS = { "tus-resumable": "1.0.0" };

/** As much as the newsroom sends in one request (components/newsroom/media/sending.ts). */
const PIECE = 8 * 1024 * 1024;

/** Begins an upload; its place is the answer's `location`. */
export function beginUpload(
  staff: Visitor,
  { name, size }: { name: string; size: number },
  signal?: AbortSignal,
): Promise<Response> {
  const metadata = `filename ${Buffer.from(name).toString("base64")}`;
  const headers = { ...TUS, "upload-length": String(size), "upload-metadata": metadata };
  return staff.fetch("/newsroom/media/upload", { method: "POST", headers, signal });
}

/** Asks how much of an upload is there: the answer's `upload-offset`. */
export function askUpload(staff: Visitor, place: string, signal?: AbortSignal): Promise<Response> {
  return staff.fetch(place, { method: "HEAD", headers: TUS, signal });
}

/** Sends a piece that begins where the upload stands. */
export function sendPiece(
  staff: Visitor,
  place: string,
  { offset, piece }: { offset: number; piece: Uint8Array },
  signal?: AbortSignal,
): Promise<Response> {
  const headers = { ...TUS, "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
  return staff.fetch(place, { method: "PATCH", headers, body: new Uint8Array(piece), signal });
}

/** Has a whole upload taken into the library. @param keep also if others look like it */
export function takeUpload(
  staff: Visitor,
  place: string,
  { keep = false }: { keep?: boolean } = {},
  signal?: AbortSignal,
): Promise<Response> {
  const body = JSON.stringify({ upload: place.split("/").at(-1), keep });
  const headers = { "content-type": "application/json" };
  return staff.fetch("/newsroom/media/take", { method: "POST", headers, body, signal });
}

/** An asset as the newsroom is told of it, as far as it comes as JSON unchanged. */
type Asset = Pick<AssetSummary, "id" | "sources">;

/**
 * Brings one file into the library, with nothing in its way.
 * @param told called as its last piece begins to be sent
 * @returns the last answer, whoever gave it, and the asset; null where it is refused, or looks like others
 */
export async function bringIn(
  staff: Visitor,
  { name, bytes }: { name: string; bytes: Uint8Array },
  told?: () => void,
): Promise<{ answer: Response; text: string; asset: Asset | null }> {
  const ended = async (answer: Response, asset: Asset | null = null) => ({ answer, text: await answer.text(), asset });
  const begun = await beginUpload(staff, { name, size: bytes.byteLength });
  const place = begun.headers.get("location");
  if (!place) return ended(begun);
  for (let offset = 0; offset < bytes.byteLength; offset += PIECE) {
    if (offset + PIECE >= bytes.byteLength) told?.();
    const sent = await sendPiece(staff, place, { offset, piece: bytes.subarray(offset, offset + PIECE) });
    if (!sent.ok) return ended(sent);
  }
  const taken = await ended(await takeUpload(staff, place));
  if (!taken.answer.ok) return taken;
  return { ...taken, asset: (JSON.parse(taken.text) as { asset?: Asset }).asset ?? null };
}
