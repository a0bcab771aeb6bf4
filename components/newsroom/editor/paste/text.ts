import type { JSONContent } from "@tiptap/core";
import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { withoutTracking } from "./links";

/**
 * Plain text as blocks: an empty line ends a paragraph, lines that were only broken to fit a width are one again, other
 * single lines stay lines of their paragraph, and lists that were typed are lists. A text without any empty line has a
 * paragraph a line, as most programs write it.
 */
function blocksOfText(text: string): JSONContent[] {
  const lines = withoutTracking(text)
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .split("\n")
    .map((line) => line.trimEnd());
  const parts = partsOf(lines);
  const single = !/\n[ \t]*\n/.test(lines.join("\n").trim());
  return parts.flatMap(({ list, lines }) => {
    if (list) return listOf(lines);
    if (isWrapped(lines)) return [paragraph([lines.map((line) => line.trim()).join(" ")])];
    return single ? lines.map((line) => paragraph([line])) : [paragraph(lines)];
  });
}

type Part = { list: boolean; lines: string[] };

/** The runs of lines between empty ones; within a run, lists apart from what introduces and follows them. */
function partsOf(lines: string[]): Part[] {
  const parts: Part[] = [];
  let open: Part | null = null;
  lines.forEach((line, index) => {
    if (line.trim() === "") {
      // An empty line between two items of one list keeps it whole.
      if (!(open?.list && itemOf(lines.slice(index).find((next) => next.trim() !== "") ?? ""))) open = null;
      return;
    }
    const item = itemOf(line);
    const goesOn = open?.list && /^\s+\S/.test(line) && !item;
    const begins = item && (open?.list || startsList(lines, index));
    const list = goesOn || Boolean(begins);
    if (!open || open.list !== list) {
      open = { list, lines: [] };
      parts.push(open);
    }
    open.lines.push(line);
  });
  return parts;
}

type Item = { indent: number; number: number | null; text: string };

/** A line as the item of a list, if it is typed as one. A dash that is long is how some languages begin speech. */
function itemOf(line: string): Item | null {
  const [, space = "", bullet, number, text = ""] =
    /^([ \t]*)(?:([•·▪◦‣⁃*-])|(\d{1,3})[.)])[ \t\u00a0]+(\S.*)$/.exec(line) ?? [];
  if (!bullet && !number) return null;
  return { indent: space.replaceAll("\t", "    ").length, number: number ? Number(number) : null, text };
}

/** Two items make a list; numbers must count. */
function startsList(lines: string[], index: number): boolean {
  const first = itemOf(lines[index] ?? "");
  const rest = lines.slice(index + 1).filter((line) => line.trim() !== "");
  const second = itemOf(rest.find((line) => itemOf(line) || !/^\s/.test(line)) ?? "");
  if (!first || !second) return false;
  if (first.number === null || second.indent > first.indent) return first.number === null || first.number === 1;
  return first.number === 1 && second.number === 2;
}

function listOf(lines: string[]): JSONContent[] {
  type Open = { indent: number; list: JSONContent };
  const lists: JSONContent[] = [];
  const open: Open[] = [];
  for (const line of lines) {
    const item = itemOf(line);
    if (!item) {
      const words = open.at(-1)?.list.content?.at(-1)?.content?.[0]?.content?.[0];
      if (words) words.text = `${words.text} ${line.trim()}`;
      continue;
    }
    while (open.length > 1 && item.indent < (open.at(-1)?.indent ?? 0)) open.pop();
    const type = item.number === null ? "bulletList" : "orderedList";
    const made = { type: "listItem", content: [paragraph([item.text])] };
    const current = open.at(-1);
    if (current && item.indent <= current.indent + 1 && (open.length > 1 || current.list.type === type)) {
      current.list.content?.push(made);
      continue;
    }
    const list = { type, content: [made] };
    if (current && item.indent > current.indent + 1) current.list.content?.at(-1)?.content?.push(list);
    else {
      open.length = 0;
      lists.push(list);
    }
    open.push({ indent: item.indent, list });
  }
  return lists;
}

/** Lines of a letter or a printed page: each but the last is about as long as fits, and the next word would not have fitted. */
function isWrapped(lines: string[]): boolean {
  if (lines.length < 2) return false;
  const width = Math.max(...lines.map((line) => line.length));
  if (width < 50 || width > 100) return false;
  return lines.slice(0, -1).every((line, index) => {
    const [next = ""] = (lines[index + 1] ?? "").trim().split(/\s/);
    return line.length >= width * 0.65 && line.length + 1 + next.length > width - 3;
  });
}

function paragraph(lines: string[]): JSONContent {
  const content = lines.flatMap((line, index): JSONContent[] => {
    const text = line.trim().replace(/[\t\u00a0 ]+/g, " ");
    if (!text) return [];
    return [...(index > 0 ? [{ type: "hardBreak" }] : []), { type: "text", text }];
  });
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

/** Plain text as it is put into a story: its first and last paragraphs go on from what stands there, in its marks. */
export function sliceOfText(text: string, schema: Schema, marks: Node["marks"]): Slice {
  const blocks = blocksOfText(text).map((block) => marked(schema.nodeFromJSON(block), marks));
  const open = (block: Node | undefined) => (block?.isTextblock ? 1 : 0);
  return new Slice(Fragment.from(blocks), open(blocks[0]), open(blocks.at(-1)));
}

function marked(node: Node, marks: Node["marks"]): Node {
  if (node.isText) return node.mark(marks);
  if (node.isLeaf) return node;
  const children = Array.from({ length: node.childCount }, (_, index) => marked(node.child(index), marks));
  return node.copy(Fragment.from(children));
}
