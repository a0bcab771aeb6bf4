import { closeHistory } from "@tiptap/pm/history";
import type { Mark, Node } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { type Node as JSONNode, PLACEHOLDER, settled, type Verdict } from "@/domain/articles/settling";
import { untracked } from "./suggestions";

/** Something suggested, as the panel lists it: all that stands or falls together. */
export type Suggestion = {
  id: string;
  authorIds: string[];
  /** When the last of it was suggested. */
  at: number;
  /** Where it begins, and where the first piece of it ends. */
  from: number;
  to: number;
  inserted: string;
  deleted: string;
  /** Whether the words stay and only their look or kind changes. */
  isFormat: boolean;
  /** What kind of block it becomes, and what it was. */
  kinds: { before: string; after: string } | null;
};

const BLOCK_NAMES: Record<string, string> = {
  paragraph: "Paragraph",
  heading: "Heading",
  bulletList: "Bulleted list",
  orderedList: "Numbered list",
  listItem: "List item",
  quote: "Quote",
  pullQuote: "Pull quote",
  horizontalRule: "Divider",
  picture: "Picture",
  quickLinks: "Quick links",
  gallery: "Gallery",
  keyPoints: "Key points",
  factBox: "Fact box",
  table: "Table",
  tableRow: "Row",
  tableCell: "Cell",
  tableHeader: "Cell",
  embed: "Embed",
  audio: "Audio",
  video: "Video",
  document: "Document",
  relatedStories: "Related stories",
  footnote: "Note",
  hardBreak: "Line break",
};

/** What a block is called; a heading by its level. */
function nameOf(type: string, level?: unknown): string {
  return type === "heading" && level === 3 ? "Subheading" : (BLOCK_NAMES[type] ?? type);
}

/** All that is suggested in a document, in the order in which it stands. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const tell = (mark: Mark, node: Node, from: number) => {
    const { id, authorId, at } = mark.attrs;
    const known = found.get(id);
    const suggestion: Suggestion = known ?? {
      id,
      authorIds: [],
      at: 0,
      from,
      to: from + node.nodeSize,
      inserted: "",
      deleted: "",
      isFormat: false,
      kinds: null,
    };
    found.set(id, suggestion);
    if (!suggestion.authorIds.includes(authorId)) suggestion.authorIds.push(authorId);
    suggestion.at = Math.max(suggestion.at, at);
    if (mark.type.name === "modification") {
      const { type, attrs } = mark.attrs.before;
      suggestion.kinds = { before: nameOf(type, attrs?.level), after: nameOf(node.type.name, node.attrs.level) };
    } else {
      const key = mark.type.name === "insertion" ? "inserted" : "deleted";
      suggestion[key] = joined(suggestion[key], wordsOf(node), known !== undefined && node.isBlock);
    }
  };
  doc.descendants((node, position) => {
    for (const mark of node.marks) if ("authorId" in mark.attrs) tell(mark, node, position);
  });
  for (const suggestion of found.values()) {
    const { inserted, deleted, kinds } = suggestion;
    suggestion.isFormat = kinds !== null || (inserted !== "" && inserted === deleted);
  }
  return [...found.values()];
}

function wordsOf(node: Node): string {
  if (node.isText) return (node.text ?? "").replaceAll(PLACEHOLDER, "");
  if (node.type.name === "hardBreak") return " ";
  const text = node.textBetween(0, node.content.size, " ").replaceAll(PLACEHOLDER, "");
  return text.trim() || `[${nameOf(node.type.name, node.attrs.level)}]`;
}

function joined(before: string, words: string, apart: boolean): string {
  return before && apart ? `${before} ${words}` : before + words;
}

/**
 * The transaction that accepts or rejects; null where there is nothing to decide. Readers' text is made by the same rules
 * (domain/articles/settling.ts).
 */
export function settling(state: EditorState, decide: (id: string) => Verdict): Transaction | null {
  const { doc, schema } = state;
  const blocks = settled(doc.toJSON().content as JSONNode[], { decide, comments: true });
  const content = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
  const wanted = schema.nodeFromJSON({ type: "doc", content });
  const start = doc.content.findDiffStart(wanted.content);
  const end = doc.content.findDiffEnd(wanted.content);
  if (start === null || !end) return null;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const tr = closeHistory(untracked(state.tr));
  const step = new ReplaceStep(start, end.a + overlap, wanted.slice(start, end.b + overlap));
  const result = tr.maybeStep(step);
  // Where the difference begins and ends at other depths, whole blocks are put in place.
  if (result.failed || !tr.doc.eq(wanted)) {
    return closeHistory(untracked(state.tr)).replaceWith(0, doc.content.size, wanted.content);
  }
  return tr;
}

/** The transaction that puts the selection upon a place and brings it to sight. */
export function showing(state: EditorState, from: number, to: number): Transaction {
  const { doc, tr } = state;
  const [start, end] = [Math.min(from, doc.content.size), Math.min(to, doc.content.size)];
  const within = TextSelection.between(doc.resolve(start), doc.resolve(end));
  return tr.setSelection(within.empty ? Selection.near(doc.resolve(start)) : within).scrollIntoView();
}
