import { describe, expect, test } from "vitest";
import type { PictureSources } from "@/domain/media/asset";
import { eachCrop } from "@/domain/media/crop";
import { lookups } from "@/domain/testing/lookups";
import { EMPTY_ARTICLE } from "./article";
import { type Block, type Body, firstUseOf } from "./body";
import type { Card } from "./card";
import { enhanceBody, tellStory } from "./enhance";

const heading = (text: string, level: 2 | 3 = 2): Block => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
});
const body = (...blocks: Block[]): Body => ({ version: 1, blocks });
const picture = (assetId: string): Block => ({
  type: "picture",
  attrs: { ...firstUseOf({ id: assetId }), alt: null, caption: " A pier ", credit: "Jane Roe" },
});

function sources(assetId: string, files = 1): PictureSources {
  const jpeg = Array.from({ length: files }, () => ({ src: `/media/${assetId}.jpg`, width: 640, height: 400 }));
  const crop = { width: 640, height: 400, avif: [], webp: [], jpeg };
  return { assetId, alt: null, caption: "", credit: "", isAnimated: false, crops: eachCrop(() => crop) };
}

const pictures = new Map([
  ["a", sources("a")],
  ["b", sources("b")],
  ["unready", sources("unready", 0)],
]);
const nowhere = lookups({ pictures });

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
      {
        type: "picture",
        figure: { sources: sources("a"), shape: "whole", alt: "", caption: "A pier", credit: "Jane Roe" },
      },
    ]);
  });
});

const text = (words: string): Block => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const use = (assetId: string) => ({ ...firstUseOf({ id: assetId }), alt: "", caption: "", credit: "Jane Roe" });
const note = (words: string) => ({ type: "footnote" as const, attrs: { text: words } });

describe("galleries", () => {
  const gallery = (...ids: string[]): Block => ({
    type: "gallery",
    attrs: { title: " Quays ", pictures: ids.map(use) },
  });

  test("show the pictures that have files, in order, and are left out when none has", () => {
    const [block] = enhanceBody(body(gallery("b", "gone", "a", "unready")), pictures);
    expect(block).toMatchObject({
      title: "Quays",
      figures: [{ sources: { assetId: "b" } }, { sources: { assetId: "a" } }],
    });
    expect(enhanceBody(body(gallery("gone")), pictures)).toEqual([]);
  });
});

describe("notes", () => {
  test("are numbered as they stand in the text, wherever that is; empty ones are left out", () => {
    const paragraph = { type: "paragraph" as const, content: [{ type: "text" as const, text: "x" }, note("third")] };
    const told = tellStory(
      {
        ...EMPTY_ARTICLE,
        body: body(
          { type: "paragraph", content: [{ type: "text", text: "a" }, note(" first "), note(" "), note("second")] },
          { type: "bulletList", content: [{ type: "listItem", content: [paragraph] }] },
          { type: "quote", attrs: { attribution: "" }, content: [{ type: "paragraph", content: [note("fourth")] }] },
        ),
      },
      nowhere,
    );
    expect(told.notes).toEqual([
      { number: 1, text: "first" },
      { number: 2, text: "second" },
      { number: 3, text: "third" },
      { number: 4, text: "fourth" },
    ]);
    expect(told.blocks[0]).toMatchObject({
      content: [{ text: "a" }, { attrs: { number: 1 } }, { attrs: { number: 2 } }],
    });
  });
});

describe("the table of contents", () => {
  const parts = [heading("One"), heading("A", 3), heading("Two"), heading("Three")];
  const long = text("word ".repeat(900));
  const contents = (...blocks: Block[]) =>
    tellStory({ ...EMPTY_ARTICLE, body: body(...blocks) }, nowhere).contents.map(({ href }) => href);

  test("lists the parts of a long story", () => {
    expect(contents(...parts, long)).toEqual(["#one", "#two", "#three"]);
  });

  test("is left out of a short one, of one with few parts, and where a box of links lists them", () => {
    const box: Block = { type: "quickLinks", attrs: { subheads: true, links: [] } };
    expect(contents(...parts, text("word ".repeat(800)))).toEqual([]);
    expect(contents(...parts.slice(0, 3), long)).toEqual([]);
    expect(contents(...parts, long, box)).toEqual([]);
    expect(
      contents(...parts, long, { ...box, attrs: { subheads: false, links: [{ label: "x", href: "/x" }] } }),
    ).toHaveLength(3);
  });
});

