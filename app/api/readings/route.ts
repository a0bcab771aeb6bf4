import { clientOf } from "@/app/_kit/client";
import { refuseOtherSites } from "@/app/_kit/own-site";
import { countReading } from "@/domain/readings/counting";
import { Limited, REFUSAL_STATUS, Refusal } from "@/lib/refusal";

/** In bytes. */
const LONGEST_ID = 40;

/** Counts a reading, as a page's script tells of it (reader/beacon.ts). Of who reads, nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    refuseOtherSites(request);
    // What does not say how long it is, is not read.
    const isShort = Number(request.headers.get("content-length") ?? Number.NaN) <= LONGEST_ID;
    const articleId = isShort ? await request.text() : "";
    if (!/^[\w-]+$/.test(articleId)) throw new Refusal("invalid", "This is no article.");
    await countReading({ articleId, ...clientOf(request.headers) });
    return new Response(null, { status: 204, headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wait = error instanceof Limited && { "retry-after": String(error.retryAfter) };
    return new Response(null, { status: REFUSAL_STATUS[error.code], headers: { ...headers, ...wait } });
  }
}
