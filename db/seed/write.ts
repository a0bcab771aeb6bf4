import type { Block, Body, Inline, Mark } from "@/domain/articles/body";
import { firstUseOf } from "@/domain/articles/body";
import type { PictureKey } from "./pictures/pictures";
import { type RecordingKey, recordings } from "./recordings/recordings";

/**
 * How the edition is written. A bare string is a paragraph; inside any text **bold**, *italic*,
 * [a link](address), ^[a note] and a line break mean what they look like. Pictures and stories are named by their key,
 * and other pages by kind and key ("story:bridge", "topic:ferries"): all become real when the edition is put in.
 */
export type Written = string | Block;

const MARKED =
  /\*\*(?<bold>.+?)\*\*|\*(?<italic>.+?)\*|\^\[(?<note>[^\]]+)\]|\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)|\n/;

/** A text with simple marks as the inline nodes of a body. */
export function inlines(text: string, marks: Mark[] = []): Inline[] {
  if (text === "") return [];
  const found = MARKED.exec(text);
  if (!found) return [marks.length ? { type: "text", text, marks } : { type: "text", text }];
  const { bold, italic, note, label, href } = found.groups ?? {};
  const inner: Inline[] =
    bold !== undefined
      ? inlines(bold, withMark(marks, { type: "bold" }))
      : italic !== undefined
        ? inlines(italic, withMark(marks, { type: "italic" }))
        : label !== undefined && href !== undefined
          ? inlines(label, withMark(marks, { type: "link", attrs: { href } }))
          : note !== undefined
            ? [{ type: "footnote", attrs: { text: note } }]
            : [{ type: "hardBreak" }];
  return [
    ...inlines(text.slice(0, found.index), marks),
    ...inner,
    ...inlines(text.slice(found.index + found[0].length), marks),
  ];
}

/** The order in which the editor keeps marks, so that a seeded text is equal to a typed one. */
const MARK_ORDER: Mark["type"][] = ["link", "bold", "italic"];

function withMark(marks: Mark[], mark: Mark): Mark[] {
  return [...marks, mark].sort((one, other) => MARK_ORDER.indexOf(one.type) - MARK_ORDER.indexOf(other.type));
}

type Paragraph = Extract<Block, { type: "paragraph" }>;
type List = Extract<Block, { type: "bulletList" | "orderedList" }>;

const p = (text: string): Paragraph => ({ type: "paragraph", content: inlines(text) });

export const h2 = (text: string): Block => ({ type: "heading", attrs: { level: 2 }, content: inlines(text) });
export const h3 = (text: string): Block => ({ type: "heading", attrs: { level: 3 }, content: inlines(text) });
export const rule: Block = { type: "horizontalRule" };

/** A quotation set apart, of one or more paragraphs. */
export function quote(text: string | string[], attribution = ""): Block {
  return { type: "quote", attrs: { attribution }, content: [text].flat().map(p) };
}

/** Words of the story repeated large. */
export function pullQuote(text: string, attribution = ""): Block {
  return { type: "pullQuote", attrs: { text, attribution } };
}

/** An item is a text, or a text and the list that stands below it. */
type Item = string | [text: string, below: List];

function list(type: List["type"], items: Item[]): List {
  const content = items.map((item) => {
    const [text, below] = typeof item === "string" ? [item] : item;
    return { type: "listItem" as const, content: below ? [p(text), below] : [p(text)] };
  });
  return { type, content };
}

export const bullets = (...items: Item[]): List => list("bulletList", items);
export const numbered = (...items: Item[]): List => list("orderedList", items);

/** How a story uses a picture: as the library has it, unless the story has its own words. */
export function pictureUse(key: PictureKey, own: { alt?: string; caption?: string } = {}) {
  return { ...firstUseOf({ id: key }), ...own };
}

export function pic(key: PictureKey, own?: { alt?: string; caption?: string }): Block {
  return { type: "picture", attrs: pictureUse(key, own) };
}

/** The box of links, with the story's own subheads first or without. */
export function quickLinks(subheads: boolean, ...links: [label: string, href: string][]): Block {
  return { type: "quickLinks", attrs: { subheads, links: links.map(([label, href]) => ({ label, href })) } };
}

export function gallery(title: string, ...keys: PictureKey[]): Block {
  return { type: "gallery", attrs: { title, pictures: keys.map((key) => pictureUse(key)) } };
}

/** A sound of ours. */
export function audio(key: RecordingKey, title: string): Block {
  const { caption, credit } = recordings[key];
  return { type: "audio", attrs: { assetId: key, title, caption, credit } };
}

/** A file to download. */
export function document(key: RecordingKey, title: string): Block {
  const { caption, credit } = recordings[key];
  return { type: "document", attrs: { assetId: key, title, caption, credit } };
}

