import type { Editor, JSONContent } from "@tiptap/core";
import { Fragment } from "@tiptap/pm/model";
import { NodeSelection, Selection } from "@tiptap/pm/state";
import { storyIn } from "@/domain/articles/body";
import { mayLinkTo } from "./schema";

/**
 * Puts a block, or several, after the one that stands where the caret is, or in place of it if that is an empty paragraph. The caret
 * goes to what follows it; at the end of the story a paragraph is made to write on.
 * @param at the place, where that is not the caret's: then the caret stays where somebody may be typing.
 * @returns where the block now stands.
 */
export function insertBlock(editor: Editor, block: JSONContent | JSONContent[], at?: number): number {
  const { tr, schema } = editor.state;
  const inserted = Fragment.from([block].flat().map((each) => schema.nodeFromJSON(each)));
  const $at = tr.doc.resolve(Math.min(at ?? tr.selection.to, tr.doc.content.size));
  let position = $at.depth > 0 ? $at.after(1) : $at.pos;
  const beside = $at.depth > 0 ? $at.node(1) : null;
  if (beside?.type.name === "paragraph" && beside.content.size === 0) {
    position = $at.before(1);
    tr.replaceWith(position, position + beside.nodeSize, inserted);
  } else {
    tr.insert(position, inserted);
  }
  const after = position + inserted.size;
  if (after >= tr.doc.content.size) tr.insert(after, schema.nodes.paragraph?.create() ?? []);
  if (at === undefined) tr.setSelection(Selection.near(tr.doc.resolve(after))).scrollIntoView();
  editor.view.dispatch(tr);
  return position;
}

/** Moves the block at a position before its predecessor or after its successor. @returns where it now stands. */
export function moveBlock(editor: Editor, position: number, direction: "up" | "down"): number {
  const { tr, doc } = editor.state;
  const $position = doc.resolve(position);
  const node = doc.nodeAt(position);
  if ($position.depth > 0 || !node) return position;
  const index = $position.index();
  const beside = doc.maybeChild(direction === "up" ? index - 1 : index + 1);
  if (!beside || index < 0) return position;
  const target = direction === "up" ? position - beside.nodeSize : position + beside.nodeSize;
  tr.delete(position, position + node.nodeSize).insert(target, node);
  editor.view.dispatch(tr);
  return target;
}

/**
 * Moves the blocks in which the selection is past the one beside them; the caret goes along.
 * @returns what came of it, to tell those who do not see it.
 */
export function moveSelected(editor: Editor, direction: "up" | "down"): string {
  const { tr, doc, selection } = editor.state;
  const { $from, $to } = selection;
  const first = $from.index(0);
  const last = $to.depth > 0 ? $to.index(0) : $to.index(0) - 1;
  const beside = doc.maybeChild(direction === "up" ? first - 1 : last + 1);
  if (!beside || last < first) return `Already ${direction === "up" ? "first" : "last"}`;
  const [start, end] = [$from.posAtIndex(first, 0), $from.posAtIndex(last + 1, 0)];
  // It is the other block that changes sides: the selection, and the focus in a block, stay what they are.
  if (direction === "up") tr.delete(start - beside.nodeSize, start).insert(end - beside.nodeSize, beside);
  else tr.delete(end, end + beside.nodeSize).insert(start, beside);
  editor.view.dispatch(tr.scrollIntoView());
  return `Moved ${direction}, to place ${first + (direction === "up" ? 0 : 2)} of ${doc.childCount}`;
}

/** Puts the block at a position into the gap between two others, and the caret into it. */
export function moveBlockTo(editor: Editor, position: number, gap: number): void {
  const { tr, doc } = editor.state;
  const node = doc.nodeAt(position);
  if (!node || (gap >= position && gap <= position + node.nodeSize)) return;
  tr.delete(position, position + node.nodeSize);
  const target = tr.mapping.map(gap);
  tr.insert(target, node);
  tr.setSelection(node.isTextblock ? Selection.near(tr.doc.resolve(target + 1)) : NodeSelection.create(tr.doc, target));
  editor.view.dispatch(tr);
}

/** Gives the focus to the first control in a block that has some, once it is drawn. */
export function focusBlock(editor: Editor, position: number, selector = "input, textarea, button"): void {
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return;
    const dom = editor.view.nodeDOM(position);
    const inside = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>(selector) : null;
    inside?.focus();
    inside?.scrollIntoView({ block: "nearest" });
  });
}

/**
 * The address that was meant by what was typed, such as "example.com" or "desk@example.com"; null where there is none
 * to which a story may link. A story of ours is chosen, and not typed.
 */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?([/?#].*)?$/.test(text)) return `https://${text}`;
  return storyIn(text) === null && mayLinkTo(text) ? text : null;
}
