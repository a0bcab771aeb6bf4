import { element, type Xml, xmlDocument } from "@/lib/xml";
import { type Entry, FEED_TYPES, type Feed, updatedAt } from "./feed";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** The feed as RSS 2.0. */
export function rss(feed: Feed): string {
  const { title, description, language, page, addresses, hub, entries } = feed;
  const channel = element(
    "channel",
    {},
    element("title", {}, title),
    element("link", {}, page),
    element("description", {}, description || title),
    element("language", {}, language),
    lastBuilt(feed),
    element("atom:link", { href: addresses.rss, rel: "self", type: FEED_TYPES.rss }),
    hub ? element("atom:link", { href: hub, rel: "hub" }) : undefined,
    ...entries.map(item),
  );
  return xmlDocument(element("rss", { version: "2.0", ...NAMESPACES }, channel));
}

function lastBuilt(feed: Feed): Xml | undefined {
  const at = updatedAt(feed);
  return at && element("lastBuildDate", {}, at.toUTCString());
}

function item(entry: Entry): Xml {
  return element(
    "item",
    {},
    element("title", {}, entry.title),
    element("link", {}, entry.url),
    element("guid", { isPermaLink: "false" }, entry.id),
    element("pubDate", {}, entry.publishedAt.toUTCString()),
    // Readers that know both take the later one for the text: the summary stands first.
    entry.summary ? element("description", {}, entry.summary) : undefined,
    element("content:encoded", {}, entry.html),
    ...entry.authors.map(({ name }) => element("dc:creator", {}, name)),
    entry.language ? element("dc:language", {}, entry.language) : undefined,
    ...entry.categories.map((category) => element("category", {}, category)),
    picture(entry),
  );
}

function picture({ picture }: Entry): Xml | undefined {
  if (!picture) return undefined;
  const { url, width, height, alt, caption, credit } = picture;
  return element(
    "media:content",
    { url, medium: "image", type: "image/jpeg", width, height },
    caption ? element("media:title", { type: "plain" }, caption) : undefined,
    alt ? element("media:description", { type: "plain" }, alt) : undefined,
    credit ? element("media:credit", {}, credit) : undefined,
  );
}
