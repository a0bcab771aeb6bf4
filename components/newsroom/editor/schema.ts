import { type AnyExtension, Extension, getSchema, type JSONContent, Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { isSafeHref } from "@/domain/articles/body";
import type { DraftBody } from "@/domain/articles/review";
import {
  Audio,
  Document,
  Embed,
  FactBox,
  Footnote,
  Gallery,
  KeyPoints,
  Picture,
  PullQuote,
  QuickLinks,
  Quote,
  RelatedStories,
  Video,
} from "./nodes";
import { BLOCK_MARKS, reviewMarks } from "./review-marks";

/** Stock extensions whose attributes or contents differ from what a body may hold. */
const adjusted: Record<string, (extension: AnyExtension) => AnyExtension> = {
  heading: (extension) =>
    extension.extend({
      addAttributes: () => ({ level: { default: 2, rendered: false, parseHTML: () => null } }),
      // A headline pasted from elsewhere becomes a heading of ours; what lies deeper, a subheading.
      parseHTML: () =>
        [2, 2, 3, 3, 3, 3].map((level, index) => ({ tag: `h${index + 1}`, attrs: { level }, priority: 60 })),
    }),
  orderedList: (extension) => extension.extend({ addAttributes: () => ({}) }),
  listItem: (extension) => extension.extend({ content: "(paragraph | bulletList | orderedList)+" }),
  link: (extension) =>
    extension.extend({
      inclusive: false,
      addAttributes: () => ({ href: { default: "", parseHTML: () => null } }),
      parseHTML: () => [
        {
          tag: "a[href]",
          getAttrs: (element: HTMLElement) => {
            const href = element.getAttribute("href") ?? "";
            return mayLinkTo(href) && { href };
          },
        },
      ],
    }),
};

/** The stock extensions, as a story uses them. */
export const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension) => adjusted[extension.name]?.(extension) ?? extension);
  },
}).configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
  heading: { levels: [2, 3] },
  link: {
    openOnClick: false,
    defaultProtocol: "https",
    HTMLAttributes: { target: null, rel: null },
    // The linkifier asks with the words as typed ("example.com") and then stores an address with a protocol.
    isAllowedUri: (uri) => mayLinkTo(uri) || mayLinkTo(`https://${uri}`),
  },
  dropcursor: { color: "var(--color-link)", width: 3 },
});

/** Enter upon a selection over several blocks: the stock command fails where their kinds differ, so it is emptied first. */
export const EnterOverBlocks = Extension.create({
  name: "enterOverBlocks",
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { empty, $from, $to } = editor.state.selection;
        if (!empty && !$from.sameParent($to)) editor.commands.deleteSelection();
        return false;
      },
    };
  },
});

const cellAttributes = {
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => span(cell, "colspan", 30) },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => span(cell, "rowspan", 200) },
  // Columns are as wide as what stands in them.
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

function span(cell: HTMLElement, name: string, most: number): number {
  const asked = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return asked >= 1 && asked <= most ? asked : 1;
}

const cell = { content: "paragraph+", addAttributes: () => cellAttributes };

/** Tables of plain cells, with a caption. */
const tables = [
  Table.extend({
    addAttributes: () => ({
      caption: {
        default: "",
        parseHTML: (table: HTMLElement) => (table.getAttribute("data-caption") ?? "").slice(0, 500),
        renderHTML: ({ caption }: { caption: string }) => (caption ? { "data-caption": caption } : {}),
      },
    }),
  }).configure({ resizable: false }),
  TableRow.extend({ content: "(tableCell | tableHeader)+" }),
  TableHeader.extend(cell),
  TableCell.extend(cell),
];

/** The blocks that hold blocks, and so say which marks those may carry. */
const HOLDERS: ReadonlySet<string> = new Set(
  "doc bulletList orderedList listItem quote factBox table tableRow tableCell tableHeader".split(" "),
);

/** A draft's blocks carry suggestions: that one is put in, taken out or made another. */
function reviewable(extension: AnyExtension): AnyExtension {
  return extension instanceof Node && HOLDERS.has(extension.name)
    ? extension.extend({ marks: BLOCK_MARKS })
    : extension;
}

const StoryKit = Kit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(reviewable);
  },
});

const blocks = [
  StoryKit,
  EnterOverBlocks,
  Quote,
  PullQuote,
  Picture,
  QuickLinks,
  Gallery,
  KeyPoints,
  FactBox,
  ...tables,
  Embed,
  Audio,
  Document,
  Video,
  RelatedStories,
  Footnote,
];

/** What the schema is made of, without views. */
export const storyExtensions = [...blocks.map(reviewable), ...reviewMarks];

/** The schema of a body, which needs no browser. */
export function storySchema() {
  return getSchema(storyExtensions);
}

/** The editor's document for a body. */
export function documentOf(body: DraftBody): JSONContent {
  return { type: "doc", content: body.blocks.length > 0 ? body.blocks : [{ type: "paragraph" }] };
}

/**
 * The body in an editor's document. Empty paragraphs at its end (the place to write on) are left out, and so are
 * marks on a line break or a note, which mean nothing, and links to where none may lead.
 */
export function bodyOf(document: JSONContent): DraftBody {
  const blocks = (document.content ?? []).map(kept);
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop();
  // The schema allows just what a draft's body does, which a test proves.
  return { version: 1, blocks: blocks as DraftBody["blocks"] };
}

function kept({ marks, ...node }: JSONContent): JSONContent {
  const stays = node.type === "text" ? isKeptMark : (mark: JSONMark) => SUGGESTIONS.has(mark.type);
  const keptMarks = (marks ?? []).filter(stays).map(markOf);
  return {
    ...node,
    ...(node.content && { content: node.content.map(kept) }),
    ...(keptMarks.length > 0 && { marks: keptMarks }),
  };
}

type JSONMark = NonNullable<JSONContent["marks"]>[number];

const SUGGESTIONS: ReadonlySet<string> = new Set(BLOCK_MARKS.split(" "));

function isKeptMark({ type, attrs }: JSONMark): boolean {
  return type !== "link" || mayLinkTo(attrs?.href);
}

function markOf(mark: JSONMark): JSONMark {
  if (mark.type !== "modification") return mark;
  const { id, authorId, at, before } = mark.attrs ?? {};
  return { type: mark.type, attrs: { id, authorId, at, before } };
}

/** Whether a link may be stored. */
export function mayLinkTo(href: unknown): boolean {
  return typeof href === "string" && href.length <= 2000 && isSafeHref(href);
}

function isEmptyParagraph(node: JSONContent | undefined): boolean {
  return node?.type === "paragraph" && !node.content;
}
