import type { IncomingMessage } from "node:http";
import { isBuilt } from "@/lib/reader-address";

/** What anything here is asked by; readers' pages and built files by the first two alone. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ASKING = METHODS.slice(0, 2);

/** Why a request is answered with no page of any kind: a status, and what may be asked instead. */
export type Refused = { status: 400 | 405; allow?: string };

/**
 * Whether a request is one that can mean only one thing: a path of ours that can be read, at one host, by a method that
 * there is. What is not, is refused before anybody behind the press may read it otherwise.
 * @param isReaders whether it is of an address that readers' pages have
 */
export function refusalOf(
  { method = "", url = "", headersDistinct, httpVersion }: IncomingMessage,
  isReaders: boolean,
): Refused | null {
  const hosts = headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion === "1.1") || !isReadable(url)) return { status: 400 };
  // Next takes anything else that is asked of a built file for a fault of its own.
  const allowed = isReaders || isBuilt(url) ? ASKING : METHODS;
  return allowed.includes(method) ? null : { status: 405, allow: allowed.join(", ") };
}

function isReadable(url: string): boolean {
  // Another host's address, as only a proxy is asked for.
  if (!url.startsWith("/")) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
