import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { untracked } from "./suggestions";

type Range = { from: number; to: number };

/** The words for which a comment is being written. */
const pendingKey = new PluginKey<Range | null>("pendingComment");

/** Commented words: a key asks for a comment on what is selected, a click upon them opens what was said. */
export function commentAnchors({
  onAsk,
  onOpen,
  isKnown,
}: {
  onAsk: () => void;
  onOpen: (threadId: string) => void;
  /** Whether a thread is one of this story's: words pasted from another bring theirs. */
  isKnown: (threadId: string) => boolean;
}) {
  return Extension.create({
    name: "commentAnchors",
    addKeyboardShortcuts: () => ({
      "Mod-Alt-m": () => {
        onAsk();
        return true;
      },
    }),
    addProseMirrorPlugins: () => [
      new Plugin<Range | null>({
        key: pendingKey,
        state: {
          init: () => null,
          apply: (tr, range) => {
            const meta: { range: Range | null } | undefined = tr.getMeta(pendingKey);
            if (meta) return meta.range;
            if (!range || !tr.docChanged) return range;
            const [from, to] = [tr.mapping.map(range.from, 1), tr.mapping.map(range.to, -1)];
            return from < to ? { from, to } : null;
          },
        },
        props: {
          decorations: (state) => {
            const range = pendingKey.getState(state);
            return (
              range && DecorationSet.create(state.doc, [Decoration.inline(range.from, range.to, { class: "asked" })])
            );
          },
          handleClick: (view, position) => {
            const threadId = threadAt(view.state.doc, position);
            if (threadId) onOpen(threadId);
            return false;
          },
          transformPasted: (slice) => new Slice(onlyKnown(slice.content, isKnown), slice.openStart, slice.openEnd),
        },
      }),
    ],
  });
}

function onlyKnown(content: Fragment, isKnown: (id: string) => boolean): Fragment {
  return Fragment.fromArray(
    content.content.map((node) =>
      node
        .copy(onlyKnown(node.content, isKnown))
        .mark(node.marks.filter((mark) => mark.type.name !== "comment" || isKnown(mark.attrs.id))),
    ),
  );
}

/** The thread about the words at a position, if there is one. */
export function threadAt(doc: Node, position: number): string | undefined {
  const marks = doc.resolve(position).marks();
  return marks.find(({ type }) => type.name === "comment")?.attrs.id;
}

/** Begins a comment on what is selected. @returns the words, and the transaction; null if no words are selected */
export function askedUpon(state: EditorState): { quote: string; tr: Transaction } | null {
  const { from, to, empty } = state.selection;
  const quote = state.doc.textBetween(from, to, " ", " ").replaceAll("\u200B", "").trim();
  if (empty || !quote) return null;
  return { quote: quote.slice(0, 2000), tr: state.tr.setMeta(pendingKey, { range: { from, to } }) };
}

/** Ends the asking: with the thread that came of it, or without. */
export function asked(state: EditorState, threadId: string | null): Transaction {
  const range = pendingKey.getState(state);
  const tr = untracked(state.tr).setMeta(pendingKey, { range: null });
  const mark = threadId && state.schema.marks.comment?.create({ id: threadId });
  if (!range || !mark) return tr;
  return tr.addMark(range.from, range.to, mark).setMeta("addToHistory", false);
}

/** Takes the anchor of a thread from its words. */
export function unanchored(state: EditorState, threadId: string): Transaction {
  const mark = state.schema.marks.comment?.create({ id: threadId });
  const tr = untracked(state.tr).setMeta("addToHistory", false);
  return mark ? tr.removeMark(0, state.doc.content.size, mark) : tr;
}

/** Where the words of each thread begin, and end. */
export function anchorsOf(doc: Node): Map<string, Range> {
  const found = new Map<string, Range>();
  doc.descendants((node, from) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== "comment") continue;
      found.set(attrs.id, { from: found.get(attrs.id)?.from ?? from, to: from + node.nodeSize });
    }
  });
  return found;
}
