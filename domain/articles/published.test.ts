import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseFile, open, transact } from "@/db/client";
import {
  makeAsset,
  makeByline,
  makePublishedArticle,
  makeRendition,
  makeSection,
  makeSettings,
  makeStaff,
  makeTopic,
} from "@/db/factories";
import { drafts, permalinks, publications } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { siteFeed } from "@/domain/feeds/published";
import { sitemapFile } from "@/domain/feeds/sitemap";
import type { Actor } from "@/domain/people/staff";
import { findByline, findTopic } from "@/domain/taxonomy/published";
import { EMPTY_ARTICLE } from "./article";
import { createArticle, saveDraft } from "./editing";
import { publishArticle, unpublishArticle } from "./publication";
import { byByline, findByPath, inSection, latest, newest, onTopic, readNext } from "./published";

const DAY = 86_400_000;
const at = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY);
const headlines = (list: { cards: { headline: string }[] } | null) => list?.cards.map((card) => card.headline);

let editor: Actor;
beforeAll(async () => {
  editor = await makeStaff({ role: "editor" });
  await makeSettings();
});

/** A story written and published by the verbs, as the newsroom does it. */
async function publishStory(headline: string, given: { topicIds?: string[]; sectionId?: string } = {}) {
  const section = given.sectionId ?? (await makeSection()).id;
  const byline = await makeByline();
  const content = {
    ...EMPTY_ARTICLE,
    headline,
    sectionId: section,
    bylineIds: [byline.id],
    topicIds: given.topicIds ?? [],
    body: {
      version: 1 as const,
      blocks: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Words." }] }],
    },
  };
  const { subjectId: id } = await createArticle(editor);
  const save = async (changed: Partial<typeof content>, version: number) => {
    const result = await saveDraft(editor, { id, version, content: { ...content, ...changed } });
    if (!("saved" in result)) throw new Error("conflict");
    return result.saved.version;
  };
  const version = await save({}, 1);
  await publishArticle(editor, { id, version });
  return { id, version, content, byline, sectionId: section, save };
}

/** Every list and page in which a story could show, as one text. */
async function everythingShown(of: { sectionId: string; bylineId: string; topicId: string; path: string }) {
  const front = await newest([of.sectionId], { overall: 10, opinions: 10, perSection: 10 });
  return JSON.stringify([
    await latest(),
    await inSection(of.sectionId),
    await onTopic(of.topicId),
    await byByline(of.bylineId),
    await siteFeed(),
    await findByPath(of.path),
    [front.latest, front.bySection],
    await sitemapFile("topics"),
    await sitemapFile("bylines"),
    await sitemapFile(new Date().toISOString().slice(0, 7)),
  ]);
}

