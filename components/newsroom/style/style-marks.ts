import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Finding } from "@/domain/style/checking";

type Spot = { from: number; to: number; message: string };

const key = new PluginKey<DecorationSet>("styleMarks");

/** Draws a line under what the house would write otherwise. It moves with the text, and is no part of the story. */
export const StyleMarks = Extension.create({ name: "styleMarks", addProseMirrorPlugins: () => [marks()] });

function marks(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, marks) => {
        const spots: Spot[] | undefined = tr.getMeta(key);
        if (!spots) return marks.map(tr.mapping, tr.doc);
        return DecorationSet.create(
          tr.doc,
          spots.map(({ from, to, message }) => Decoration.inline(from, to, { class: "style-finding", title: message })),
        );
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Marks just these findings in the body, where their words still stand. */
export function markFindings(editor: Editor, findings: readonly Finding[]): void {
  if (!key.getState(editor.state)) return;
  const spots = findings.flatMap((finding): Spot[] => {
    const range = rangeOf(editor.state.doc, finding);
    return range && range.to > range.from ? [{ ...range, message: finding.message }] : [];
  });
  editor.view.dispatch(editor.state.tr.setMeta(key, spots).setMeta("addToHistory", false));
}

/** Where the words of a finding stand in the editor's document; null where they are not its text, or no longer there. */
export function rangeOf(doc: Node, { where, text }: Finding): { from: number; to: number } | null {
  if ("field" in where || where.attr) return null;
  const position = positionOf(doc, where);
  if (position === null) return null;
  const [from, to] = [position + 1 + where.from, position + 1 + where.to];
  if (to > position + 1 + (doc.nodeAt(position)?.content.size ?? 0)) return null;
  const there = doc.textBetween(from, to, "", ({ type }) => (type.name === "hardBreak" ? "\n" : "\ufffc"));
  return there === text ? { from, to } : null;
}

/** Where a part of a body stands in the editor's document: just before it. */
export function positionOf(doc: Node, { block, path }: { block: number; path: number[] }): number | null {
  let node = doc;
  let position = 0;
  for (const [depth, index] of [block, ...path].entries()) {
    const child = node.maybeChild(index);
    if (!child) return null;
    if (depth > 0) position += 1;
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize;
    node = child;
  }
  return position;
}
