import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";

/** The number of the note at a position: how many there are up to it. */
export function footnoteNumber(doc: Node, position: number | undefined): number {
  let number = 0;
  if (position === undefined) return number;
  doc.nodesBetween(0, Math.min(position + 1, doc.content.size), (node, at) => {
    if (node.type.name === "footnote" && at <= position) number++;
  });
  return number;
}

/** Puts a note where the caret is, in place of nothing, and opens it. */
export function insertFootnote(editor: Editor): void {
  const at = editor.state.selection.to;
  if (
    !editor
      .chain()
      .setTextSelection(at)
      .insertContent({ type: "footnote", attrs: { text: "" } })
      .run()
  )
    return;
  openFootnote(editor, editor.state.selection.from - 1);
}

/** Opens the note at a position, once it is drawn. */
export function openFootnote(editor: Editor, position: number): void {
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return;
    const dom = editor.view.nodeDOM(position);
    if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>("[data-footnote-button]")?.click();
  });
}
