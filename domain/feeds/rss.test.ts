import { expect, test } from "vitest";
import type { Card } from "@/domain/articles/card";
import { rss } from "./rss";

const publication = { name: "Quay & Co", tagline: "", timeZone: "UTC", language: "en-GB" };
const story = (given: Partial<Card>): Card => ({
  publicationId: "p",
  articleId: "a1",
  path: "/harbour/bridge",
  headline: "Headline",
  standfirst: "Standfirst",
  label: "news",
  kicker: "",
  language: "",
  section: { name: "Harbour", slug: "harbour", accent: "" },
  bylines: [],
  publishedAt: new Date("2026-03-01T10:00:00Z"),
  updatedAt: new Date("2026-03-02T10:00:00Z"),
  picture: null,
  portrait: null,
  ...given,
});
const feed = (...stories: Card[]) =>
  rss({ publication, site: "https://paper.example", path: "/rss.xml", page: "/", stories });

test("what a story says is escaped, and what XML cannot hold is left out", () => {
  const xml = feed(story({ headline: `]]> <b>R&D</b> "now" \u0000\u000b\ud800 end`, standfirst: "<script>" }));
  expect(xml).toContain("<title>]]&gt; &lt;b&gt;R&amp;D&lt;/b&gt; &quot;now&quot;  end</title>");
  expect(xml).toContain("<description>&lt;script&gt;</description>");
  expect(xml).toContain("<title>Quay &amp; Co</title>");
});

test("an item keeps its guid, and says when it came first; the feed, when anything changed", () => {
  const xml = feed(story({}));
  expect(xml).toContain('<guid isPermaLink="false">a1</guid>');
  expect(xml).toContain("<link>https://paper.example/harbour/bridge</link>");
  expect(xml).toContain("<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>");
  expect(xml).toContain("<lastBuildDate>Mon, 02 Mar 2026 10:00:00 GMT</lastBuildDate>");
  expect(xml).toContain('<atom:link href="https://paper.example/rss.xml" rel="self" type="application/rss+xml"/>');
});

test("every writer is a creator", () => {
  const xml = feed(
    story({
      bylines: [
        { id: "b1", name: "Aino", slug: "aino", title: "" },
        { id: "b2", name: "Bo", slug: "bo", title: "" },
      ],
    }),
  );
  expect(xml).toContain("<dc:creator>Aino</dc:creator><dc:creator>Bo</dc:creator>");
});

test("every element that is opened is closed", () => {
  const open: string[] = [];
  for (const [, end, name = "", self] of feed(story({}), story({ standfirst: "" })).matchAll(
    /<(\/?)([a-z:A-Z]+)[^>]*?(\/?)>/g,
  )) {
    if (self) continue;
    if (end) expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
});
