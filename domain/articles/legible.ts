import type { ArticleContent, CreditRole, Label, Review } from "./article";
import { type Block, type Body, linksIn, notesIn, type PictureUse, storyIn, textOf } from "./body";
import type { Line, Sheet } from "./comparing";

/** What of a story is compared, in the order in which it is told. Readers are told of all but the last five. */
export const COMPARED = [
  "kicker",
  "headline",
  "standfirst",
  "label",
  "review",
  "bylines",
  "lead",
  "body",
  "credits",
  "section",
  "topics",
  "series",
  "language",
  "translationOf",
  "address",
  "related",
  "searchTitle",
  "searchDescription",
  "shareTitle",
  "shareDescription",
] as const;
export type Compared = (typeof COMPARED)[number];

const NOT_FOR_READERS: ReadonlySet<Compared> = new Set([
  "related",
  "searchTitle",
  "searchDescription",
  "shareTitle",
  "shareDescription",
]);

/** What names the things that a content refers to by id, in the tongue of whoever reads. Null for what they are not told. */
export type Naming = {
  section: (id: string) => string | null;
  topic: (id: string) => string | null;
  byline: (id: string) => string | null;
  series: (id: string) => string | null;
  story: (id: string) => string | null;
  label: (label: Label) => string;
  role: (role: CreditRole) => string;
  review: (kind: Review["kind"]) => string;
  language: (tag: string) => string;
};

/** How kinds and roles are called: in words of readers' pages, or of the newsroom. */
export type KindNames = Pick<Naming, "label" | "role" | "review" | "language">;

type Content = Omit<ArticleContent, "body"> & { body: Body };

/** What a content says, as lines to be compared. @param address where it stands with its slug; null where that is not compared */
export function legible(content: Content, naming: Naming, address: string | null): Sheet<Compared> {
  const text = (words: string | null) => (words?.trim() ? [line("text", words.trim())] : []);
  const each = (names: (string | null)[]) => names.flatMap((name) => (name ? [line("item", name)] : []));
  const sheet: Record<Compared, Line[]> = {
    kicker: text(content.kicker),
    headline: text(content.headline),
    standfirst: text(content.standfirst),
    label: text(naming.label(content.label)),
    review: content.review && content.label === "review" ? text(reviewWords(content.review, naming)) : [],
    bylines: each(content.bylineIds.map(naming.byline)),
    lead: content.lead ? pictureLines(content.lead) : [],
    body: bodyLines(content.body, naming),
    credits: each(
      content.credits.map(({ role, bylineId }) => {
        const name = naming.byline(bylineId);
        return name && `${naming.role(role)}: ${name}`;
      }),
    ),
    section: text(content.sectionId && naming.section(content.sectionId)),
    topics: each(content.topicIds.map(naming.topic)),
    series: text(content.seriesId && naming.series(content.seriesId)),
    language: text(content.language && naming.language(content.language)),
    translationOf: text(content.translationOf && naming.story(content.translationOf)),
    address: text(address),
    related: each(content.relatedIds.map(naming.story)),
    searchTitle: text(content.search.title),
    searchDescription: text(content.search.description),
    shareTitle: text(content.share.title),
    shareDescription: text(content.share.description),
  };
  return COMPARED.map((field) => ({ field, lines: sheet[field] }));
}

/** Of such a sheet, what readers see of a story. */
export function forReadersToCompare(sheet: Sheet<Compared>): Sheet<Compared> {
  return sheet.filter(({ field }) => !NOT_FOR_READERS.has(field));
}

function line(kind: Line["kind"], text: string, assetId?: string): Line {
  return assetId ? { kind, text, assetId } : { kind, text };
}

function said(kind: Line["kind"], text: string): Line[] {
  return text.trim() ? [line(kind, text.trim())] : [];
}

function reviewWords({ kind, item, rating }: Review, naming: Naming): string {
  return [naming.review(kind), item.trim(), rating === null ? "" : `${rating}/5`].filter(Boolean).join(" · ");
}

/** A picture is known by its file; what is said of it is compared by words. */
function pictureLines({ assetId, alt, caption, credit }: PictureUse): Line[] {
  return [
    line("picture", "", assetId),
    ...said("alt", alt ?? ""),
    ...said("caption", caption ?? ""),
    ...said("credit", credit ?? ""),
  ];
}

/** A body as lines, with where its links lead and its notes at the end. */
function bodyLines(body: Body, naming: Naming): Line[] {
  return [
    ...body.blocks.flatMap((block) => blockLines(block, naming)),
    ...linksIn({ ...body, blocks: body.blocks.filter(({ type }) => type !== "quickLinks") }).flatMap((link) =>
      linkLine(link, naming),
    ),
    ...notesIn(body).flatMap((note) => said("note", note)),
  ];
}

/** Of a link to a story that is not to be told of, nothing is said: its words stand in the text. */
function linkLine({ words, href }: { words: string; href: string }, naming: Naming): Line[] {
  const story = storyIn(href);
  const to = story === null ? href : naming.story(story);
  return to ? [line("link", `${words.trim()} → ${to}`)] : [];
}

type ItemBlock = Extract<Block, { type: "bulletList" | "orderedList" }>["content"][number]["content"][number];

function blockLines(block: Block | ItemBlock, naming: Naming): Line[] {
  switch (block.type) {
    case "paragraph":
      return said("text", textOf(block.content));
    case "heading":
      return said("heading", textOf(block.content));
    case "bulletList":
    case "orderedList":
      return block.content.flatMap((item) =>
        item.content.flatMap((child) =>
          blockLines(child, naming).map((each): Line => (each.kind === "text" ? { ...each, kind: "item" } : each)),
        ),
      );
    case "quote":
      return [
        ...block.content.flatMap((paragraph) => said("quote", textOf(paragraph.content))),
        ...said("credit", block.attrs.attribution),
      ];
    case "pullQuote":
      return [...said("pullQuote", block.attrs.text), ...said("credit", block.attrs.attribution)];
    case "horizontalRule":
      return [line("rule", "")];
    case "picture":
      return pictureLines(block.attrs);
    case "quickLinks":
      return block.attrs.links.flatMap(({ label, href }) => linkLine({ words: label, href }, naming));
    case "gallery":
      return [...said("title", block.attrs.title), ...block.attrs.pictures.flatMap(pictureLines)];
    case "keyPoints":
      return block.attrs.points.flatMap((point) => said("point", point));
    case "factBox":
      return [
        ...said("title", block.attrs.title),
        ...block.content.flatMap((child) => blockLines(child as Block, naming)),
      ];
    case "table":
      return [
        ...said("title", block.attrs.caption),
        ...block.content.map((row) =>
          line(
            "row",
            row.content.map((cell) => cell.content.map(({ content }) => textOf(content)).join(" ")).join(" | "),
          ),
        ),
      ];
    case "embed":
      return [
        line("embed", [block.attrs.title.trim(), block.attrs.url].filter(Boolean).join(" · ")),
        ...said("caption", block.attrs.caption),
      ];
    case "audio":
    case "document":
    case "video": {
      const { title, assetId, caption, credit } = block.attrs;
      return [line(block.type, title.trim(), assetId), ...said("caption", caption), ...said("credit", credit)];
    }
    case "relatedStories":
      return block.attrs.articleIds.flatMap((id) => said("story", naming.story(id) ?? ""));
  }
}