describe("what is live, and nothing else", () => {
  test("a draft that was never published is nowhere", async () => {
    const { subjectId: id } = await createArticle(editor);
    const section = await makeSection();
    const content = { ...EMPTY_ARTICLE, headline: "Secret draft", sectionId: section.id };
    await saveDraft(editor, { id, version: 1, content });
    const shown = await everythingShown({
      sectionId: section.id,
      bylineId: "-",
      topicId: "-",
      path: "/x/secret-draft",
    });
    expect(shown).not.toContain("Secret draft");
  });

  test("a change is not shown until it is published, and then the old text is gone, everywhere", async () => {
    const topic = await makeTopic();
    const story = await publishStory("First words", { topicIds: [topic.id] });
    const path = (await latest())?.cards.find((card) => card.headline === "First words")?.path ?? "";
    const where = { sectionId: story.sectionId, bylineId: story.byline.id, topicId: topic.id, path };

    const version = await story.save({ headline: "Second words" }, story.version);
    const before = await everythingShown(where);
    expect(before).toContain("First words");
    expect(before).not.toContain("Second words");

    await publishArticle(editor, { id: story.id, version });
    const after = await everythingShown(where);
    expect(after.split("Second words").length).toBeGreaterThan(8);
    expect(after).not.toContain("First words");
    expect(after.split(`"headline":"Second words"`).length - 1).toBe(7);
  });

  test("an unpublished story is nowhere, nor are a topic and a byline that only it had", async () => {
    const topic = await makeTopic();
    const story = await publishStory("Withdrawn story", { topicIds: [topic.id] });
    const path = (await latest())?.cards.find((card) => card.headline === "Withdrawn story")?.path ?? "";
    expect(await findTopic(topic.slug)).not.toBeNull();
    expect(await findByline(story.byline.slug)).not.toBeNull();

    await unpublishArticle(editor, { id: story.id });
    const where = { sectionId: story.sectionId, bylineId: story.byline.id, topicId: topic.id, path };
    const shown = await everythingShown(where);
    expect(shown).not.toContain("Withdrawn");
    expect(shown).not.toContain(topic.slug);
    expect(await findByPath(path)).toMatchObject({ gone: { note: "" } });
    expect(await findTopic(topic.slug)).toBeNull();
    expect(await findByline(story.byline.slug)).toBeNull();
  });

  test("a story that lost a topic, byline or section leaves their lists", async () => {
    const [topic, other] = [await makeTopic(), await makeSection()];
    const story = await publishStory("Moving story", { topicIds: [topic.id] });
    const version = await story.save({ topicIds: [], sectionId: other.id }, story.version);
    await publishArticle(editor, { id: story.id, version });
    expect(headlines(await onTopic(topic.id))).toEqual([]);
    expect(headlines(await inSection(story.sectionId))).toEqual([]);
    expect(headlines(await inSection(other.id))).toEqual(["Moving story"]);
  });

  test("what a draft says never reaches the page of the story", async () => {
    const { article, path } = await makePublishedArticle({ headline: "As published" });
    await transact(async (tx) => {
      await tx.update(drafts).set({ headline: "As drafted" }).where(eq(drafts.articleId, article.id));
    });
    expect(JSON.stringify(await findByPath(path))).not.toContain("As drafted");
  });
});

describe("addresses", () => {
  test("an address that was left leads to the present one as long as the story is live, and then says that it is gone", async () => {
    const { article, path, publication } = await makePublishedArticle();
    await transact(async (tx) => {
      await tx.insert(permalinks).values({
        path: "/old/address",
        articleId: article.id,
        createdAt: at(0),
        retiredAt: at(1),
      });
    });
    expect(await findByPath("/old/address")).toMatchObject({ movedTo: path });
    expect(await findByPath(path)).toMatchObject({ story: { path } });
    await transact(async (tx) => {
      await tx
        .update(publications)
        .set({ endedAt: at(2) })
        .where(eq(publications.id, publication.id));
    });
    expect(await findByPath("/old/address")).toMatchObject({ gone: { at: at(2) } });
    expect(await findByPath(path)).toMatchObject({ gone: { at: at(2) } });
  });

  test("an address nobody had is nothing", async () => {
    expect(await findByPath("/no/such")).toBeNull();
    expect(await findByPath("")).toBeNull();
  });
});

