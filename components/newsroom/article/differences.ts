import type { ArticleContent } from "@/domain/articles/article";
import type { Body, PictureUse } from "@/domain/articles/body";
import { textOf } from "@/domain/articles/body";
import { sameContent } from "./same-content";

/** A line of a text, and whether the other text lacks it. */
export type Line = { text: string; changed: boolean };
export type Difference = { field: string; mine: Line[]; theirs: Line[] };

/** What names the things that a content refers to by id. */
export type Names = { section: (id: string) => string; topic: (id: string) => string; byline: (id: string) => string };

/** Field by field, in words, what two contents of one article say differently. */
export function differences(mine: ArticleContent, theirs: ArticleContent, names: Names): Difference[] {
  const found: Difference[] = [];
  for (const [field, linesOf] of Object.entries(FIELDS)) {
    const [one, other] = [linesOf(mine, names), linesOf(theirs, names)];
    if (!sameContent(one, other)) found.push({ field, mine: marked(one, other), theirs: marked(other, one) });
  }
  const [body, otherBody] = [bodyLines(mine.body), bodyLines(theirs.body)];
  if (!sameContent(body, otherBody)) {
    found.push({ field: "Body", mine: marked(body, otherBody), theirs: marked(otherBody, body) });
  } else if (!sameContent(mine.body, theirs.body)) {
    const line = [{ text: "The words are the same; bold, italic or links differ.", changed: false }];
    found.push({ field: "Body", mine: line, theirs: line });
  }
  return found;
}

const FIELDS: Record<string, (content: ArticleContent, names: Names) => string[]> = {
  Headline: ({ headline }) => [headline],
  Standfirst: ({ standfirst }) => [standfirst],
  Section: ({ sectionId }, { section }) => (sectionId ? [section(sectionId)] : []),
  Topics: ({ topicIds }, { topic }) => topicIds.map(topic),
  Bylines: ({ bylineIds }, { byline }) => bylineIds.map(byline),
  "Lead image": ({ lead }) => (lead ? [pictureLine(lead)] : []),
  Permalink: ({ slug }) => [slug],
  "Search title": ({ search }) => [search.title],
  "Search description": ({ search }) => [search.description],
  "Share title": ({ share }) => [share.title],
  "Share description": ({ share }) => [share.description],
  "Share image": ({ share }) => (share.assetId ? [`Picture ${share.assetId}`] : []),
};

function marked(lines: string[], others: string[]): Line[] {
  const there = new Set(others);
  return lines.filter((text) => text !== "").map((text) => ({ text, changed: !there.has(text) }));
}

function pictureLine({ assetId, alt, caption, credit }: PictureUse): string {
  const said = [caption, credit && `Credit: ${credit}`, alt === "" ? "Decorative" : alt && `Alt text: ${alt}`];
  return `Picture: ${said.filter(Boolean).join(" · ") || assetId}`;
}

/** A body as lines of text, with a word for each block that is not text. */
export function bodyLines(body: Body): string[] {
  return body.blocks.flatMap(blockLines);
}

type AnyBlock = Body["blocks"][number];
type ItemBlock = Extract<AnyBlock, { type: "bulletList" | "orderedList" }>["content"][number]["content"][number];

function blockLines(block: AnyBlock | ItemBlock): string[] {
  switch (block.type) {
    case "paragraph":
      return [textOf(block.content)];
    case "heading":
      return [`${block.attrs.level === 2 ? "Heading" : "Subheading"}: ${textOf(block.content)}`];
    case "bulletList":
    case "orderedList":
      return block.content.flatMap((item) => item.content.flatMap(blockLines).map((line) => `• ${line}`));
    case "quote": {
      const lines = block.content.map((paragraph) => `“${textOf(paragraph.content)}”`);
      return block.attrs.attribution ? [...lines, `— ${block.attrs.attribution}`] : lines;
    }
    case "pullQuote":
      return [`Pull quote: ${[block.attrs.text, block.attrs.attribution].filter(Boolean).join(" — ")}`];
    case "horizontalRule":
      return ["Divider"];
    case "picture":
      return [pictureLine(block.attrs)];
    case "quickLinks": {
      const own = block.attrs.subheads ? ["Quick links: the story’s subheads"] : ["Quick links"];
      return [...own, ...block.attrs.links.map(({ label, href }) => `• ${label} (${href})`)];
    }
    case "gallery":
      return [["Gallery", block.attrs.title].filter(Boolean).join(": "), ...block.attrs.pictures.map(pictureLine)];
    case "keyPoints":
      return ["Key points", ...block.attrs.points.map((point) => `• ${point}`)];
    case "factBox":
      return [["Fact box", block.attrs.title].filter(Boolean).join(": "), ...block.content.flatMap(blockLines)];
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
    case "video": {
      const { title, caption, credit, assetId } = block.attrs;
      const name = block.type === "audio" ? "Audio" : "Video";
      return [`${name}: ${[title, caption, credit].filter(Boolean).join(" · ") || assetId}`];
    }
    case "relatedStories":
      return [`Related stories: ${block.attrs.articleIds.length}`];
  }
}