/** A film of ours. @param poster the picture that stands there before it plays @param captions what is said in it, in English */
export function video(key: RecordingKey, title: string, poster: PictureKey, captions: RecordingKey): Block {
  const { caption, credit } = recordings[key];
  const attrs = { assetId: key, title, posterAssetId: poster, captionsAssetId: captions, captionsLanguage: "en" };
  return { type: "video", attrs: { ...attrs, caption, credit } };
}

/** What a reader in a hurry must know. */
export function keyPoints(...points: string[]): Block {
  return { type: "keyPoints", attrs: { points } };
}

/** What stands beside a story. */
export function factBox(title: string, ...content: (string | List)[]): Block {
  return {
    type: "factBox",
    attrs: { title },
    content: content.map((part) => (typeof part === "string" ? p(part) : part)),
  };
}

type Cell = Extract<Block, { type: "table" }>["content"][number]["content"][number];

/** A table whose columns have heads, and whose rows are named by their first cell. */
export function table(caption: string, ...rows: [heads: string[], ...rows: string[][]]): Block {
  const cell = (type: Cell["type"], text: string): Cell => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [p(text)],
  });
  const content = rows.map((cells, row) => ({
    type: "tableRow" as const,
    content: cells.map((text, column) => cell(row === 0 || column === 0 ? "tableHeader" : "tableCell", text)),
  }));
  return { type: "table", attrs: { caption }, content };
}

/** Something of another site. @param title what it is, in words */
export function embed(url: string, title: string, caption = ""): Block {
  return { type: "embed", attrs: { url, title, caption } };
}

/** Other stories of the edition, by their keys. */
export function relatedStories(...articleIds: string[]): Block {
  return { type: "relatedStories", attrs: { articleIds } };
}

export function written(blocks: Written[]): Block[] {
  return blocks.map((block) => (typeof block === "string" ? p(block) : block));
}

/** What the addresses and keys of a written text stand for. */
export type Lookup = {
  path: (href: string) => string;
  assetId: (key: string) => string;
  articleId: (key: string) => string;
};

/** A copy of a body in which each address and each key of a picture or story is what is looked up for it. */
export function resolved(blocks: Block[], { path, assetId, articleId }: Lookup): Body {
  const text = (content: Inline[] | undefined) =>
    content?.map((node) =>
      node.type === "text" && node.marks
        ? {
            ...node,
            marks: node.marks.map((mark) =>
              mark.type === "link" ? { ...mark, attrs: { href: path(mark.attrs.href) } } : mark,
            ),
          }
        : node,
    );
  const paragraph = (block: Paragraph): Paragraph => ({ ...block, content: text(block.content) });
  const items = (block: List): List => ({
    ...block,
    content: block.content.map((item) => ({
      ...item,
      content: item.content.map((child) => (child.type === "paragraph" ? paragraph(child) : items(child))),
    })),
  });
  const one = (block: Block): Block => {
    switch (block.type) {
      case "paragraph":
        return paragraph(block);
      case "heading":
        return { ...block, content: text(block.content) };
      case "bulletList":
      case "orderedList":
        return items(block);
      case "quote":
        return { ...block, content: block.content.map(paragraph) };
      case "picture":
        return { ...block, attrs: { ...block.attrs, assetId: assetId(block.attrs.assetId) } };
      case "quickLinks":
        return {
          ...block,
          attrs: { ...block.attrs, links: block.attrs.links.map((link) => ({ ...link, href: path(link.href) })) },
        };
      case "gallery":
        return {
          ...block,
          attrs: {
            ...block.attrs,
            pictures: block.attrs.pictures.map((use) => ({ ...use, assetId: assetId(use.assetId) })),
          },
        };
      case "factBox":
        return {
          ...block,
          content: block.content.map((child) => (child.type === "paragraph" ? paragraph(child) : items(child))),
        };
      case "table":
        return {
          ...block,
          content: block.content.map((row) => ({
            ...row,
            content: row.content.map((cell) => ({ ...cell, content: cell.content.map(paragraph) })),
          })),
        };
      case "audio":
      case "document":
        return { ...block, attrs: { ...block.attrs, assetId: assetId(block.attrs.assetId) } };
      case "video": {
        const known = (key: string | null) => (key === null ? null : assetId(key));
        const { posterAssetId, captionsAssetId, ...attrs } = block.attrs;
        return {
          ...block,
          attrs: {
            ...attrs,
            assetId: assetId(attrs.assetId),
            posterAssetId: known(posterAssetId),
            captionsAssetId: known(captionsAssetId),
          },
        };
      }
      case "relatedStories":
        return { ...block, attrs: { articleIds: block.attrs.articleIds.map(articleId) } };
      case "pullQuote":
      case "horizontalRule":
      case "keyPoints":
      case "embed":
        return block;
    }
  };
  return { version: 1, blocks: blocks.map(one) };
}
