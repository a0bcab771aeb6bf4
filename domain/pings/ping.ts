import { FEED_TYPES, type FeedFormat } from "@/domain/feeds/feed";
import type { Machines } from "@/domain/settings/machines";
import { routes } from "@/lib/routes";

/** How many addresses IndexNow takes in one ping. */
export const MOST_ADDRESSES = 10_000;

/** Who is told of what changed, by the kind of job that does it. */
export const PINGS = {
  "ping-index-now": ({ indexNowKey, indexNowEndpoint }: Machines) => Boolean(indexNowKey && indexNowEndpoint),
  "ping-hub": ({ webSubHub }: Machines) => Boolean(webSubHub),
} as const satisfies Record<string, (machines: Machines) => boolean>;

/** What IndexNow is told: https://www.indexnow.org/documentation. @param paths of what is new, changed or gone */
export function indexNowPing(paths: readonly string[], key: string, site: string) {
  const body = {
    host: new URL(site).host,
    key,
    keyLocation: `${site}${routes.indexNowKey(key)}`,
    urlList: [...new Set(paths)].slice(0, MOST_ADDRESSES).map((path) => `${site}${path}`),
  };
  return { type: "application/json; charset=utf-8", body: JSON.stringify(body) };
}

/** What a WebSub hub is told: every feed of these pages changed, in all its formats. */
export function hubPing(pages: readonly string[], site: string) {
  const said = new URLSearchParams({ "hub.mode": "publish" });
  for (const page of new Set(pages)) {
    for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
      said.append("hub.url", `${site}${routes.feed(page, format)}`);
    }
  }
  return { type: "application/x-www-form-urlencoded", body: said.toString() };
}
