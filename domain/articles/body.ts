import { z } from "zod";
import { MAX_ALT, MAX_CAPTION, MAX_CREDIT, type Said } from "@/domain/media/asset";
import { CROPS, Regions } from "@/domain/media/crop";
import type { DraftBody } from "./review";

/**
 * The body of an article: a versioned JSON document. A block has the shape of a ProseMirror node
 * (type, attrs, content), so that the editor reads and writes it without a conversion.
 */

const Link = z.strictObject({
  type: z.literal("link"),
  attrs: z.strictObject({ href: z.string().max(2000).refine(isSafeHref, "Use a web, mail or site address.") }),
});

const Mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  Link,
]);

const Text = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).max(100_000),
  marks: z.array(Mark).max(3).optional(),
});

/** A note that stands at the foot of the story; its number stands where this node does. */
export const Footnote = z.strictObject({
  type: z.literal("footnote"),
  attrs: z.strictObject({ text: z.string().max(2000) }),
});

const Inline = z.discriminatedUnion("type", [Text, z.strictObject({ type: z.literal("hardBreak") }), Footnote]);
const Inlines = z.array(Inline).max(5000);

const Paragraph = z.strictObject({ type: z.literal("paragraph"), content: Inlines.optional() });

const Heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: Inlines.optional(),
});

type ListNode = {
  type: "bulletList" | "orderedList";
  content: { type: "listItem"; content: (z.infer<typeof Paragraph> | ListNode)[] }[];
};

/** How many lists may stand within each other. A schema without an end could be sent a text that never ends. */
const DEEPEST_LIST = 20;

function listOf(levels: number): z.ZodType<ListNode> {
  const inside = levels > 1 ? z.union([Paragraph, listOf(levels - 1)]) : Paragraph;
  return z.strictObject({
    type: z.enum(["bulletList", "orderedList"]),
    content: z
      .array(z.strictObject({ type: z.literal("listItem"), content: z.array(inside).min(1).max(200) }))
      .min(1)
      .max(500),
  });
}
const List = listOf(DEEPEST_LIST);

const Quote = z.strictObject({
  type: z.literal("quote"),
  attrs: z.strictObject({ attribution: z.string().max(300) }),
  content: z.array(Paragraph).min(1).max(50),
});

const PullQuote = z.strictObject({
  type: z.literal("pullQuote"),
  attrs: z.strictObject({ text: z.string().max(1000), attribution: z.string().max(300) }),
});

const Rule = z.strictObject({ type: z.literal("horizontalRule") });

/** How one story uses a picture. What is null is as the library has it. */
export const PictureUse = z.strictObject({
  assetId: z.string().min(1).max(40),
  /** Empty when the picture is decorative. */
  alt: z.string().max(MAX_ALT).nullable(),
  caption: z.string().max(MAX_CAPTION).nullable(),
  credit: z.string().max(MAX_CREDIT).nullable(),
  /** The regions of the crops that the story shows otherwise than the library. */
  crops: Regions.nullable().default(null),
  /** In which crop it stands in the story itself. */
  shape: z.enum(CROPS).default("whole"),
});
export type PictureUse = z.infer<typeof PictureUse>;

/** How a story uses its lead picture, apart from which one it is: as a revision keeps it. */
export const LeadUse = PictureUse.omit({ assetId: true });
export type LeadUse = z.infer<typeof LeadUse>;

const Picture = z.strictObject({ type: z.literal("picture"), attrs: PictureUse });

const QuickLinks = z.strictObject({
  type: z.literal("quickLinks"),
  attrs: z.strictObject({
    /** Whether the story's own subheads are listed first. */
    subheads: z.boolean(),
    links: z
      .array(z.strictObject({ label: z.string().max(300), href: z.string().max(2000).refine(isHrefOrEmpty) }))
      .max(50),
  }),
});

const AssetId = z.string().min(1).max(40);
const SaidOfRecording = { caption: z.string().max(MAX_CAPTION), credit: z.string().max(MAX_CREDIT) };

export const Gallery = z.strictObject({
  type: z.literal("gallery"),
  attrs: z.strictObject({ title: z.string().max(200), pictures: z.array(PictureUse).max(60) }),
});

/** What a reader in a hurry must know. */
export const KeyPoints = z.strictObject({
  type: z.literal("keyPoints"),
  attrs: z.strictObject({ points: z.array(z.string().max(500)).max(12) }),
});

