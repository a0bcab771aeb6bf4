import { beforeAll, describe, expect, test } from "vitest";
import { makeAboutPage, makeSettings, makeStaff } from "@/db/factories";
import { tag } from "@/domain/events/tags";
import { siteFeed } from "@/domain/feeds/published";
import type { Actor } from "@/domain/people/staff";
import { findAbout } from "@/domain/settings/published";
import { completeContent } from "@/domain/testing/content";
import type { ReadersContent } from "./article";
import { articlesIn, type Block, Body, isSafeHref, storyHref, storyIn } from "./body";
import { createArticle, saveDraft } from "./editing";
import { led } from "./leading";
import { publishArticle, unpublishArticle } from "./publication";
import { findByPath } from "./published";

const linked = (href: string, text = "words"): Block => ({
  type: "paragraph",
  content: [{ type: "text", text, marks: [{ type: "bold" }, { type: "link", attrs: { href } }] }],
});
const box = (...hrefs: string[]): Block => ({
  type: "quickLinks",
  attrs: { subheads: false, links: hrefs.map((href) => ({ label: "Go", href })) },
});
const nested: Block = {
  type: "bulletList",
  content: [{ type: "listItem", content: [linked(storyHref("deep")) as Extract<Block, { type: "paragraph" }>] }],
};

describe("a link to a story of ours", () => {
  test.each([
    ["article:abc123", true],
    ["article:", false],
    ["article:a/b", false],
    ["article:a?b", false],
    ["article://abc", false],
    ["ARTICLE:abc", false],
    [" article:abc", false],
    ["article:abc\njavascript:alert(1)", false],
    [`article:${"a".repeat(41)}`, false],
  ])("%j may stand in a body: %s", (href, may) => {
    expect(isSafeHref(href)).toBe(may);
    expect(Body.safeParse({ version: 1, blocks: [linked(href)] }).success).toBe(may);
    expect(storyIn(href) !== null).toBe(may);
  });

  test("names the article, wherever it stands", () => {
    const related: Block = { type: "relatedStories", attrs: { articleIds: ["r"] } };
    const body: Body = {
      version: 1,
      blocks: [linked("article:a"), linked("https://b.example"), nested, box("article:c", "/d"), related],
    };
    expect(articlesIn(body).sort()).toEqual(["a", "c", "deep", "r"]);
  });

  test("leads to where the story stands; of one that stands nowhere the words stay", () => {
    const pathOf = (id: string) => (id === "live" || id === "deep" ? `/news/${id}` : null);
    expect(
      led(
        [
          linked("article:live"),
          linked("article:draft"),
          linked("/own"),
          nested,
          box("article:live", "article:draft", "/own"),
        ],
        pathOf,
      ),
    ).toEqual([
      linked("/news/live"),
      { type: "paragraph", content: [{ type: "text", text: "words", marks: [{ type: "bold" }] }] },
      linked("/own"),
      JSON.parse(JSON.stringify(nested).replace("article:deep", "/news/deep")),
      box("/news/live", "/own"),
    ]);
  });
});

describe("before readers", () => {
  let editor: Actor;
  beforeAll(async () => {
    editor = await makeStaff({ role: "editor" });
    await makeSettings();
  });

  async function story(given: Partial<ReadersContent>) {
    const { subjectId: id } = await createArticle(editor);
    const content = await completeContent(given);
    let version = 1;
    const save = async (changed: Partial<ReadersContent> = {}) => {
      const result = await saveDraft(editor, { id, version, content: { ...content, ...changed } });
      if ("saved" in result) version = result.saved.version;
      await publishArticle(editor, { id, version });
      return id;
    };
    return { id, save };
  }
  const pageAt = async (path: string) => {
    const found = await findByPath(path);
    if (!found || !("story" in found)) throw new Error(`Nothing at ${path}`);
    return found;
  };

  test("it follows the story's address, in the page and in the feed, and goes with the story", async () => {
    const target = await story({ headline: "Target", slug: "first-address" });
    const body: Body = { version: 1, blocks: [linked(storyHref(target.id), "as we told")] };
    const source = await story({ headline: "Source", slug: "the-source", body });
    await source.save();
    const entry = async () => (await siteFeed())?.feed.entries.find(({ title }) => title === "Source");
    const path = new URL((await entry())?.url ?? "").pathname;
    expect(JSON.stringify((await pageAt(path)).story.blocks)).not.toContain("link");
    expect((await pageAt(path)).tags).toContain(tag.article(target.id));

    await target.save();
    expect(JSON.stringify((await pageAt(path)).story.blocks)).toContain("/first-address");
    expect((await entry())?.html).toContain('/first-address">');

    await target.save({ slug: "second-address", standfirst: "Changed." });
    expect(JSON.stringify((await pageAt(path)).story.blocks)).toContain("/second-address");
    expect((await entry())?.html).toContain('/second-address">');
    expect((await entry())?.html).not.toContain("article:");

    await unpublishArticle(editor, { id: target.id });
    expect((await pageAt(path)).story.blocks).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "as we told", marks: [{ type: "bold" }] }] },
    ]);
  });

  test("a link to an article that there is not, as pasted from another paper, is kept and leads nowhere", async () => {
    const lost = await story({ headline: "Lost", body: { version: 1, blocks: [linked(storyHref("nosuch"))] } });
    await lost.save();
    const found = (await siteFeed())?.feed.entries.find(({ title }) => title === "Lost");
    expect(found?.html).toBe("<p><strong>words</strong></p>");
  });

  test("a page about the paper leads to it too", async () => {
    const target = await story({ headline: "Told of", slug: "told-of" });
    await target.save();
    await makeAboutPage({
      slug: "ethics",
      body: { version: 1, blocks: [linked(storyHref(target.id))] },
      publishedAt: new Date(),
    });
    const page = await findAbout("ethics");
    expect(JSON.stringify(page?.blocks)).toContain("/told-of");
    expect(page?.tags).toContain(tag.article(target.id));
  });
});
