import { CROP_NAMES } from "@/components/newsroom/media/crops/words";
import type { ArticleContent, ContentField, Review } from "@/domain/articles/article";
import { linksIn, notesIn, type PictureUse, saidOf, storyIn, textOf } from "@/domain/articles/body";
import type { DraftBody } from "@/domain/articles/review";
import type { Said } from "@/domain/media/asset";
import { NAMED_CROPS, regionKey } from "@/domain/media/crop";
import { CREDIT_NAMES, LABEL_NAMES, REVIEW_NAMES } from "./kinds";
import { sameContent } from "./same-content";

/** A line of a text, and whether the other text lacks it. */
export type Line = { text: string; changed: boolean };
/** `key` is the field of the content that the named one is of or a part of. */
export type Difference = { key: ContentField; field: string; mine: Line[]; theirs: Line[] };

/** What names the things that a content refers to by id. */
export type Names = Record<"section" | "topic" | "byline" | "series" | "story", (id: string) => string> & {
  /** What the library says of a picture, where that is known. */
  said: (assetId: string) => Said | undefined;
};

/** Field by field, in words, what two contents of one article say differently. */
export function differences(mine: ArticleContent, theirs: ArticleContent, names: Names): Difference[] {
  const found: Difference[] = [];
  for (const [key, field, linesOf] of FIELDS) {
    const [one, other] = [linesOf(mine, names), linesOf(theirs, names)];
    if (!sameContent(one, other)) found.push({ key, field, mine: marked(one, other), theirs: marked(other, one) });
  }
  const [body, otherBody] = [bodyLines(mine.body, names), bodyLines(theirs.body, names)];
  if (!sameContent(body, otherBody)) {
    found.push({ key: "body", field: "Body", mine: marked(body, otherBody), theirs: marked(otherBody, body) });
  } else if (!sameContent(mine.body, theirs.body)) {
    const line = [
      { text: "The words are the same; bold, italic, links or the makeup of a block differ.", changed: false },
    ];
    found.push({ key: "body", field: "Body", mine: line, theirs: line });
  }
  return found;
}

const FIELDS: readonly (readonly [ContentField, string, (content: ArticleContent, names: Names) => string[]])[] = [
  ["headline", "Headline", ({ headline }) => [headline]],
  ["standfirst", "Standfirst", ({ standfirst }) => [standfirst]],
  ["sectionId", "Section", ({ sectionId }, { section }) => (sectionId ? [section(sectionId)] : [])],
  ["topicIds", "Topics", ({ topicIds }, { topic }) => topicIds.map(topic)],
  ["bylineIds", "Bylines", ({ bylineIds }, { byline }) => bylineIds.map(byline)],
  ["label", "Label", ({ label }) => [LABEL_NAMES[label]]],
  ["review", "Review", ({ review }) => (review ? reviewLines(review) : [])],
  ["kicker", "Kicker", ({ kicker }) => [kicker]],
  ["language", "Language", ({ language }) => [language]],
  [
    "credits",
    "Credits",
    ({ credits }, { byline }) => credits.map(({ role, bylineId }) => `${CREDIT_NAMES[role]}: ${byline(bylineId)}`),
  ],
  ["seriesId", "Series", ({ seriesId }, { series }) => (seriesId ? [series(seriesId)] : [])],
  ["relatedIds", "Related stories", ({ relatedIds }, { story }) => relatedIds.map(story)],
  ["translationOf", "Translation of", ({ translationOf }, { story }) => (translationOf ? [story(translationOf)] : [])],
  ["lead", "Lead image", ({ lead }, names) => (lead ? [pictureLine(lead, names)] : [])],
  ["slug", "Permalink", ({ slug }) => [slug]],
  ["search", "Search title", ({ search }) => [search.title]],
  ["search", "Search description", ({ search }) => [search.description]],
  ["share", "Share title", ({ share }) => [share.title]],
  ["share", "Share description", ({ share }) => [share.description]],
  ["share", "Share image", ({ share }) => (share.assetId ? [`Picture ${share.assetId}`] : [])],
];

function reviewLines({ kind, item, rating }: Review): string[] {
  return [`${REVIEW_NAMES[kind]}: ${item}`, rating === null ? "" : `${rating} of 5`];
}

function marked(lines: string[], others: string[]): Line[] {
  const there = new Set(others);
  return lines.filter((text) => text !== "").map((text) => ({ text, changed: !there.has(text) }));
}

