import { request } from "undici";
import { getEnv } from "@/lib/env";
import { isCallable } from "./address";
import { agentFor } from "./post";

/** How long the whole file may take, in milliseconds. */
const PATIENCE = 30_000;
/** How often an address may lead on to another. */
const REDIRECTS = 3;

/**
 * Asks an address that somebody entered for a file: by GET, at what OUTBOUND allows. Where the answer leads on, the next
 * address is looked at like the first.
 * @returns the type that the answer says, and the file as it arrives
 * @throws Error if an address may not be called, no answer comes in time, or it holds no file
 */
export async function get(address: string, accept: string): Promise<{ type: string; body: AsyncIterable<Uint8Array> }> {
  const reach = getEnv().OUTBOUND;
  const signal = AbortSignal.timeout(PATIENCE);
  let next = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    if (!URL.canParse(next) || !isCallable(reach, new URL(next))) throw new Error("This address may not be called");
    const { statusCode, headers, body } = await request(next, {
      headers: { accept, "user-agent": `Masthead (+${getEnv().SITE_URL})` },
      dispatcher: agentFor(reach),
      signal,
    });
    if (statusCode === 200) return { type: String(headers["content-type"] ?? ""), body };
    await body.dump();
    const { location } = headers;
    if (statusCode < 300 || statusCode > 399 || typeof location !== "string" || !URL.canParse(location, next)) {
      throw new Error(`The answer was ${statusCode}`);
    }
    next = new URL(location, next).href;
  }
  throw new Error("The address leads on and on");
}
