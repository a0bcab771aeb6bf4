import { lastTouch } from "@/domain/events/read";
import { atom } from "@/domain/feeds/atom";
import { FEED_TYPES, type Feed, type FeedFormat } from "@/domain/feeds/feed";
import { jsonFeed } from "@/domain/feeds/json-feed";
import type { FeedRead } from "@/domain/feeds/published";
import { rss } from "@/domain/feeds/rss";
import { keptSlug } from "@/lib/slug";
import { dependsOn } from "./depends";
import { nothingHere, textResponse } from "./text-response";

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json: jsonFeed };

/** Next gives no parameters where the address has none. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/**
 * The handler of a feed in one format.
 * @param read gives the feed by what its address names, such as a slug.
 */
export function feedRoute(format: FeedFormat, read: (...named: string[]) => Promise<FeedRead | null>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const named = Object.values((await params) ?? {})
      .flatMap((part) => part ?? [])
      .map(keptSlug);
    const found = await read(...named);
    if (!found) return nothingHere();
    const { feed, tags } = found;
    dependsOn(tags);
    const changedAt = await lastTouch(tags);
    return textResponse(request, WRITERS[format](feed), FEED_TYPES[format], { changedAt, link: linksOf(feed, format) });
  };
}

/** A hub is found by what a feed says of itself, or by this header: JSON has no other way. */
function linksOf({ hub, addresses }: Feed, format: FeedFormat): string | undefined {
  return hub && `<${hub}>; rel="hub", <${addresses[format]}>; rel="self"`;
}