describe("lists", () => {
  test("come newest first by when readers first saw them, twenty a page, and end", async () => {
    const section = await makeSection();
    for (let day = 0; day < 41; day++) {
      await makePublishedArticle({ sectionId: section.id, headline: `Day ${day}`, publishedAt: at(day) });
    }
    const [first, second, third] = [
      await inSection(section.id, 1),
      await inSection(section.id, 2),
      await inSection(section.id, 3),
    ];
    expect(headlines(first)?.slice(0, 2)).toEqual(["Day 40", "Day 39"]);
    expect([first?.cards.length, first?.hasOlder]).toEqual([20, true]);
    expect(headlines(second)?.[0]).toBe("Day 20");
    expect(headlines(third)).toEqual(["Day 0"]);
    expect(third?.hasOlder).toBe(false);
    expect(await inSection(section.id, 4)).toBeNull();
  });

  test("the first page of an empty list is there, the second is not", async () => {
    const section = await makeSection();
    expect(await inSection(section.id)).toMatchObject({ cards: [], page: 1, hasOlder: false });
    expect(await inSection(section.id, 2)).toBeNull();
  });

  test("a card names its bylines in order and shows a lead picture that has files", async () => {
    const [a, b] = [await makeByline({ name: "Aino" }), await makeByline({ name: "Bo" })];
    const [with_, without] = [await makeAsset(), await makeAsset()];
    await makeRendition({ assetId: with_.id });
    const section = await makeSection();
    const lead = (assetId: string) => ({ ...firstUseOf({ id: assetId }), alt: "A bridge", caption: "", credit: "X" });
    await makePublishedArticle({ sectionId: section.id, bylineIds: [b.id, a.id], lead: lead(with_.id) });
    const first = (await inSection(section.id))?.cards[0];
    expect(first?.bylines.map(({ name }) => name)).toEqual(["Bo", "Aino"]);
    expect(first?.picture?.alt).toBe("A bridge");
    await makePublishedArticle({ sectionId: section.id, lead: { ...lead(without.id) } });
    expect((await inSection(section.id))?.cards.length).toBe(2);
  });
});

describe("what to read next", () => {
  test("most shared topics first, then the same section, then the newest; never the story itself", async () => {
    const [t1, t2, t3] = [await makeTopic(), await makeTopic(), await makeTopic()];
    const section = await makeSection();
    const both = [t1.id, t2.id];
    const story = await makePublishedArticle({ sectionId: section.id, topicIds: both, publishedAt: at(5) });
    await makePublishedArticle({ headline: "One, elsewhere, new", topicIds: [t1.id], publishedAt: at(9) });
    await makePublishedArticle({ headline: "Two, elsewhere, old", topicIds: both, publishedAt: at(1) });
    await makePublishedArticle({ headline: "One, here", topicIds: [t2.id], sectionId: section.id, publishedAt: at(2) });
    await makePublishedArticle({ headline: "None, here", topicIds: [t3.id], sectionId: section.id });
    const found = await findByPath(story.path);
    if (!found || !("story" in found)) throw new Error("not found");
    const { related, more } = await readNext(found.story);
    expect(related.map((card) => card.headline)).toEqual(["Two, elsewhere, old", "One, here", "One, elsewhere, new"]);
    expect(more.map((card) => card.headline)).toEqual(["None, here"]);
  });
});

describe("indexes", () => {
  beforeEach(() => makePublishedArticle());

  test("no list scans a table", async () => {
    // The shapes of the queries above, as SQLite plans them: only searches, and scans along the partial index of what is live.
    const connection = open(databaseFile(), true);
    const plan = (sql: string) =>
      (connection.prepare(`explain query plan ${sql}`).all() as { detail: string }[])
        .map((row) => row.detail)
        .join("\n");
    const listed = "(ended_at is null and retracted_at is null)";
    const order = "order by p.first_published_at desc, p.id desc limit 20";
    expect(plan(`select id from publications p where ${listed} ${order}`)).toMatch(
      /^SCAN p USING INDEX publications_latest$/,
    );
    expect(plan(`select id from publications p where section_id = 'x' and ${listed} ${order}`)).toMatch(
      /^SEARCH p USING INDEX publications_section \(section_id=\?\)$/,
    );
    const joined = (table: string, column: string) =>
      plan(`select p.id from ${table} r join publications p on p.revision_id = r.revision_id and ${listed}
        where r.${column} = 'x' ${order}`);
    for (const detail of [joined("revision_topics", "topic_id"), joined("revision_bylines", "byline_id")]) {
      expect(detail).not.toMatch(/SCAN/);
    }
    connection.close();
  });
});
