import { eq, like } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeByline, makePublishedArticle, makeSection, makeStaff, makeTopic } from "@/db/factories";
import { aboutPages, articles, listSizes, permalinks, publications, topics } from "@/db/schema";
import { listOf } from "@/domain/articles/lists";
import { all, one, parseXml } from "@/domain/testing/xml";
import { DAY, HOUR, now } from "@/lib/clock";
import { newsFile, newsFiles } from "./news-sitemap";
import { sitemapFile, sitemapFiles } from "./sitemap";
import { newsSitemapOf, sitemapIndex, sitemapOf } from "./sitemap-xml";

const lists = ["pages", "topics", "bylines"].map((name) => `/sitemaps/${name}.xml`);
const SITE = "https://paper.example";
const day = (text: string) => new Date(`${text}T12:00:00Z`);

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.update(publications).set({ endedAt: now() });
  });
});

/** Many stories at once, as an import brings them. */
async function makeMany(number: number, first: Date) {
  const { revision, section } = await makePublishedArticle({ publishedAt: first });
  const by = (await makeStaff()).id;
  const of = { revisionId: revision.id, sectionId: section.id, publishedBy: by, kind: "first" as const };
  const ids = Array.from({ length: number }, (_, n) => `many-${first.getTime()}-${n}`);
  await transact(async (tx) => {
    for (let from = 0; from < number; from += 1000) {
      const some = ids.slice(from, from + 1000);
      await tx.insert(articles).values(some.map((id) => ({ id, createdBy: by, createdAt: first })));
      await tx.insert(permalinks).values(some.map((id) => ({ path: `/many/${id}`, articleId: id, createdAt: first })));
      await tx
        .insert(publications)
        .values(some.map((articleId) => ({ ...of, articleId, publishedAt: first, firstPublishedAt: first })));
    }
  });
}

