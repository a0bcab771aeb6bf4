import ipaddr from "ipaddr.js";
import type { Env } from "@/lib/env";

/** What the server may call: addresses of the public internet, or this machine alone. */
export type Reach = Env["OUTBOUND"];

/** Whether an IP address may be called. Of the private, shared and reserved ranges none is public, however it is written. */
export function isWithin(reach: Reach, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === (reach === "public" ? "unicast" : "loopback");
}

/**
 * Whether an address of the web may be called, as far as it tells by itself: by https, and at no forbidden IP address.
 * What its name stands for is looked at as the connection is made.
 */
export function isCallable(reach: Reach, { protocol, hostname, username, password }: URL): boolean {
  if (username || password) return false;
  if (protocol !== "https:" && !(reach === "loopback" && protocol === "http:")) return false;
  const host = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host) ? isWithin(reach, host) : true;
}