const FactBox = z.strictObject({
  type: z.literal("factBox"),
  attrs: z.strictObject({ title: z.string().max(200) }),
  content: z
    .array(z.union([Paragraph, List]))
    .min(1)
    .max(100),
});

const Cell = z.strictObject({
  type: z.enum(["tableCell", "tableHeader"]),
  attrs: z.strictObject({
    colspan: z.int().min(1).max(30),
    rowspan: z.int().min(1).max(200),
    colwidth: z.null(),
  }),
  content: z.array(Paragraph).min(1).max(20),
});

const Table = z.strictObject({
  type: z.literal("table"),
  attrs: z.strictObject({ caption: z.string().max(500) }),
  content: z
    .array(z.strictObject({ type: z.literal("tableRow"), content: z.array(Cell).min(1).max(30) }))
    .min(1)
    .max(200),
});

/** Something of another site, of which nothing is loaded until the reader asks. */
export const Embed = z.strictObject({
  type: z.literal("embed"),
  attrs: z.strictObject({
    url: z.string().max(2000).refine(isHrefOrEmpty),
    /** What it is, in words, for those who do not load it. */
    title: z.string().max(300),
    caption: z.string().max(MAX_CAPTION),
  }),
});

export const Audio = z.strictObject({
  type: z.literal("audio"),
  attrs: z.strictObject({ assetId: AssetId, title: z.string().max(300), ...SaidOfRecording }),
});

export const Video = z.strictObject({
  type: z.literal("video"),
  attrs: z.strictObject({
    assetId: AssetId,
    title: z.string().max(300),
    /** A picture to show before it plays. */
    posterAssetId: AssetId.nullable(),
    /** A WebVTT file with what is said, and its language. */
    captionsAssetId: AssetId.nullable(),
    captionsLanguage: z.string().max(35),
    ...SaidOfRecording,
  }),
});

/** A file to download, such as a report. */
export const Document = z.strictObject({
  type: z.literal("document"),
  attrs: z.strictObject({ assetId: AssetId, title: z.string().max(300), ...SaidOfRecording }),
});

/** Other stories of ours, shown where they stand; those that are not live are left out. */
export const RelatedStories = z.strictObject({
  type: z.literal("relatedStories"),
  attrs: z.strictObject({ articleIds: z.array(AssetId).max(6) }),
});

/** Every block there is. The editor's nodes and the readers' renderer are tested against this list. */
const Block = z.union([
  Paragraph,
  Heading,
  List,
  Quote,
  PullQuote,
  Rule,
  Picture,
  QuickLinks,
  Gallery,
  KeyPoints,
  FactBox,
  Table,
  Embed,
  Audio,
  Video,
  Document,
  RelatedStories,
]);

export const Body = z.strictObject({ version: z.literal(1), blocks: z.array(Block).max(2000) });

export type Body = z.infer<typeof Body>;
export type Block = z.infer<typeof Block>;
export type BlockType = Block["type"];
export type Inline = z.infer<typeof Inline>;
export type Mark = z.infer<typeof Mark>;

export const EMPTY_BODY: Body = { version: 1, blocks: [] };

/** What can be read of a kept body, for lists of many stories: nothing of one that a newer version wrote. The rest is listed. */
export function readableBody(kept: unknown): Body {
  const read = Body.safeParse(kept);
  return read.success ? read.data : EMPTY_BODY;
}

const STORY = /^article:([0-9a-zA-Z_-]{1,40})$/;

/** The address of a story of ours in a body: by its identity, so that it holds when the story's own address changes. */
export function storyHref(articleId: string): string {
  return `article:${articleId}`;
}

/** The article to which such an address leads; null for any other. */
export function storyIn(href: string): string | null {
  return STORY.exec(href)?.[1] ?? null;
}

