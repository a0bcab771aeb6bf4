import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { transact } from "@/db/client";
import {
  makeAsset,
  makeByline,
  makePublishedArticle,
  makeSection,
  makeSeries,
  makeSettings,
  makeTopic,
} from "@/db/factories";
import { revisions } from "@/db/schema";
import { type Block, firstUseOf } from "@/domain/articles/body";
import { tag } from "@/domain/events/tags";
import { parseXml } from "@/domain/testing/xml";
import { archiveFeed, bylineFeed, sectionFeed, seriesFeed, siteFeed, topicFeed } from "./published";

const SITE = "http://localhost:3000";
const text = (words: string, href?: string) => ({
  type: "text" as const,
  text: words,
  marks: href ? [{ type: "link" as const, attrs: { href } }] : undefined,
});
const p = (words: string) => ({ type: "paragraph" as const, content: [text(words)] });

let of: Awaited<ReturnType<typeof makePublishedArticle>>;
let topic: { id: string; slug: string };
let byline: { id: string; slug: string };

beforeAll(async () => {
  await makeSettings({ name: "The Test", language: "en-GB" });
  topic = await makeTopic({ slug: "bridges", name: "Bridges" });
  byline = await makeByline({ slug: "aino", name: "Aino" });
  const { id: assetId } = await makeAsset();
  const use = { ...firstUseOf({ id: assetId }), alt: `A "pier"`, caption: "The <pier>", credit: "Jane Roe" };
  const cell = (type: "tableHeader" | "tableCell", words: string, colspan = 1) => ({
    type,
    attrs: { colspan, rowspan: 1, colwidth: null },
    content: [p(words)],
  });
  const blocks: Block[] = [
    {
      type: "paragraph",
      content: [
        text("See "),
        text("the bridge & more", "/harbour/other"),
        { type: "footnote", attrs: { text: "A <note>" } },
        { type: "hardBreak" },
        text("and mail", "mailto:desk@paper.example"),
      ],
    },
    { type: "heading", attrs: { level: 2 }, content: [text("</script><b>&")] },
    { type: "bulletList", content: [{ type: "listItem", content: [p("One")] }] },
    { type: "quote", attrs: { attribution: "A sailor" }, content: [p("Ahoy")] },
    { type: "pullQuote", attrs: { text: "Pulled", attribution: "" } },
    { type: "horizontalRule" },
    { type: "picture", attrs: use },
    { type: "gallery", attrs: { title: "Views", pictures: [use, use] } },
    { type: "quickLinks", attrs: { subheads: true, links: [{ label: "Out", href: "https://else.example/" }] } },
    { type: "keyPoints", attrs: { points: ["Point"] } },
    { type: "factBox", attrs: { title: "Facts" }, content: [p("Fact")] },
    {
      type: "table",
      attrs: { caption: "Tides" },
      content: [
        { type: "tableRow", content: [cell("tableHeader", "High", 2)] },
        { type: "tableRow", content: [cell("tableCell", "1"), cell("tableCell", "2")] },
      ],
    },
    { type: "embed", attrs: { url: "https://video.example/1", title: "A film", caption: "" } },
  ];
  of = await makePublishedArticle({
    headline: "The bridge reopens",
    lead: use,
    topicIds: [topic.id],
    bylineIds: [byline.id],
    body: { version: 1, blocks },
  });
});

test("a feed holds the whole story as clean HTML, with absolute addresses", async () => {
  const html = (await siteFeed())?.feed.entries[0]?.html ?? "";
  // Well-formed but for the elements that have no end.
  parseXml(`<div>${html.replace(/<(br|hr|img)([^>]*)>/g, "<$1$2/>")}</div>`);
  for (const part of [
    `<a href="${SITE}/harbour/other">the bridge &amp; more</a><sup>[1]</sup><br><a href="mailto:desk@paper.example">`,
    "<h2>&lt;/script&gt;&lt;b&gt;&amp;</h2>",
    "<ul><li>One</li></ul>",
    "<blockquote><p>Ahoy</p><p>— A sailor</p></blockquote>",
    "<blockquote><p>Pulled</p></blockquote><hr>",
    "<figcaption>The &lt;pier&gt; — Jane Roe</figcaption>",
    `alt="A &quot;pier&quot;"`,
    "<h3>Views</h3>",
    `<a href="${SITE}${of.path}#script-b`,
    `<a href="https://else.example/">Out</a>`,
    "<ul><li>Point</li></ul>",
    "<aside><h3>Facts</h3><p>Fact</p></aside>",
    `<table><caption>Tides</caption><tbody><tr><th colspan="2"><p>High</p></th></tr>`,
    `<a href="https://video.example/1">A film</a>`,
    "<hr><ol><li>A &lt;note&gt;</li></ol>",
  ]) {
    expect(html).toContain(part);
  }
  // The lead, the picture, and two in the gallery.
  expect([...html.matchAll(/<figure><img src="([^"]+)/g)].map(([, src]) => src)).toHaveLength(4);
  expect(html).not.toMatch(/(?:src|href)="(?!https?:|mailto:)/);
});

