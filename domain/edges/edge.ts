import { createHmac } from "node:crypto";
import { tag } from "@/domain/events/tags";
import type { Env } from "@/lib/env";

/** A cache in front of the press, which keeps readers' pages by their tags: how it is told, and where. */
export type Edge = { kind: "varnish" | "webhook"; address: string };

/** What an edge is to forget. */
export type Purge = {
  /** The number of the last event that led to it. */
  event: number;
  /** The tags of what is no longer right: it may be shown while the paper does not answer. */
  changed: readonly string[];
  /** The tags of what readers may not have any more: it may not. */
  withdrawn: readonly string[];
};

/** The edges that the operator named. */
export function edgesOf({ EDGE_PURGE, EDGE_WEBHOOK }: Pick<Env, "EDGE_PURGE" | "EDGE_WEBHOOK">): Edge[] {
  const of = (kind: Edge["kind"]) => (address: string) => ({ kind, address });
  return [...EDGE_PURGE.map(of("varnish")), ...EDGE_WEBHOOK.map(of("webhook"))];
}

/** What happened, as one purge; null where readers see nothing of it. */
export function purgeFor(
  events: readonly { number: number; tags: readonly string[]; withdraws: boolean }[],
): Purge | null {
  const withdrawn = new Set(events.filter((event) => event.withdraws).flatMap(({ tags }) => tags));
  const changed = new Set(events.flatMap(({ tags }) => tags).filter((one) => !withdrawn.has(one)));
  if (changed.size + withdrawn.size === 0) return null;
  const only = (tags: Set<string>) => (tags.has(tag.all) ? [tag.all] : [...tags]);
  const isAllGone = withdrawn.has(tag.all);
  return {
    event: Math.max(...events.map(({ number }) => number)),
    changed: isAllGone ? [] : only(changed),
    withdrawn: only(withdrawn),
  };
}

/** All that an edge keeps. */
export function purgeOfAll(event: number, kind: "changed" | "withdrawn"): Purge {
  return { event, changed: [], withdrawn: [], [kind]: [tag.all] };
}

/** One header holds so many letters of tags: Varnish takes 8 KB of one. */
const LONGEST = 6000;

export type Ask = { method: "PURGE" | "POST"; headers: Record<string, string>; body?: string };

/**
 * The requests that tell an edge, in their order.
 * Varnish gets PURGE with the tags in `xkey-purge` and `xkey-soft`; all else a JSON document, signed as docs/edge.md says.
 * @param isAgain whether it was told the same a second ago: what it has kept since is right.
 */
export function asksFor(
  { kind }: Edge,
  purge: Purge,
  { token, site, at, isAgain = false }: { token: string; site: string; at: Date; isAgain?: boolean },
): Ask[] {
  if (kind === "webhook") return [signed(purge, { token, site, at })];
  const headers = (name: string) => (tags: string) => ({
    method: "PURGE" as const,
    headers: {
      authorization: `Bearer ${token}`,
      "x-masthead-event": String(purge.event),
      ...(isAgain ? { "x-masthead-again": "yes" } : {}),
      [name]: tags,
    },
  });
  return [...lines(purge.withdrawn).map(headers("xkey-purge")), ...lines(purge.changed).map(headers("xkey-soft"))];
}

function signed(
  { event, changed, withdrawn }: Purge,
  { token, site, at }: { token: string; site: string; at: Date },
): Ask {
  const body = JSON.stringify({ site, event, tags: [...withdrawn, ...changed], withdrawn });
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac("sha256", token).update(`${timestamp}.${body}`).digest("hex");
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-masthead-timestamp": timestamp,
      "x-masthead-signature": `sha256=${signature}`,
    },
    body,
  };
}

/** Tags with spaces between, in lines that a header can hold. */
function lines(tags: readonly string[]): string[] {
  const all: string[] = [];
  let line = "";
  for (const one of tags) {
    if (line && line.length + one.length >= LONGEST) {
      all.push(line);
      line = "";
    }
    line += line ? ` ${one}` : one;
  }
  return line ? [...all, line] : all;
}