/** Whether an address may stand in a link: http, https, mailto, tel, a path or anchor of this site, or a story of ours. */
export function isSafeHref(href: string): boolean {
  if (storyIn(href) !== null) return true;
  if (/^[/#](?![/\\])/.test(href) || href === "/") return true;
  try {
    return ["http:", "https:", "mailto:", "tel:"].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

function isHrefOrEmpty(href: string): boolean {
  return href === "" || isSafeHref(href);
}

/** The text of a run of inline nodes, without its notes. */
export function textOf(content: readonly { type: string; text?: string }[] | undefined): string {
  return (content ?? []).map((node) => (node.type === "hardBreak" ? " " : (node.text ?? ""))).join("");
}

function blockText(block: Block | ListNode["content"][number]["content"][number]): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return textOf(block.content);
    case "quote":
      return block.content.map((paragraph) => textOf(paragraph.content)).join(" ");
    case "pullQuote":
      return block.attrs.text;
    case "bulletList":
    case "orderedList":
      return block.content.map((item) => item.content.map(blockText).join(" ")).join(" ");
    case "factBox":
      return [block.attrs.title, ...block.content.map(blockText)].filter(Boolean).join(" ");
    case "keyPoints":
      return block.attrs.points.join(" ");
    case "table":
      return block.content.flatMap((row) => row.content.map((cell) => cell.content.map(blockText).join(" "))).join(" ");
    case "horizontalRule":
    case "picture":
    case "gallery":
    case "quickLinks":
    case "embed":
    case "audio":
    case "video":
    case "document":
    case "relatedStories":
      return "";
  }
}

/** The running text of a body, without captions, a line a block: for word counts, descriptions and search. */
export function plainText(body: Body): string {
  return body.blocks.map(blockText).filter(Boolean).join("\n");
}

/** A picture of the library as a story begins to use it: as the library has it. */
export function firstUseOf({ id }: { id: string }): PictureUse {
  return { assetId: id, alt: null, caption: null, credit: null, crops: null, shape: "whole" };
}

/** What a story's use of a picture says, with what the library says where the story says nothing. */
export function saidOf(use: Pick<PictureUse, keyof Said>, library: Said | undefined): Said {
  return {
    alt: use.alt ?? library?.alt ?? null,
    caption: use.caption ?? library?.caption ?? "",
    credit: use.credit ?? library?.credit ?? "",
  };
}

/** The pictures of a body, in the order they stand. */
export function picturesIn(body: DraftBody): PictureUse[] {
  return body.blocks.flatMap((block) => {
    if (block.type === "picture") return [block.attrs];
    return block.type === "gallery" ? block.attrs.pictures : [];
  });
}

/** All that a body shows of the library, by asset id: pictures, sounds, films, their posters and captions, documents. */
export function assetsIn(body: DraftBody): string[] {
  const played = body.blocks.flatMap((block) => {
    if (block.type === "audio" || block.type === "document") return [block.attrs.assetId];
    if (block.type !== "video") return [];
    const { assetId, posterAssetId, captionsAssetId } = block.attrs;
    return [assetId, posterAssetId, captionsAssetId].filter((id) => id !== null);
  });
  return [...picturesIn(body).map((use) => use.assetId), ...played];
}

/** Every part of a body, at any depth, in its order. */
function eachPart(part: unknown, found: (part: object) => void): void {
  if (Array.isArray(part)) for (const one of part) eachPart(one, found);
  else if (typeof part === "object" && part !== null) {
    found(part);
    if ("content" in part) eachPart(part.content, found);
  }
}

/** A node without the marks of a review. */
function nodeOf(part: object) {
  const { type, attrs } = part as { type?: unknown; attrs?: unknown };
  return { type, attrs };
}

/** The notes of a body, in the order in which its text refers to them. */
export function notesIn(body: DraftBody): string[] {
  const notes: string[] = [];
  eachPart(body.blocks, (part) => {
    const note = Footnote.safeParse(nodeOf(part));
    if (note.success) notes.push(note.data.attrs.text);
  });
  return notes;
}

/** The links in the text of a body, and in its boxes of links: what the reader presses, and where it leads. */
export function linksIn(body: DraftBody): { words: string; href: string }[] {
  const links = body.blocks.flatMap((block) =>
    block.type === "quickLinks" ? block.attrs.links.map(({ label, href }) => ({ words: label, href })) : [],
  );
  eachPart(body.blocks, (part) => {
    const { text = "", marks = [] } = part as { text?: string; marks?: Mark[] };
    for (const mark of marks) if (mark.type === "link") links.push({ words: text, href: mark.attrs.href });
  });
  return links;
}

/** The articles that a body shows as related stories. */
export function relatedIn(body: DraftBody): string[] {
  return body.blocks.flatMap((block) => (block.type === "relatedStories" ? block.attrs.articleIds : []));
}

/** The articles that a body leads to by their identity: in its links, and as related stories. */
export function articlesIn(body: DraftBody): string[] {
  return [...relatedIn(body), ...linksIn(body).flatMap(({ href }) => storyIn(href) ?? [])];
}
