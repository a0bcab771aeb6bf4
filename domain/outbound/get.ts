import { request } from "undici";
import { getEnv } from "@/lib/env";
import { isCallable } from "./address";
import { agentFor } from "./post";

/** How long an answer may take to begin, in milliseconds. */
const PATIENCE = 30_000;
/** How often an address may lead on to another. */
const REDIRECTS = 3;

/** A file that has begun to come: how many bytes it has, where the answer says so, and its content as it arrives. */
export type Got = { length: number | null; body: AsyncIterable<Uint8Array> };

/**
 * Asks an address that somebody entered for a file: by GET, at what OUTBOUND allows. Where the answer leads on, the next
 * address is looked at like the first.
 * @param limits how long the whole file may take to come, in milliseconds, and what ends it before
 * @throws Error if an address may not be called, no answer comes in time, or it holds no file
 */
export async function get(
  address: string,
  accept: string,
  { patience, signal }: { patience: number; signal?: AbortSignal },
): Promise<Got> {
  const reach = getEnv().OUTBOUND;
  const ends = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])];
  let next = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    if (!URL.canParse(next) || !isCallable(reach, new URL(next))) throw new Error("This address may not be called");
    const { statusCode, headers, body } = await request(next, {
      headers: { accept, "user-agent": `Masthead (+${getEnv().SITE_URL})` },
      dispatcher: agentFor(reach),
      headersTimeout: PATIENCE,
      bodyTimeout: PATIENCE,
      signal: AbortSignal.any(ends),
    });
    if (statusCode === 200) return { length: Number(headers["content-length"] ?? 0) || null, body };
    await body.dump();
    const { location } = headers;
    if (statusCode < 300 || statusCode > 399 || typeof location !== "string" || !URL.canParse(location, next)) {
      throw new Error(`The answer was ${statusCode}`);
    }
    next = new URL(location, next).href;
  }
  throw new Error("The address leads on and on");
}
