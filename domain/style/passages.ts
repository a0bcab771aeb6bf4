import type { ArticleContent } from "@/domain/articles/article";
import type { Body, Inline } from "@/domain/articles/body";

/** What of a story's text is looked at: its head and its body. */
export type Told = Pick<ArticleContent, "headline" | "standfirst" | "body">;

/** A place in a story's text: in a field of its own, or in a block. */
export type Place =
  | { field: "headline" | "standfirst" }
  | {
      /** Which block of the body, from 0. */
      block: number;
      /** The way from it to the part in which the text stands, by the numbers of children. */
      path: number[];
      /** Where the text is no child but an attribute: which, such as ["pictures", 2, "caption"]. */
      attr?: (string | number)[];
    };

/** A run of text, and where it stands. A note in it counts as one sign, and so does a break, as they do in the editor. */
export type Passage = { place: Place; text: string; isHeading: boolean };

/** What stands for a note in a passage. */
const NOTE = "\ufffc";

/** The attributes of blocks that readers read as text. */
const TEXTS: Record<string, string[]> = {
  pullQuote: ["text"],
  factBox: ["title"],
  table: ["caption"],
  picture: ["caption"],
  gallery: ["title"],
  embed: ["title", "caption"],
  audio: ["title", "caption"],
  video: ["title", "caption"],
  document: ["title", "caption"],
  footnote: ["text"],
};

/** All text of a story that readers read, in its order. */
export function passagesOf({ headline, standfirst, body }: Told): Passage[] {
  return [
    { place: { field: "headline" }, text: headline, isHeading: true },
    { place: { field: "standfirst" }, text: standfirst, isHeading: false },
    ...body.blocks.flatMap((block, index) => passagesIn(block, index, [])),
  ];
}

type Part = { type: string; attrs?: Record<string, unknown>; content?: Part[] };

function passagesIn(part: Part | Body["blocks"][number], block: number, path: number[]): Passage[] {
  const { type, attrs = {}, content = [] } = part as Part;
  const passages: Passage[] = [];
  const attribute = (attr: (string | number)[], text: unknown) => {
    if (typeof text === "string" && text) passages.push({ place: { block, path, attr }, text, isHeading: false });
  };
  for (const name of TEXTS[type] ?? []) attribute([name], attrs[name]);
  if (type === "keyPoints") for (const [index, point] of entries(attrs.points)) attribute(["points", index], point);
  if (type === "gallery") {
    for (const [index, picture] of entries(attrs.pictures)) {
      attribute(["pictures", index, "caption"], (picture as { caption?: string }).caption);
    }
  }
  if (type === "paragraph" || type === "heading") {
    const text = (content as Inline[]).map(signs).join("");
    if (text) passages.push({ place: { block, path }, text, isHeading: type === "heading" });
  }
  content.forEach((child, index) => {
    passages.push(...passagesIn(child, block, [...path, index]));
  });
  return passages;
}

function entries(list: unknown): [number, unknown][] {
  return Array.isArray(list) ? [...list.entries()] : [];
}

function signs(node: Inline): string {
  if (node.type === "text") return node.text;
  return node.type === "hardBreak" ? "\n" : NOTE;
}
