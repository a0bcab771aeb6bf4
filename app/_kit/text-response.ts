import { createHash } from "node:crypto";
import { now } from "@/lib/clock";
import { holdsUntil } from "./depends";

/** What a text says besides itself. */
type Said = {
  /** When it last became other than it was; nothing where that is not known. */
  changedAt?: Date;
  /** The header Link. */
  link?: string;
};

/**
 * A text that was just made, such as a feed: always asked for anew, and answered with 304 where the asker has it already.
 * @param type its media type. All texts are UTF-8.
 */
export function textResponse(request: Request, text: string, type: string, { changedAt, link }: Said = {}): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ etag, "cache-control": "no-cache", "content-type": `${type}; charset=utf-8` });
  if (link) headers.set("link", link);
  const modified = changedAt && settledSecond(changedAt);
  if (modified) headers.set("last-modified", modified.toUTCString());
  return isHeld(request.headers, etag, modified)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}

/** Whether the asker has it: by its tag where they name one, else by its time (RFC 9110, 13.2.2). */
function isHeld(asked: Headers, etag: string, modified: Date | undefined): boolean {
  const tags = asked.get("if-none-match");
  // A proxy that compressed the text may have weakened the tag.
  if (tags !== null) return tags.split(",").some((tag) => [etag, `W/${etag}`, "*"].includes(tag.trim()));
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  return modified !== undefined && modified.getTime() <= since;
}

/**
 * The second of an instant, once it is over: before, the text may change again within it, and no time would tell. The
 * text is then to be made anew, so as to say its time.
 */
function settledSecond(at: Date): Date | undefined {
  const second = Math.floor(at.getTime() / 1000) * 1000;
  if (now().getTime() >= second + 1000) return new Date(second);
  holdsUntil(new Date(second + 1000));
  return undefined;
}

/** What a feed or another file answers where there is none, or no more. */
export function nothingHere(status: 404 | 410 = 404): Response {
  return new Response(status === 410 ? "Gone\n" : "Not found\n", {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