/** What readers get of a picture; what the story leaves to the library is marked so. */
function pictureLine(use: PictureUse, { said }: Pick<Names, "said">): string {
  const { alt, caption, credit } = saidOf(use, said(use.assetId));
  const from = (own: string | null) => (own === null ? " (from the library)" : "");
  const parts = [
    caption && caption + from(use.caption),
    credit && `Credit: ${credit}${from(use.credit)}`,
    alt === "" ? `Decorative${from(use.alt)}` : alt && `Alt text: ${alt}${from(use.alt)}`,
    use.shape !== "whole" && `Shown as ${CROP_NAMES[use.shape]}`,
    ...NAMED_CROPS.map((crop) => use.crops?.[crop] && `Own ${CROP_NAMES[crop]} crop ${regionKey(use.crops[crop])}`),
  ];
  return `Picture: ${parts.filter(Boolean).join(" · ") || use.assetId}`;
}

/** A body as lines of text, with a word for each block that is not text. */
export function bodyLines(body: DraftBody, names: Pick<Names, "story" | "said">): string[] {
  const lines = body.blocks.flatMap((block) =>
    block.type === "relatedStories"
      ? ["Related stories", ...block.attrs.articleIds.map((id) => `• ${names.story(id)}`)]
      : blockLines(block, names),
  );
  const links = linksIn(body).flatMap(({ words, href }) => {
    const id = storyIn(href);
    return id === null ? [] : [`“${words}” leads to: ${names.story(id)}`];
  });
  return [...lines, ...links, ...notesIn(body).map((note, index) => `Note ${index + 1}: ${note}`)];
}

type AnyBlock = DraftBody["blocks"][number];
type ItemBlock = Extract<AnyBlock, { type: "bulletList" | "orderedList" }>["content"][number]["content"][number];

function blockLines(block: AnyBlock | ItemBlock, names: Pick<Names, "said">): string[] {
  switch (block.type) {
    case "paragraph":
      return [textOf(block.content)];
    case "heading":
      return [`${block.attrs.level === 2 ? "Heading" : "Subheading"}: ${textOf(block.content)}`];
    case "bulletList":
    case "orderedList":
      return block.content.flatMap((item) =>
        item.content.flatMap((child) => blockLines(child, names)).map((line) => `• ${line}`),
      );
    case "quote": {
      const lines = block.content.map((paragraph) => `“${textOf(paragraph.content)}”`);
      return block.attrs.attribution ? [...lines, `— ${block.attrs.attribution}`] : lines;
    }
    case "pullQuote":
      return [`Pull quote: ${[block.attrs.text, block.attrs.attribution].filter(Boolean).join(" — ")}`];
    case "horizontalRule":
      return ["Divider"];
    case "picture":
      return [pictureLine(block.attrs, names)];
    case "quickLinks": {
      const own = block.attrs.subheads ? ["Quick links: the story’s subheads"] : ["Quick links"];
      return [
        ...own,
        ...block.attrs.links.map(({ label, href }) => `• ${storyIn(href) === null ? `${label} (${href})` : label}`),
      ];
    }
    case "gallery":
      return [
        ["Gallery", block.attrs.title].filter(Boolean).join(": "),
        ...block.attrs.pictures.map((use) => pictureLine(use, names)),
      ];
    case "keyPoints":
      return ["Key points", ...block.attrs.points.map((point) => `• ${point}`)];
    case "factBox":
      return [
        ["Fact box", block.attrs.title].filter(Boolean).join(": "),
        ...block.content.flatMap((child) => blockLines(child, names)),
      ];
    case "table":
      return [
        ["Table", block.attrs.caption].filter(Boolean).join(": "),
        ...block.content.map((row) =>
          row.content.map((cell) => cell.content.map(({ content }) => textOf(content)).join(" ")).join(" | "),
        ),
      ];
    case "embed":
      return [`Embed: ${[block.attrs.title, block.attrs.url, block.attrs.caption].filter(Boolean).join(" · ")}`];
    case "audio":
    case "document":
    case "video": {
      const { title, caption, credit, assetId } = block.attrs;
      const captions = block.type === "video" && block.attrs.captionsAssetId && "with captions";
      const said = [title, caption, credit && `Credit: ${credit}`, captions].filter(Boolean).join(" · ");
      return [`${PLAYED_NAMES[block.type]}: ${said || assetId}`];
    }
    case "relatedStories":
      return [];
  }
}

const PLAYED_NAMES = { audio: "Recording", video: "Film", document: "Document" };
