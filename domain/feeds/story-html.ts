import type { Inline, Mark } from "@/domain/articles/body";
import type { Figure, Story, StoryBlock } from "@/domain/articles/story";
import { widestJpeg } from "@/domain/media/asset";
import { fragment, htmlElement as html, type Xml } from "@/lib/xml";

type Paragraphs = Extract<StoryBlock, { type: "quote" }>["content"];
type ListBlock = Extract<StoryBlock, { type: "bulletList" | "orderedList" }>;

/** What stands around a block: the address by which links are made whole, and the notes met so far. */
type Setting = { page: string; notes: string[] };

/** A picture is sent in the narrowest file that is at least this wide, in pixels: a reader's column. */
const WIDTH = 1200;

/**
 * The whole story as plain HTML for feed readers, which know no style of ours and run no script: its lead picture, its
 * blocks, its notes. Every address in it is absolute.
 * @param page the address of the story.
 */
export function storyHtml({ lead, blocks }: Story, page: string): string {
  const setting: Setting = { page, notes: [] };
  const parts = [lead ? figure(lead, setting) : undefined, ...blocks.map((block) => blockHtml(block, setting))];
  return fragment(...parts, notesHtml(setting.notes)).xml;
}

function blockHtml(block: StoryBlock, setting: Setting): Xml {
  switch (block.type) {
    case "paragraph":
      return html("p", {}, inlines(block.content, setting));
    case "heading":
      return html(`h${block.attrs.level}`, {}, inlines(block.content, setting));
    case "bulletList":
    case "orderedList":
      return list(block, setting);
    case "quote":
      return quoted(paragraphs(block.content, setting), block.attrs.attribution);
    case "pullQuote":
      return quoted(html("p", {}, block.attrs.text), block.attrs.attribution);
    case "horizontalRule":
      return html("hr");
    case "picture":
      return figure(block.figure, setting);
    case "gallery":
      return fragment(
        block.title.trim() ? html("h3", {}, block.title) : undefined,
        ...block.figures.map((each) => figure(each, setting)),
      );
    case "quickLinks":
      return html("ul", {}, ...block.links.map(({ label, href }) => html("li", {}, link(href, label, setting))));
    case "keyPoints":
      return html(
        "ul",
        {},
        ...block.attrs.points.filter((point) => point.trim()).map((point) => html("li", {}, point)),
      );
    case "factBox":
      return html(
        "aside",
        {},
        block.attrs.title.trim() ? html("h3", {}, block.attrs.title) : undefined,
        ...block.content.map((part) => blockHtml(part, setting)),
      );
    case "table":
      return table(block, setting);
    case "embed": {
      const { url, title, caption } = block.attrs;
      const said = caption.trim() ? fragment(html("br"), caption) : undefined;
      return html("p", {}, link(url, title.trim() || url, setting), said);
    }
    case "audio":
    case "document":
    case "video": {
      const said = block.caption.trim() ? fragment(html("br"), block.caption) : undefined;
      return html("p", {}, link(block.src, block.title.trim() || block.src, setting), said);
    }
    case "relatedStories":
      return html("ul", {}, ...block.cards.map((card) => html("li", {}, link(card.path, card.headline, setting))));
    case "withheld":
      // A feed leaves it out, as it does a picture that it has no file of.
      return fragment();
    default:
      return block satisfies never;
  }
}

function inlines(content: readonly Inline[] | undefined, setting: Setting): Xml {
  return fragment(...(content ?? []).map((node) => inline(node, setting)));
}

function inline(node: Inline, setting: Setting): Xml {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight((inner, mark) => marked(mark, inner, setting), fragment(node.text));
    case "hardBreak":
      return html("br");
    case "footnote":
      return html("sup", {}, `[${setting.notes.push(node.attrs.text)}]`);
    default:
      return node satisfies never;
  }
}

function marked(mark: Mark, inner: Xml, setting: Setting): Xml {
  switch (mark.type) {
    case "bold":
      return html("strong", {}, inner);
    case "italic":
      return html("em", {}, inner);
    case "link":
      return link(mark.attrs.href, inner, setting);
    default:
      return mark satisfies never;
  }
}

function link(href: string, inner: Xml | string, { page }: Setting): Xml {
  return html("a", { href: new URL(href, page).href }, inner);
}

function paragraphs(content: Paragraphs, setting: Setting): Xml {
  return fragment(...content.map((paragraph) => html("p", {}, inlines(paragraph.content, setting))));
}

function quoted(content: Xml, attribution: string): Xml {
  return html("blockquote", {}, content, attribution.trim() ? html("p", {}, `— ${attribution.trim()}`) : undefined);
}

function list(block: ListBlock, setting: Setting): Xml {
  const items = block.content.map((item) =>
    html(
      "li",
      {},
      ...item.content.map((part) => (part.type === "paragraph" ? inlines(part.content, setting) : list(part, setting))),
    ),
  );
  return html(block.type === "bulletList" ? "ul" : "ol", {}, ...items);
}

function table({ attrs, content }: Extract<StoryBlock, { type: "table" }>, setting: Setting): Xml {
  const rows = content.map((row) =>
    html(
      "tr",
      {},
      ...row.content.map((cell) => {
        const { colspan, rowspan } = cell.attrs;
        const spans = { colspan: colspan > 1 ? colspan : undefined, rowspan: rowspan > 1 ? rowspan : undefined };
        return html(cell.type === "tableHeader" ? "th" : "td", spans, paragraphs(cell.content, setting));
      }),
    ),
  );
  return html("table", {}, attrs.caption ? html("caption", {}, attrs.caption) : undefined, html("tbody", {}, ...rows));
}

function figure({ sources, alt, caption, credit }: Figure, { page }: Setting): Xml {
  const files = sources.crops.whole.jpeg;
  const file = files.find(({ width }) => width >= WIDTH) ?? widestJpeg(sources);
  if (!file) return fragment();
  const said = [caption, credit].filter(Boolean).join(" — ");
  const src = new URL(file.src, page).href;
  return html(
    "figure",
    {},
    html("img", { src, alt, width: file.width, height: file.height }),
    said ? html("figcaption", {}, said) : undefined,
  );
}

function notesHtml(notes: readonly string[]): Xml | undefined {
  return notes.length > 0
    ? fragment(html("hr"), html("ol", {}, ...notes.map((note) => html("li", {}, note))))
    : undefined;
}
