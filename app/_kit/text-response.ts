import { createHash } from "node:crypto";

/**
 * A text that was just made, such as a feed: always asked for anew, and answered with 304 where the asker has it already.
 * @param type its media type. All texts are UTF-8.
 */
export function textResponse(request: Request, text: string, type: string): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": "no-cache", "content-type": `${type}; charset=utf-8` };
  const held = request.headers.get("if-none-match")?.split(",") ?? [];
  // A proxy that compressed the text may have weakened the tag.
  const isHeld = held.some((tag) => [etag, `W/${etag}`, "*"].includes(tag.trim()));
  return isHeld ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}

/** What a feed or sitemap answers where there is none. */
export function nothingHere(): Response {
  return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
}
