import type { Editor } from "@tiptap/core";
import { FIELD_IDS } from "@/components/newsroom/article/fields";
import { focusBlock } from "@/components/newsroom/editor/blocks";
import { openFootnote } from "@/components/newsroom/editor/footnotes";
import type { ArticleContent } from "@/domain/articles/article";
import type { Finding } from "@/domain/style/checking";
import { positionOf, rangeOf } from "./style-marks";

/** Takes the writer to a finding: the words are selected, or the field in which they stand has the focus. */
export function goTo(editor: Editor, finding: Finding): void {
  const { where, text } = finding;
  if ("field" in where) {
    const field = document.getElementById(FIELD_IDS[where.field]);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.setSelectionRange(where.from, where.to);
    return;
  }
  const range = rangeOf(editor.state.doc, finding);
  if (range) {
    editor.chain().setTextSelection(range).scrollIntoView().focus().run();
    return;
  }
  const position = positionOf(editor.state.doc, where);
  if (position === null) return;
  if (editor.state.doc.nodeAt(position)?.type.name === "footnote") openFootnote(editor, position);
  else if (finding.rule === "quotation") focusBlock(editor, position, "input");
  else focusControlWith(editor, position, text);
}

function focusControlWith(editor: Editor, position: number, text: string): void {
  const block = editor.view.nodeDOM(position);
  if (!(block instanceof HTMLElement)) return;
  const controls = [...block.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type]), textarea")];
  const control = controls.find(({ value }) => value.includes(text)) ?? controls[0];
  if (!control) return;
  control.focus();
  const at = control.value.indexOf(text);
  if (at >= 0) control.setSelectionRange(at, at + text.length);
}

/**
 * Writes what is preferred in place of what was found. Words that were changed meanwhile are left alone; in the body it
 * is one step, which can be undone.
 * @returns what of the fields above the body is to be changed
 */
export function mend(
  editor: Editor,
  findings: readonly Finding[],
  content: Pick<ArticleContent, "headline" | "standfirst">,
): Partial<ArticleContent> {
  const { tr } = editor.state;
  const fields: Partial<Pick<ArticleContent, "headline" | "standfirst">> = {};
  // From the last to the first, so that none moves another.
  for (const finding of [...findings].reverse()) {
    const { where, text, replacement } = finding;
    if (replacement === undefined) continue;
    if ("field" in where) {
      const now = fields[where.field] ?? content[where.field];
      if (now.slice(where.from, where.to) !== text) continue;
      fields[where.field] = now.slice(0, where.from) + replacement + now.slice(where.to);
      continue;
    }
    const range = rangeOf(tr.doc, finding);
    if (range) {
      tr.insertText(replacement, range.from, range.to);
      continue;
    }
    const position = where.attr ? positionOf(tr.doc, where) : null;
    const node = position === null ? null : tr.doc.nodeAt(position);
    const [name = "", ...inner] = where.attr ?? [];
    if (position === null || !node) continue;
    const value = replacedIn(node.attrs[name], inner, finding);
    if (value !== undefined) tr.setNodeAttribute(position, String(name), value);
  }
  if (tr.docChanged) editor.view.dispatch(tr);
  return fields;
}

/** An attribute with the replacement at its place in it; undefined where the words stand there no longer. */
function replacedIn(value: unknown, way: (string | number)[], { where, text, replacement }: Finding): unknown {
  const [step, ...rest] = way;
  if (step === undefined) {
    if (typeof value !== "string" || value.slice(where.from, where.to) !== text) return undefined;
    return value.slice(0, where.from) + replacement + value.slice(where.to);
  }
  const inner = replacedIn((value as Record<string | number, unknown> | undefined)?.[step], rest, {
    where,
    text,
    replacement,
  } as Finding);
  if (inner === undefined) return undefined;
  return Array.isArray(value)
    ? value.map((each, index) => (index === step ? inner : each))
    : { ...(value as object), [step]: inner };
}
