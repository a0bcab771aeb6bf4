import ipaddr from "ipaddr.js";
import { HOUR, MINUTE } from "@/lib/clock";
import { Limited } from "@/lib/refusal";

/** How often something may be done by one subject, and in what time. */
export type Limit = { name: string; most: number; per: number; message: string };

const WAIT = "Too many attempts. Wait 15 minutes, then try again.";

/**
 * All that is limited. `signIn` counts tries at a password or code by account, `known` those of a browser in which that
 * account was signed in before: so nobody is locked out by the guesses of others. `address` counts both by network.
 */
export const LIMITS = {
  signIn: { name: "account", most: 10, per: 15 * MINUTE, message: WAIT },
  known: { name: "known", most: 10, per: 15 * MINUTE, message: WAIT },
  address: { name: "address", most: 30, per: 15 * MINUTE, message: WAIT },
  search: { name: "search", most: 60, per: MINUTE, message: "Too many searches. Wait a minute, then try again." },
  reading: { name: "reading", most: 30, per: MINUTE, message: "Too many readings from one address." },
  upload: { name: "upload", most: 2000, per: HOUR, message: "Too many uploads. Wait an hour, then go on." },
  bring: { name: "bring", most: 120, per: HOUR, message: "Too many files of other sites. Wait an hour, then go on." },
} satisfies Record<string, Limit>;

/** An IPv6 address stands for its /64: one line has as many addresses as it likes. An IPv4 address has one form. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4"
    ? parsed.toString()
    : `${parsed.toNormalizedString().split(":").slice(0, 4).join(":")}::/64`;
}

/** That a limit is reached until then. */
export function limited({ message }: Limit, endsAt: Date, at: Date): Limited {
  return new Limited(message, Math.max(1, Math.ceil((endsAt.getTime() - at.getTime()) / 1000)));
}
