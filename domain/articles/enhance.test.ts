import { describe, expect, test } from "vitest";
import type { PictureSources } from "@/domain/media/asset";
import { EMPTY_ARTICLE } from "./article";
import type { Block, Body } from "./body";
import { enhanceBody, tellStory } from "./enhance";

const heading = (text: string, level: 2 | 3 = 2): Block => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
});
const body = (...blocks: Block[]): Body => ({ version: 1, blocks });
const picture = (assetId: string): Block => ({
  type: "picture",
  attrs: { assetId, alt: null, caption: " A pier ", credit: "Jane Roe" },
});

function sources(assetId: string, files = 1): PictureSources {
  const jpeg = Array.from({ length: files }, () => ({ src: `/media/${assetId}.jpg`, width: 640, height: 400 }));
  const crop = { width: 640, height: 400, avif: [], webp: [], jpeg };
  return { assetId, alt: null, placeholder: "data:,", crops: { whole: crop, "1x1": crop, "4x3": crop, "16x9": crop } };
}

const pictures = new Map([
  ["a", sources("a")],
  ["b", sources("b")],
  ["unready", sources("unready", 0)],
]);
const nowhere = {
  articleId: "x",
  path: null,
  section: null,
  topics: [],
  bylines: [],
  publishedAt: null,
  updatedAt: null,
  pictures,
};

describe("headings", () => {
  test("get an anchor from their words, each once, and empty ones are left out", () => {
    const anchors = enhanceBody(
      body(heading("What next?"), heading("What next"), heading("What next 2"), heading("???"), heading(" ")),
      pictures,
    ).map((block) => "anchor" in block && block.anchor);
    expect(anchors).toEqual(["what-next", "what-next-2", "what-next-2-2", "part"]);
  });
});

describe("quick links", () => {
  const box = (subheads: boolean, ...links: { label: string; href: string }[]): Block => ({
    type: "quickLinks",
    attrs: { subheads, links },
  });

  test("list the story's subheads by their anchors, then the chosen links that are complete", () => {
    const blocks = enhanceBody(
      body(
        box(true, { label: "Map", href: "/map" }, { label: "", href: "/x" }, { label: "No address", href: "" }),
        heading("The vote"),
        heading("The vote", 3),
      ),
      pictures,
    );
    expect(blocks[0]).toEqual({
      type: "quickLinks",
      links: [
        { label: "The vote", href: "#the-vote" },
        { label: "The vote", href: "#the-vote-2" },
        { label: "Map", href: "/map" },
      ],
    });
  });

  test("are left out when nothing is in them", () => {
    expect(enhanceBody(body(box(true)), pictures)).toEqual([]);
    expect(enhanceBody(body(box(false), heading("A")), pictures)).toHaveLength(1);
  });
});

describe("pictures", () => {
  test("come with their files; one without files is left out", () => {
    const blocks = enhanceBody(body(picture("a"), picture("gone"), picture("unready")), pictures);
    expect(blocks).toEqual([
      { type: "picture", figure: { sources: sources("a"), alt: "", caption: "A pier", credit: "Jane Roe" } },
    ]);
  });
});

describe("a story", () => {
  test("is shared by its share fields, else its search fields, else what it says", () => {
    const plain = { ...EMPTY_ARTICLE, headline: "H", standfirst: "S" };
    expect(tellStory(plain, nowhere)).toMatchObject({
      search: { title: "H", description: "S" },
      share: { title: "H", description: "S" },
    });
    const searched = { ...plain, search: { title: "ST", description: " " } };
    expect(tellStory(searched, nowhere)).toMatchObject({
      search: { title: "ST", description: "S" },
      share: { title: "ST", description: "S" },
    });
    const shared = { ...searched, share: { title: "HT", description: "HD", assetId: null } };
    expect(tellStory(shared, nowhere).share).toEqual({ title: "HT", description: "HD" });
  });

  test("is shared with the chosen picture, else its lead, else none", () => {
    const lead = { assetId: "a", alt: "", caption: "", credit: "" };
    const share = { title: "", description: "", assetId: "b" };
    expect(tellStory({ ...EMPTY_ARTICLE, lead, share }, nowhere).sharePicture?.sources.assetId).toBe("b");
    expect(tellStory({ ...EMPTY_ARTICLE, lead }, nowhere).sharePicture?.sources.assetId).toBe("a");
    expect(
      tellStory({ ...EMPTY_ARTICLE, lead, share: { ...share, assetId: "unready" } }, nowhere).sharePicture?.sources
        .assetId,
    ).toBe("a");
    expect(tellStory(EMPTY_ARTICLE, nowhere).sharePicture).toBeNull();
  });

  test("tells of the shared picture what it says of it itself, else what the library says", () => {
    const described = new Map([["b", { ...sources("b"), alt: "A ferry" }]]);
    const shared = { ...EMPTY_ARTICLE, share: { title: "", description: "", assetId: "b" } };
    const told = (shown: Body) => tellStory({ ...shared, body: shown }, { ...nowhere, pictures: described });
    expect(told(body()).sharePicture).toMatchObject({ alt: "A ferry", caption: "", credit: "" });
    expect(told(body(picture("b"))).sharePicture).toMatchObject({ alt: "", caption: "A pier", credit: "Jane Roe" });
  });

  test("takes a minute for every 230 words, and never none", () => {
    const words = (count: number) =>
      body({ type: "paragraph", content: [{ type: "text", text: "word ".repeat(count) }] });
    expect(tellStory({ ...EMPTY_ARTICLE, body: words(10) }, nowhere)).toMatchObject({ words: 10, minutes: 1 });
    expect(tellStory({ ...EMPTY_ARTICLE, body: words(920) }, nowhere).minutes).toBe(4);
  });
});
