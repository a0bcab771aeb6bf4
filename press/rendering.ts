import type { Dispatcher, Pool } from "undici";
import { isForPress, type Rendered } from "./page";
import { REQUEST_ID } from "./request-id";

/** How long a render may take, in milliseconds: then the last good page is better. */
const PATIENCE = 10_000;

/** A longer answer is not made a page of, in bytes. */
const LONGEST = 16 * 1024 * 1024;

/**
 * Asks for a reader's page on behalf of nobody: whatever a reader sent, the page is made for everyone. So neither a
 * cookie nor an authorization nor a forged host can ever be in what is kept.
 * @param address as lib/reader-address.ts writes it.
 * @param site the address of the site (SITE_URL).
 * @param began the number of the last event before now.
 * @param id of the request that it is made for.
 * @returns null for what is no page of the press's: what is neither to be kept nor to be set.
 * @param signal aborted when the worker is no longer well.
 * @throws if no whole answer comes.
 */
export async function render(
  { address, site, began, id }: { address: string; site: URL; began: number; id: string },
  pool: Pool,
  signal?: AbortSignal,
): Promise<Rendered | null> {
  const { statusCode, headers, body } = await pool.request({
    method: "GET",
    path: address,
    headers: {
      host: site.host,
      accept: "text/html,*/*",
      "accept-encoding": "identity",
      "x-forwarded-host": site.host,
      "x-forwarded-proto": site.protocol.slice(0, -1),
      "x-masthead-client": "press",
      [REQUEST_ID]: id,
    },
    signal,
    headersTimeout: PATIENCE,
    bodyTimeout: PATIENCE,
  });
  const answered = { address, status: statusCode, headers };
  if (!isForPress(answered) || Number(headers["content-length"] ?? 0) > LONGEST) return abandon(body);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST) return abandon(body);
    chunks.push(chunk);
  }
  return { ...answered, body: Buffer.concat(chunks), began };
}

function abandon(body: Dispatcher.ResponseData["body"]): null {
  // It says that it was cut off, to nobody.
  body.once("error", () => {}).destroy();
  return null;
}
