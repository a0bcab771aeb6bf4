import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { replyWithFile } from "./reply";

/**
 * A file as an answer to GET or HEAD: streamed, with a strong ETag, conditional and range requests (RFC 9110, 13 and 14).
 * Of several ranges in one request none is honoured: the whole file is the answer, as the standard allows.
 * @param tag names the content: two files under one tag are the same bytes.
 * @returns null if there is no such file.
 */
export async function fileResponse(
  request: Request,
  { file, tag, type }: { file: string; tag: string; type: string },
  extra: Record<string, string>,
): Promise<Response | null> {
  const size = await sizeOf(file);
  if (size === null) return null;
  replyWithFile();
  const etag = `"${tag}"`;
  const headers = new Headers({ ...extra, etag, "accept-ranges": "bytes" });

  const { headers: asked } = request;
  if (asked.has("if-match") && !matches(asked.get("if-match"), etag, false)) {
    return new Response(null, { status: 412, headers });
  }
  if (matches(asked.get("if-none-match"), etag, true)) return new Response(null, { status: 304, headers });

  headers.set("content-type", type);
  headers.set("x-content-type-options", "nosniff");
  const ranged = request.method === "GET" && (asked.get("if-range") ?? etag) === etag;
  const range = ranged ? parseRange(asked.get("range"), size) : undefined;
  if (range === null) {
    headers.set("content-range", `bytes */${size}`);
    headers.delete("content-type");
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set("content-length", String(end - start + 1));
  replyWithFile(end - start + 1);
  if (range) headers.set("content-range", `bytes ${start}-${end}/${size}`);
  const body = request.method === "HEAD" ? null : streamOf(file, start, end);
  return new Response(body, { status: range ? 206 : 200, headers });
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(/* turbopackIgnore: true */ file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function streamOf(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(
    createReadStream(/* turbopackIgnore: true */ file, { start, end }),
  ) as ReadableStream<Uint8Array>;
}

/** Whether a list of tags, or "*", names this one. A weak tag counts only where `weak` says so. */
function matches(list: string | null, etag: string, weak: boolean): boolean {
  if (list === null) return false;
  if (list.trim() === "*") return true;
  return list.split(",").some((given) => {
    const tag = given.trim();
    return tag === etag || (weak && tag === `W/${etag}`);
  });
}

/** One range of bytes, both ends included. Undefined if none is asked for that we honour; null if it lies outside the file. */
function parseRange(header: string | null, size: number): { start: number; end: number } | null | undefined {
  const match = header?.match(/^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i);
  const [from, to] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (from === "" && to === "") return undefined;
  if (from === "") return Number(to) === 0 ? null : { start: Math.max(0, size - Number(to)), end: size - 1 };
  if (to !== "" && Number(to) < Number(from)) return undefined;
  if (Number(from) >= size) return null;
  return { start: Number(from), end: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}
