import type { Origin } from "@/domain/people/session";

/** The header in which the start program says who asks, having overwritten whatever a client sent in it. */
const CLIENT = "x-masthead-client";

/** Where a request came from. Under the development server, which nothing marks, what the request claims. */
export function clientOf(headers: Headers): Origin {
  const claimed = headers.get("x-forwarded-for")?.split(",")[0]?.trim();
  const address = headers.get(CLIENT) ?? claimed ?? "";
  // An IPv4 address as a socket of both kinds writes it.
  return { address: address.replace(/^::ffff:(?=[\d.]+$)/, ""), userAgent: headers.get("user-agent") ?? "" };
}