test("site, section, topic and byline each have a feed, which says what it depends on", async () => {
  const site = await siteFeed();
  expect(site?.feed).toMatchObject({ title: "The Test", page: `${SITE}/`, language: "en-GB" });
  expect(site?.tags).toEqual(expect.arrayContaining([tag.frame, tag.stories, tag.article(of.article.id)]));
  const [section, about, by] = [
    await sectionFeed(of.section.slug),
    await topicFeed(topic.slug),
    await bylineFeed(byline.slug),
  ];
  expect(section?.feed).toMatchObject({
    title: `${of.section.name} | The Test`,
    addresses: { json: `${SITE}/${of.section.slug}/feed.json` },
    entries: [{ id: of.article.id, title: "The bridge reopens", categories: [of.section.name, "Bridges"] }],
  });
  expect(section?.tags).toContain(tag.section(of.section.id));
  expect(about?.feed.addresses.atom).toBe(`${SITE}/topics/bridges/atom.xml`);
  expect(about?.tags).toContain(tag.topic(topic.id));
  expect(by?.feed.entries).toMatchObject([{ authors: [{ name: "Aino", url: `${SITE}/bylines/aino` }] }]);
  expect(by?.tags).toEqual(expect.arrayContaining([tag.byline(byline.id), tag.profile(byline.id)]));
  expect(by?.feed.entries[0]?.picture).toMatchObject({ width: 1200, height: 675, credit: "Jane Roe" });
});

test("a series has a feed of its parts, the newest first, each in its own language", async () => {
  const series = await makeSeries({ slug: "winter", name: "The winter" });
  expect(await seriesFeed("winter")).toBeNull();
  const part = (day: number, language: string) =>
    makePublishedArticle({
      seriesId: series.id,
      language,
      headline: `Part ${day}`,
      publishedAt: new Date(Date.UTC(2026, 0, day)),
    });
  await part(1, "");
  await part(2, "ar");
  const read = await seriesFeed("winter");
  expect(read?.feed).toMatchObject({
    title: "The winter | The Test",
    addresses: { rss: `${SITE}/series/winter/rss.xml` },
    entries: [
      { title: "Part 2", language: "ar" },
      { title: "Part 1", language: undefined },
    ],
  });
  expect(read?.tags).toContain(tag.series(series.id));
});

test("a section without stories has an empty feed; what is not there has none", async () => {
  const { slug } = await makeSection();
  expect((await sectionFeed(slug))?.feed.entries).toEqual([]);
  expect(await sectionFeed("nothing")).toBeNull();
  expect(await topicFeed((await makeTopic()).slug)).toBeNull();
  expect(await bylineFeed((await makeByline()).slug)).toBeNull();
});

test("a story that a newer version wrote is left out, and the others are told", async () => {
  const broken = await makePublishedArticle({ headline: "From the future" });
  await transact((tx) =>
    tx
      .update(revisions)
      .set({ body: { version: 999 } })
      .where(eq(revisions.articleId, broken.article.id)),
  );
  const titles = (await siteFeed())?.feed.entries.map(({ title }) => title);
  expect(titles).toContain("The bridge reopens");
  expect(titles).not.toContain("From the future");
});

test("the feed of a year, a month and a day has what first came out in it by the paper's clocks", async () => {
  // An hour before midnight by UTC, and the next day in Helsinki.
  const late = await makePublishedArticle({ publishedAt: new Date("2019-03-31T21:30:00Z") });
  const early = await makePublishedArticle({ publishedAt: new Date("2019-03-31T20:30:00Z") });
  const idsOf = async (...parts: string[]) => (await archiveFeed(...parts))?.feed.entries.map(({ id }) => id);
  expect(await idsOf("2019")).toEqual([late.article.id, early.article.id]);
  expect(await idsOf("2019", "04")).toEqual([late.article.id]);
  expect(await idsOf("2019", "04", "01")).toEqual([late.article.id]);
  expect(await idsOf("2019", "03", "31")).toEqual([early.article.id]);
  expect((await archiveFeed("2019", "04"))?.feed).toMatchObject({
    title: "Archive: April 2019 | The Test",
    page: `${SITE}/archive/2019/04`,
    addresses: { rss: `${SITE}/archive/2019/04/rss.xml` },
  });
  for (const parts of [["2018"], ["2019", "05"], ["2019", "13"], ["x"], ["2019", "04", "31"]]) {
    expect(await archiveFeed(...parts), parts.join("/")).toBeNull();
  }
});
