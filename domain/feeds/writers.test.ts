import { describe, expect, test } from "vitest";
import { all, one, parseXml } from "@/domain/testing/xml";
import { atom } from "./atom";
import type { Entry, Feed } from "./feed";
import { jsonFeed } from "./json-feed";
import { rss } from "./rss";

const NASTY = `</script><b>R&D</b> ]]> "now" 'then'`;
const SCRIPTS = "الجسر يُعاد فتحه 橋が再開 é́ 👩‍🔬";

const entry = (given: Partial<Entry> = {}): Entry => ({
  id: "a1",
  url: "https://paper.example/harbour/bridge",
  title: "The bridge reopens",
  summary: "At last.",
  html: "<p>It is &amp; was.</p>",
  language: undefined,
  publishedAt: new Date("2026-03-01T10:00:00Z"),
  updatedAt: new Date("2026-03-02T10:00:00Z"),
  authors: [
    { name: "Aino", url: "https://paper.example/bylines/aino" },
    { name: "Bo", url: "https://paper.example/bylines/bo" },
  ],
  categories: ["Harbour", "Bridges"],
  picture: {
    url: "https://paper.example/media/a.jpg",
    width: 1200,
    height: 675,
    alt: "A pier",
    caption: "The pier",
    credit: "Jane Roe",
  },
  ...given,
});
const feed = (given: Partial<Feed> = {}): Feed => ({
  title: "Quay & Co",
  description: "News",
  language: "en-GB",
  page: "https://paper.example/",
  addresses: {
    rss: "https://paper.example/rss.xml",
    atom: "https://paper.example/atom.xml",
    json: "https://paper.example/feed.json",
  },
  hub: undefined,
  icon: undefined,
  entries: [entry()],
  ...given,
});
const item = (given: Partial<Entry> = {}) =>
  one(one(parseXml(rss(feed({ entries: [entry(given)] }))), "channel"), "item");

describe("whatever a story says is shown as itself", () => {
  const said = { title: NASTY, summary: SCRIPTS, html: `<p>${"&lt;"}</p>`, categories: [NASTY] };

  test("in RSS", () => {
    const found = item(said);
    expect(one(found, "title").text).toBe(NASTY);
    expect(one(found, "description").text).toBe(SCRIPTS);
    expect(one(found, "content:encoded").text).toBe("<p>&lt;</p>");
    expect(one(found, "category").text).toBe(NASTY);
  });

  test("in Atom", () => {
    const found = one(parseXml(atom(feed({ entries: [entry(said)] }))), "entry");
    expect(one(found, "title").text).toBe(NASTY);
    expect(one(found, "summary").text).toBe(SCRIPTS);
    expect(one(found, "content")).toMatchObject({ attributes: { type: "html" }, text: "<p>&lt;</p>" });
  });

  test("in JSON", () => {
    const { items } = JSON.parse(jsonFeed(feed({ entries: [entry(said)] })));
    expect(items).toMatchObject([{ title: NASTY, summary: SCRIPTS, content_html: "<p>&lt;</p>", tags: [NASTY] }]);
  });

  test("but for what XML cannot hold, which is left out", () => {
    expect(one(item({ title: "a\u0000\u000b\ud800b" }), "title").text).toBe("ab");
  });
});

describe("RSS", () => {
  test("names itself, its page and its language, and when anything changed", () => {
    const channel = one(parseXml(rss(feed())), "channel");
    expect(one(channel, "atom:link").attributes).toEqual({
      href: "https://paper.example/rss.xml",
      rel: "self",
      type: "application/rss+xml",
    });
    expect(one(channel, "link").text).toBe("https://paper.example/");
    expect(one(channel, "language").text).toBe("en-GB");
    expect(one(channel, "lastBuildDate").text).toBe("Mon, 02 Mar 2026 10:00:00 GMT");
  });

  test("keeps an item's guid, says when it came first, and who wrote it", () => {
    const found = item();
    expect(one(found, "guid")).toMatchObject({ attributes: { isPermaLink: "false" }, text: "a1" });
    expect(one(found, "pubDate").text).toBe("Sun, 01 Mar 2026 10:00:00 GMT");
    expect(all(found, "dc:creator").map(({ text }) => text)).toEqual(["Aino", "Bo"]);
    expect(all(found, "category").map(({ text }) => text)).toEqual(["Harbour", "Bridges"]);
  });

  test("has the whole story after its summary", () => {
    const names = item().children.map(({ name }) => name);
    expect(names.indexOf("content:encoded")).toBeGreaterThan(names.indexOf("description"));
    expect(names.indexOf("description")).toBeGreaterThan(0);
  });

  test("credits the picture and says what it shows", () => {
    const media = one(item(), "media:content");
    expect(media.attributes).toMatchObject({
      url: "https://paper.example/media/a.jpg",
      medium: "image",
      width: "1200",
    });
    expect(one(media, "media:credit").text).toBe("Jane Roe");
    expect(one(media, "media:description").text).toBe("A pier");
    expect(one(media, "media:title").text).toBe("The pier");
  });
});

describe("Atom", () => {
  test("has what every feed and entry must have, with ids that no address changes", () => {
    const root = parseXml(atom(feed()));
    expect(root.attributes).toMatchObject({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en-GB" });
    expect(one(root, "id").text).toBe("https://paper.example/atom.xml");
    expect(one(root, "updated").text).toBe("2026-03-02T10:00:00.000Z");
    const found = one(root, "entry");
    expect(one(found, "id").text).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const moved = parseXml(atom(feed({ entries: [entry({ url: "https://other.example/x" })] })));
    expect(one(one(moved, "entry"), "id").text).toBe(one(found, "id").text);
    expect(one(found, "published").text).toBe("2026-03-01T10:00:00.000Z");
    expect(all(found, "author").map((author) => one(author, "name").text)).toEqual(["Aino", "Bo"]);
  });

  test("says a time and an author even while it is empty", () => {
    const root = parseXml(atom(feed({ entries: [] })));
    expect(one(root, "updated").text).toBe("1970-01-01T00:00:00.000Z");
    expect(one(one(root, "author"), "name").text).toBe("Quay & Co");
  });
});

test("JSON Feed has version, addresses, authors and the picture", () => {
  expect(JSON.parse(jsonFeed(feed()))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    feed_url: "https://paper.example/feed.json",
    home_page_url: "https://paper.example/",
    language: "en-GB",
    items: [
      {
        id: "a1",
        url: "https://paper.example/harbour/bridge",
        image: "https://paper.example/media/a.jpg",
        authors: [{ name: "Aino", url: "https://paper.example/bylines/aino" }, { name: "Bo" }],
        date_published: "2026-03-01T10:00:00.000Z",
      },
    ],
  });
});

test("a hub is named in every format, and only where there is one", () => {
  const hub = "https://hub.example/";
  expect(rss(feed())).not.toContain('rel="hub"');
  const channel = one(parseXml(rss(feed({ hub }))), "channel");
  expect(all(channel, "atom:link").map(({ attributes }) => attributes.rel)).toEqual(["self", "hub"]);
  expect(all(parseXml(atom(feed({ hub }))), "link").map(({ attributes }) => attributes.rel)).toContain("hub");
  expect(JSON.parse(jsonFeed(feed({ hub }))).hubs).toEqual([{ type: "WebSub", url: hub }]);
});