describe("the sitemap", () => {
  test("names a file for each month with stories, and when what is in it changed last", async () => {
    await makePublishedArticle({ firstPublishedAt: day("2025-12-31"), publishedAt: day("2026-02-02") });
    await makePublishedArticle({ publishedAt: day("2025-12-01") });
    await makePublishedArticle({ publishedAt: day("2026-03-05") });
    const newest = day("2026-03-05");
    expect(await sitemapFiles()).toEqual([
      { path: "/sitemaps/pages.xml", updatedAt: newest },
      { path: "/sitemaps/topics.xml", updatedAt: null },
      { path: "/sitemaps/bylines.xml", updatedAt: newest },
      { path: "/sitemaps/2025-12.xml", updatedAt: day("2026-02-02") },
      { path: "/sitemaps/2026-03.xml", updatedAt: newest },
    ]);
  });

  test("says of each list when what is in it changed, which an edited page about the paper does too", async () => {
    const by = (await makeStaff()).id;
    const [topic, byline] = [await makeTopic(), await makeByline()];
    await makePublishedArticle({ topicIds: [topic.id], bylineIds: [byline.id], publishedAt: day("2026-03-02") });
    await makePublishedArticle({ bylineIds: [byline.id], publishedAt: day("2026-03-03") });
    await makePublishedArticle({ bylineIds: [], publishedAt: day("2026-03-05") });
    const said = { slug: "ethics", title: "", body: {}, editedBy: by, publishedAt: day("2026-01-01") } as const;
    await transact(async (tx) => {
      await tx.delete(aboutPages);
      await tx.insert(aboutPages).values({ ...said, editedAt: day("2026-03-04") });
    });
    const told = async () => Object.fromEntries((await sitemapFiles()).map(({ path, updatedAt }) => [path, updatedAt]));
    expect(await told()).toMatchObject({
      "/sitemaps/pages.xml": day("2026-03-05"),
      "/sitemaps/topics.xml": day("2026-03-02"),
      "/sitemaps/bylines.xml": day("2026-03-03"),
    });
    await transact(async (tx) => {
      await tx.update(aboutPages).set({ editedAt: day("2026-03-09") });
    });
    expect(await told()).toMatchObject({ "/sitemaps/pages.xml": day("2026-03-09") });
    await transact(async (tx) => {
      await tx.delete(aboutPages);
    });
  });

  test("splits topics that one file cannot hold, and loses none; a paper without has an empty file", async () => {
    expect((await sitemapFiles()).map(({ path }) => path)).toEqual(lists);
    expect(await sitemapFile("topics")).toEqual([]);
    const ids = Array.from({ length: 2501 }, (_, n) => `split-${n}`);
    await transact(async (tx) => {
      for (let from = 0; from < ids.length; from += 500) {
        const some = ids.slice(from, from + 500);
        await tx.insert(topics).values(some.map((id) => ({ id, name: id, slug: id, createdAt: day("2026-03-01") })));
        const sizes = some.map((id) => ({ list: listOf.topic(id), stories: 1, changedAt: day("2026-03-05") }));
        await tx.insert(listSizes).values(sizes);
      }
    });
    expect((await sitemapFiles()).map(({ path }) => path)).toContain("/sitemaps/topics-2.xml");
    const [first, second] = [await sitemapFile("topics"), await sitemapFile("topics-2")];
    expect([first?.length, second?.length]).toEqual([2500, 1]);
    expect(new Set([...(first ?? []), ...(second ?? [])].map(({ path }) => path)).size).toBe(2501);
    for (const name of ["topics-3", "topics-1", "bylines-2", "pages-2"]) expect(await sitemapFile(name)).toBeNull();
    await transact(async (tx) => {
      await tx.delete(listSizes).where(like(listSizes.list, listOf.topic("split-%")));
    });
  });

  test("has each story once, in the file of the month in which it first came, while it is live", async () => {
    const kept = await makePublishedArticle({ firstPublishedAt: day("2026-03-31"), publishedAt: day("2026-04-02") });
    const gone = await makePublishedArticle({ publishedAt: day("2026-03-30") });
    await transact(async (tx) => {
      await tx.update(publications).set({ endedAt: now() }).where(eq(publications.id, gone.publication.id));
    });
    expect(await sitemapFile("2026-03")).toEqual([{ path: kept.path, updatedAt: day("2026-04-02") }]);
    for (const name of ["2026-04", "2026-13", "2026-03-2", "2026-03-1", "toString", "x"]) {
      expect(await sitemapFile(name), name).toBeNull();
    }
  });

  test("splits a month that one file cannot hold, and loses none", async () => {
    await makeMany(2501, day("2024-05-05"));
    expect((await sitemapFiles()).map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/sitemaps/2024-05.xml", "/sitemaps/2024-05-2.xml"]),
    );
    const [first, second] = [await sitemapFile("2024-05"), await sitemapFile("2024-05-2")];
    const paths = [...(first ?? []), ...(second ?? [])].map(({ path }) => path);
    expect(first).toHaveLength(2500);
    expect(new Set(paths).size).toBe(2502);
    expect(await sitemapFile("2024-05-3")).toBeNull();
  });

  test("has the front, sections, the archive and what the paper says of itself, but not what it does not show", async () => {
    const by = (await makeStaff()).id;
    const section = await makeSection({ slug: "harbour" });
    const about = { title: "", body: {}, editedBy: by, editedAt: day("2026-01-01") };
    await transact(async (tx) => {
      await tx.insert(aboutPages).values({ ...about, slug: "ethics", publishedAt: day("2026-01-01") });
      await tx.insert(aboutPages).values({ ...about, slug: "contact", publishedAt: null });
    });
    const [topic, byline, unused] = [await makeTopic(), await makeByline(), await makeTopic()];
    const at = day("2026-03-05");
    await makePublishedArticle({
      sectionId: section.id,
      topicIds: [topic.id],
      bylineIds: [byline.id],
      publishedAt: at,
    });
    const pages = (await sitemapFile("pages")) ?? [];
    expect(pages).toEqual(
      expect.arrayContaining([
        { path: "/", updatedAt: at },
        { path: "/harbour", updatedAt: at },
        { path: "/about", updatedAt: day("2026-01-01") },
        { path: "/about/ethics", updatedAt: day("2026-01-01") },
        { path: "/archive", updatedAt: at },
        { path: "/archive/2026/03", updatedAt: at },
      ]),
    );
    expect(pages.map(({ path }) => path)).not.toContain("/about/contact");
    const topicsListed = (await sitemapFile("topics")) ?? [];
    expect(topicsListed).toContainEqual({ path: `/topics/${topic.slug}`, updatedAt: at });
    expect(topicsListed.map(({ path }) => path)).not.toContain(`/topics/${unused.slug}`);
    expect(await sitemapFile("bylines")).toContainEqual({ path: `/bylines/${byline.slug}`, updatedAt: at });
  });

  test("is XML with whole addresses and times with the zone's offset", () => {
    const entries = [{ path: "/a?b=1&c", updatedAt: day("2026-03-05") }];
    for (const [xml, root, child] of [
      [sitemapIndex(entries, SITE, "Europe/Helsinki"), "sitemapindex", "sitemap"],
      [sitemapOf(entries, SITE, "Europe/Helsinki"), "urlset", "url"],
    ] as const) {
      const parsed = parseXml(xml);
      expect(parsed).toMatchObject({
        name: root,
        attributes: { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
      });
      expect(one(one(parsed, child), "loc").text).toBe(`${SITE}/a?b=1&c`);
      expect(one(one(parsed, child), "lastmod").text).toBe("2026-03-05T14:00:00+02:00");
    }
  });
});

describe("the news sitemap", () => {
  test("has the stories that first came in the last two days, and says when the oldest leaves", async () => {
    const at = now().getTime();
    const oldest = new Date(at - 47 * HOUR);
    await makePublishedArticle({ publishedAt: oldest });
    const newest = await makePublishedArticle({ publishedAt: new Date(at - HOUR), language: "ar", headline: "خبر" });
    await makePublishedArticle({ firstPublishedAt: new Date(at - 49 * HOUR), publishedAt: new Date(at) });
    expect(await newsFiles()).toEqual({ files: 1, until: new Date(oldest.getTime() + 2 * DAY) });
    expect(await newsFile(1)).toMatchObject([{ path: newest.path, headline: "خبر" }, { publishedAt: oldest }]);
  });

  test("is empty when nothing is new", async () => {
    expect(await newsFiles()).toEqual({ files: 1, until: null });
    expect(await newsFile(1)).toEqual([]);
  });

  test("holds at most a thousand a file, and loses none", async () => {
    await makeMany(1000, new Date(now().getTime() - HOUR));
    expect(await newsFiles()).toMatchObject({ files: 2 });
    const both = [await newsFile(1), await newsFile(2)];
    expect(both.map((file) => file.length)).toEqual([1000, 1]);
    expect(new Set(both.flat().map(({ path }) => path)).size).toBe(1001);
    expect(await db().$count(publications)).toBeGreaterThan(1000);
  });

  test("names publication, language, first time and headline alone", () => {
    const entry = { path: "/a", headline: "</script><b>&", publishedAt: day("2026-03-05"), language: "" };
    const xml = newsSitemapOf([entry, { ...entry, language: "zh-TW" }], SITE, {
      name: "Quay & Co",
      language: "en-GB",
      timeZone: "UTC",
    });
    const [first, second] = all(parseXml(xml), "url").map((url) => one(url, "news:news"));
    if (!first || !second) throw new Error("Two were given");
    expect(one(one(first, "news:publication"), "news:name").text).toBe("Quay & Co");
    expect(one(one(first, "news:publication"), "news:language").text).toBe("en");
    expect(one(one(second, "news:publication"), "news:language").text).toBe("zh-tw");
    expect(one(first, "news:publication_date").text).toBe("2026-03-05T12:00:00+00:00");
    expect(one(first, "news:title").text).toBe("</script><b>&");
  });
});
