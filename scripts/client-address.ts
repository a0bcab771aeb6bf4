import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The header in which the product reads who asks. Whatever a client sends in it is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-masthead-client";

/**
 * Marks every request of this process with the address of its client: the peer's, or, behind proxies, what the
 * outermost of those `proxies` that we trust saw. What a client claims beyond them is ignored.
 */
export function markClientAddresses(proxies: number): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((address) => address.trim());
    const seen = proxies > 0 ? forwarded.at(-proxies) : undefined;
    request.headers[CLIENT_ADDRESS_HEADER] = seen || request.socket.remoteAddress || "unknown";
  });
}
