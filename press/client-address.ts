import type { IncomingMessage } from "node:http";

/**
 * The address of who asks: the peer's, or, behind proxies, what the outermost of those `proxies` that we trust saw.
 * What a client claims beyond them is ignored.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim());
  const seen = proxies > 0 ? forwarded.at(-proxies) : undefined;
  return seen || request.socket.remoteAddress || "unknown";
}
