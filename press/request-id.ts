import type { IncomingMessage } from "node:http";
import { newId } from "@/lib/id";

/** The header in which it travels: from a proxy that we trust, to a worker, and back to whoever asked. */
export const REQUEST_ID = "x-request-id";

const given = new WeakMap<IncomingMessage, string>();

/**
 * What the log calls a request by. A proxy in front may have named it, where we trust one; else it is made, at the first
 * call: what is answered from memory needs none.
 * @param proxies how many proxies in front are trusted (TRUST_PROXY).
 */
export function requestId(request: IncomingMessage, proxies: number): string {
  const known = given.get(request);
  if (known) return known;
  const said = proxies > 0 ? String(request.headers[REQUEST_ID] ?? "") : "";
  const id = /^[\w.-]{8,64}$/.test(said) ? said : newId();
  given.set(request, id);
  return id;
}
