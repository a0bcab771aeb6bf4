import type { Card } from "@/domain/articles/card";
import { widestJpeg } from "@/domain/media/asset";
import type { Publication } from "@/domain/settings/settings";
import { element, type Xml, xmlDocument } from "@/lib/xml";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

export type Channel = {
  publication: Publication;
  /** The address of the publication, without a slash at its end. */
  site: string;
  /** The path of the feed, and of the page it is the feed of. */
  path: string;
  page: string;
  /** The section whose feed it is. */
  section?: { name: string; description: string };
  stories: readonly Card[];
};

/** An RSS 2.0 feed. An item keeps its guid when its story moves or is corrected. */
export function rss({ publication, site, path, page, section, stories }: Channel): string {
  const newest = updatedAt(stories);
  const channel = element(
    "channel",
    {},
    element("title", {}, section ? `${section.name} | ${publication.name}` : publication.name),
    element("link", {}, `${site}${page}`),
    element("description", {}, section?.description || publication.tagline || publication.name),
    element("language", {}, publication.language),
    newest && element("lastBuildDate", {}, newest.toUTCString()),
    element("atom:link", { href: `${site}${path}`, rel: "self", type: "application/rss+xml" }),
    ...stories.map((story) => item(story, site)),
  );
  return xmlDocument(element("rss", { version: "2.0", ...NAMESPACES }, channel));
}

/** When anything in these stories changed last. */
export function updatedAt(stories: readonly Card[]): Date | undefined {
  const times = stories.map((story) => story.updatedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}

function item(story: Card, site: string): Xml {
  return element(
    "item",
    {},
    element("title", {}, story.headline),
    element("link", {}, `${site}${story.path}`),
    element("guid", { isPermaLink: "false" }, story.articleId),
    element("pubDate", {}, story.publishedAt.toUTCString()),
    story.standfirst ? element("description", {}, story.standfirst) : undefined,
    ...story.bylines.map((byline) => element("dc:creator", {}, byline.name)),
    element("category", {}, story.section.name),
    picture(story, site),
  );
}

function picture({ picture }: Card, site: string): Xml | undefined {
  const file = picture && widestJpeg(picture.sources, "16x9");
  if (!file) return undefined;
  const { src, width, height } = file;
  return element("media:content", { url: `${site}${src}`, medium: "image", type: "image/jpeg", width, height });
}