describe("sounds and films", () => {
  const source = { src: "/media/s.mp3", type: "audio/mpeg", duration: 61_000, width: 0, height: 0, bytes: 2_300_000 };
  const played = new Map([
    ["sound", { ...source, kind: "audio" as const }],
    ["film", { ...source, kind: "video" as const, type: "video/webm", width: 640, height: 360 }],
    ["report", { ...source, kind: "document" as const, src: "/media/r.pdf", type: "application/pdf" }],
    ["said", { ...source, kind: "captions" as const, src: "/media/c.vtt", type: "text/vtt" }],
  ]);
  const said = { title: " The bell ", caption: "", credit: "" };
  const film = { ...said, assetId: "film", posterAssetId: "a", captionsAssetId: "said", captionsLanguage: "en" };
  const told = (...blocks: Block[]) => enhanceBody(body(...blocks), pictures, { played, cards: new Map() });

  test("come with their files, a film with its poster and captions", () => {
    expect(told({ type: "audio", attrs: { ...said, assetId: "sound" } }, { type: "video", attrs: film })).toMatchObject(
      [
        { type: "audio", title: "The bell", src: "/media/s.mp3", mime: "audio/mpeg", duration: 61_000 },
        { type: "video", poster: "/media/a.jpg", captions: { src: "/media/c.vtt", language: "en" }, width: 640 },
      ],
    );
  });

  test("a document comes with its file and its size", () => {
    expect(told({ type: "document", attrs: { ...said, assetId: "report", credit: "" } })).toMatchObject([
      { type: "document", title: "The bell", src: "/media/r.pdf", mime: "application/pdf", bytes: 2_300_000 },
    ]);
    expect(told({ type: "document", attrs: { ...said, assetId: "sound", credit: "" } })).toEqual([]);
  });

  test("are left out without their file, or with one of another kind", () => {
    expect(
      told(
        { type: "audio", attrs: { ...said, assetId: "gone" } },
        { type: "audio", attrs: { ...said, assetId: "film" } },
      ),
    ).toEqual([]);
    expect(told({ type: "video", attrs: { ...film, assetId: "sound" } })).toEqual([]);
    expect(told({ type: "video", attrs: { ...film, captionsAssetId: "sound", posterAssetId: "gone" } })).toMatchObject([
      { captions: null, poster: null },
    ]);
  });
});

describe("other stories", () => {
  test("those that are not live are left out, wherever they are named", () => {
    const live = { articleId: "live", headline: "Live" } as Card;
    const cards = new Map([["live", live]]);
    const block: Block = { type: "relatedStories", attrs: { articleIds: ["draft", "live"] } };
    const gone: Block = { type: "relatedStories", attrs: { articleIds: ["draft"] } };
    const told = tellStory(
      { ...EMPTY_ARTICLE, relatedIds: ["draft", "live"], body: body(block, gone) },
      lookups({ cards }),
    );
    expect(told.related).toEqual([live]);
    expect(told.blocks).toEqual([{ type: "relatedStories", cards: [live] }]);
  });
});

test("a page of the web is embedded, and nothing else", () => {
  const embed = (url: string): Block => ({ type: "embed", attrs: { url, title: "", caption: "" } });
  const told = enhanceBody(body(embed("https://example.org/v"), embed(""), embed("/here"), embed("tel:1")), pictures);
  expect(told).toEqual([embed("https://example.org/v")]);
});

describe("a story", () => {
  test("tells what is reviewed only where it is a review", () => {
    const review = { kind: "book" as const, item: "Made Ground", rating: 4.5 };
    expect(tellStory({ ...EMPTY_ARTICLE, label: "review", review }, nowhere).review).toEqual(review);
    expect(tellStory({ ...EMPTY_ARTICLE, review }, nowhere).review).toBeNull();
    expect(tellStory({ ...EMPTY_ARTICLE, label: "review" }, nowhere).review).toBeNull();
  });

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
    const lead = { ...firstUseOf({ id: "a" }), alt: "", caption: "", credit: "" };
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
    expect(told(body(picture("b"))).sharePicture).toMatchObject({
      alt: "A ferry",
      caption: "A pier",
      credit: "Jane Roe",
    });
  });

  test("takes a minute for every 230 words, and never none", () => {
    const words = (count: number) =>
      body({ type: "paragraph", content: [{ type: "text", text: "word ".repeat(count) }] });
    expect(tellStory({ ...EMPTY_ARTICLE, body: words(10) }, nowhere)).toMatchObject({ words: 10, minutes: 1 });
    expect(tellStory({ ...EMPTY_ARTICLE, body: words(920) }, nowhere).minutes).toBe(4);
  });
});
