/** How a feed may be written, and its media type then. */
export const FEED_TYPES = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
} as const;
export type FeedFormat = keyof typeof FEED_TYPES;

/** A feed as all three formats tell it. Every address is absolute. */
export type Feed = {
  title: string;
  description: string;
  /** A BCP 47 tag. */
  language: string;
  /** The page whose feed it is. */
  page: string;
  /** Where the feed is found in each format. */
  addresses: Record<FeedFormat, string>;
  /** The WebSub hub that tells subscribers of changes. */
  hub: string | undefined;
  icon: string | undefined;
  entries: Entry[];
};

/** One story in a feed. */
export type Entry = {
  /** The article's: it stays when the story moves or is corrected. */
  id: string;
  url: string;
  title: string;
  /** In plain text; empty for none. */
  summary: string;
  /** The whole story, as HTML. */
  html: string;
  /** Where it is not the feed's. */
  language: string | undefined;
  /** When it first came before readers. */
  publishedAt: Date;
  updatedAt: Date;
  authors: { name: string; url: string }[];
  categories: string[];
  picture: EntryPicture | null;
};

export type EntryPicture = {
  url: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
};

/** When anything in the feed changed last; undefined while it is empty. */
export function updatedAt({ entries }: Feed): Date | undefined {
  const times = entries.map((entry) => entry.updatedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}
