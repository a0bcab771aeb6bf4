import { createHash } from "node:crypto";
import { element, type Xml, xmlDocument } from "@/lib/xml";
import { type Entry, FEED_TYPES, type Feed, updatedAt } from "./feed";

const NAMESPACES = { xmlns: "http://www.w3.org/2005/Atom", "xmlns:media": "http://search.yahoo.com/mrss/" };

/** Of a feed without an entry, which must say a time all the same. */
const NEVER = new Date(0);

/** The feed as Atom (RFC 4287). */
export function atom(feed: Feed): string {
  const { title, description, language, page, addresses, hub, icon, entries } = feed;
  const root = element(
    "feed",
    { ...NAMESPACES, "xml:lang": language },
    element("id", {}, addresses.atom),
    element("title", {}, title),
    description ? element("subtitle", {}, description) : undefined,
    element("updated", {}, (updatedAt(feed) ?? NEVER).toISOString()),
    element("link", { rel: "self", type: FEED_TYPES.atom, href: addresses.atom }),
    element("link", { rel: "alternate", type: "text/html", href: page }),
    hub ? element("link", { rel: "hub", href: hub }) : undefined,
    icon ? element("icon", {}, icon) : undefined,
    // An entry must name an author, its own or its feed's.
    element("author", {}, element("name", {}, title), element("uri", {}, page)),
    ...entries.map(entryOf),
  );
  return xmlDocument(root);
}

function entryOf(entry: Entry): Xml {
  const { picture } = entry;
  return element(
    "entry",
    { "xml:lang": entry.language },
    element("id", {}, `urn:uuid:${uuidOf(entry.id)}`),
    element("title", {}, entry.title),
    element("link", { rel: "alternate", type: "text/html", href: entry.url }),
    element("published", {}, entry.publishedAt.toISOString()),
    element("updated", {}, entry.updatedAt.toISOString()),
    ...entry.authors.map(({ name, url }) => element("author", {}, element("name", {}, name), element("uri", {}, url))),
    ...entry.categories.map((term) => element("category", { term })),
    entry.summary ? element("summary", {}, entry.summary) : undefined,
    element("content", { type: "html" }, entry.html),
    picture
      ? element(
          "media:content",
          { url: picture.url, medium: "image", type: "image/jpeg", width: picture.width, height: picture.height },
          picture.alt ? element("media:description", { type: "plain" }, picture.alt) : undefined,
          picture.credit ? element("media:credit", {}, picture.credit) : undefined,
        )
      : undefined,
  );
}

/** An entry's name must be an IRI that outlives addresses and hosts: a UUID (version 8) made of the article's id. */
function uuidOf(id: string): string {
  const bytes = createHash("sha256").update(id).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
