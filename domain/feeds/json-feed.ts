import type { Entry, Feed } from "./feed";

/** The feed as JSON Feed 1.1. */
export function jsonFeed({ title, description, language, page, addresses, hub, icon, entries }: Feed): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description: description || undefined,
    language,
    home_page_url: page,
    feed_url: addresses.json,
    icon,
    hubs: hub ? [{ type: "WebSub", url: hub }] : undefined,
    items: entries.map(item),
  };
  return `${JSON.stringify(feed)}\n`;
}

function item(entry: Entry) {
  const { picture } = entry;
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary || undefined,
    content_html: entry.html,
    image: picture?.url,
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    authors: entry.authors,
    language: entry.language,
    tags: entry.categories.length > 0 ? entry.categories : undefined,
    _media: picture
      ? { about: "https://www.rssboard.org/media-rss", credit: picture.credit, description: picture.alt }
      : undefined,
  };
}
