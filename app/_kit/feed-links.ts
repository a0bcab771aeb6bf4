import { FEED_TYPES, type FeedFormat } from "@/domain/feeds/feed";
import { routes } from "@/lib/routes";

/** A page that has a feed: its address, and what it is called. */
export type FeedPage = { page: string; title: string };

/** What the head of a page says of the feeds that go with it, in every format, its own before the publication's. */
export function feedLinks(...pages: readonly FeedPage[]) {
  const formats = Object.entries(FEED_TYPES) as [FeedFormat, string][];
  return Object.fromEntries(
    formats.map(([format, type]) => [
      type,
      pages.map(({ page, title }) => ({ url: routes.feed(page, format), title })),
    ]),
  );
}
