import { mergeAttributes, Node, wrappingInputRule } from "@tiptap/core";
import { z } from "zod";
import {
  Audio as AudioBlock,
  Document as DocumentBlock,
  Embed as EmbedBlock,
  Footnote as FootnoteNode,
  Gallery as GalleryBlock,
  isSafeHref,
  KeyPoints as KeyPointsBlock,
  PictureUse,
  RelatedStories as RelatedStoriesBlock,
  Video as VideoBlock,
} from "@/domain/articles/body";
import type { Crop, Regions } from "@/domain/media/crop";

/**
 * The blocks of a body that no stock extension has. They know nothing of React: their views are added in story-editor.tsx,
 * so that the schema can be tested, and read, without a browser. Copied to the clipboard, a block without text of its
 * own carries its attributes as JSON in one data attribute, and is read back only if they are valid.
 */

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    storyBlocks: {
      /** Makes the selected paragraphs a quote, or plain again. */
      toggleQuote: () => ReturnType;
    };
  }
}

/** An attribute that lives in the document only, never as an HTML attribute of its own name. */
function plain<T>(initially: T) {
  return { default: initially, rendered: false, parseHTML: () => null };
}

/** The attributes in a data attribute, or false (which makes ProseMirror pass over the element) if they are not valid. */
function attrsIn<S extends z.ZodType>(schema: S, element: HTMLElement, name: string) {
  try {
    const parsed = schema.safeParse(JSON.parse(element.getAttribute(name) ?? ""));
    return parsed.success ? (parsed.data as Record<string, unknown>) : false;
  } catch {
    return false;
  }
}

export const Quote = Node.create({
  name: "quote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({ attribution: plain("") }),
  parseHTML: () => [
    {
      tag: "blockquote",
      getAttrs: (element) => ({ attribution: (element.getAttribute("data-attribution") ?? "").slice(0, 300) }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "blockquote",
    mergeAttributes(HTMLAttributes, { "data-attribution": node.attrs.attribution || null }),
    0,
  ],
  addCommands() {
    return {
      toggleQuote:
        () =>
        ({ editor, chain, commands }) =>
          editor.isActive(this.name) ? commands.lift(this.name) : chain().clearNodes().wrapIn(this.name).run(),
    };
  },
  addKeyboardShortcuts() {
    return { "Mod-Shift-b": () => this.editor.commands.toggleQuote() };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

const PullQuoteAttrs = z.strictObject({ text: z.string().max(1000), attribution: z.string().max(300) });

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  atom: true,
  addAttributes: () => ({ text: plain(""), attribution: plain("") }),
  parseHTML: () => [
    {
      tag: "aside[data-pull-quote]",
      getAttrs: (element) => attrsIn(PullQuoteAttrs, element, "data-pull-quote"),
    },
  ],
  renderHTML: ({ node }) => ["aside", { "data-pull-quote": JSON.stringify(node.attrs) }, node.attrs.text],
});

export const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  addAttributes: () => ({
    assetId: plain(""),
    alt: plain<string | null>(null),
    caption: plain<string | null>(null),
    credit: plain<string | null>(null),
    crops: plain<Regions | null>(null),
    shape: plain<Crop>("whole"),
  }),
  parseHTML: () => [
    { tag: "figure[data-picture]", getAttrs: (element) => attrsIn(PictureUse, element, "data-picture") },
  ],
  renderHTML: ({ node }) => [
    "figure",
    { "data-picture": JSON.stringify(node.attrs) },
    ["figcaption", {}, [node.attrs.caption, node.attrs.credit].filter(Boolean).join(" ")],
  ],
});

export type QuickLink = { label: string; href: string };

const QuickLinksAttrs = z.strictObject({
  subheads: z.boolean(),
  links: z
    .array(
      z.strictObject({
        label: z.string().max(300),
        href: z
          .string()
          .max(2000)
          .refine((href) => href === "" || isSafeHref(href)),
      }),
    )
    .max(50),
});

export const QuickLinks = Node.create({
  name: "quickLinks",
  group: "block",
  atom: true,
  addAttributes: () => ({ subheads: plain(true), links: plain<QuickLink[]>([]) }),
  parseHTML: () => [
    { tag: "nav[data-quick-links]", getAttrs: (element) => attrsIn(QuickLinksAttrs, element, "data-quick-links") },
  ],
  renderHTML: ({ node }) => ["nav", { "data-quick-links": JSON.stringify(node.attrs) }],
});

/** A block without text of its own, whose attributes are those that Body allows. */
function atom(name: string, attrs: z.ZodType, initially: Record<string, unknown>) {
  const data = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return Node.create({
    name,
    group: "block",
    atom: true,
    addAttributes: () => Object.fromEntries(Object.entries(initially).map(([key, value]) => [key, plain(value)])),
    parseHTML: () => [{ tag: `section[${data}]`, getAttrs: (element) => attrsIn(attrs, element, data) }],
    renderHTML: ({ node }) => ["section", { [data]: JSON.stringify(node.attrs) }],
  });
}

const said = { caption: "", credit: "" };

export const Gallery = atom("gallery", GalleryBlock.shape.attrs, { title: "", pictures: [] });
export const KeyPoints = atom("keyPoints", KeyPointsBlock.shape.attrs, { points: [] });
export const Embed = atom("embed", EmbedBlock.shape.attrs, { url: "", title: "", caption: "" });
export const Audio = atom("audio", AudioBlock.shape.attrs, { assetId: "", title: "", ...said });
export const Video = atom("video", VideoBlock.shape.attrs, {
  assetId: "",
  title: "",
  posterAssetId: null,
  captionsAssetId: null,
  captionsLanguage: "",
  ...said,
});
export const Document = atom("document", DocumentBlock.shape.attrs, { assetId: "", title: "", ...said });
export const RelatedStories = atom("relatedStories", RelatedStoriesBlock.shape.attrs, { articleIds: [] });

/** A box of paragraphs and lists beside the story. */
export const FactBox = Node.create({
  name: "factBox",
  group: "block",
  content: "(paragraph | bulletList | orderedList)+",
  defining: true,
  isolating: true,
  addAttributes: () => ({ title: plain("") }),
  parseHTML: () => [
    {
      tag: "aside[data-fact-box]",
      getAttrs: (element) => ({ title: (element.getAttribute("data-fact-box") ?? "").slice(0, 200) }),
    },
  ],
  renderHTML: ({ node }) => ["aside", { "data-fact-box": node.attrs.title }, 0],
});

/** A note at the foot of the story; its number stands in the text. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ text: plain("") }),
  parseHTML: () => [
    {
      tag: "sup[data-footnote]",
      getAttrs: (element) => attrsIn(FootnoteNode.shape.attrs, element, "data-footnote"),
    },
  ],
  renderHTML: ({ node }) => ["sup", { "data-footnote": JSON.stringify(node.attrs) }],
});
