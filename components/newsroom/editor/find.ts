import { type Editor, Extension } from "@tiptap/core";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { getMatchHighlights, SearchQuery, search, setSearchState } from "prosemirror-search";

/** What is looked for in the text of a body. */
export type Sought = { words: string; matchCase: boolean; wholeWords: boolean };

export type Match = { from: number; to: number };

/** Marks in the text what is looked for. */
export const Find = Extension.create({
  name: "find",
  addProseMirrorPlugins: () => [search()],
});

/** Looks for something from now on; for nothing, where it is null. */
export function seek(editor: Editor, sought: Sought | null): void {
  const query = new SearchQuery({
    search: sought ? patternOf(sought.words) : "",
    regexp: true,
    caseSensitive: sought?.matchCase,
    wholeWord: sought?.wholeWords,
  });
  editor.view.dispatch(setSearchState(editor.state.tr, query));
}

/** The matches of what is looked for, in the order of the text. */
export function matchesIn(editor: Editor): Match[] {
  return getMatchHighlights(editor.state)
    .find()
    .map(({ from, to }) => ({ from, to }))
    .sort((one, other) => one.from - other.from);
}

/** Which of the matches is selected, from 0; -1 where none is. */
export function chosenAmong(editor: Editor, matches: readonly Match[]): number {
  const { from, to } = editor.state.selection;
  return matches.findIndex((match) => match.from === from && match.to === to);
}

/** Selects the first match at the selection or after it, or the one before it; beyond the last begins anew. */
export function goTo(editor: Editor, which: "here" | "next" | "previous"): void {
  const matches = matchesIn(editor);
  const { from, to } = editor.state.selection;
  const match =
    which === "previous"
      ? (matches.findLast((each) => each.to <= from && each.from < from) ?? matches.at(-1))
      : (matches.find((each) => (which === "here" ? each.from >= from : each.from >= to && each.to > to)) ??
        matches[0]);
  if (match) select(editor, editor.state.tr, match);
}

/** Replaces the match that is selected and goes on to the next; where none is selected, goes to the first from here. */
export function replaceOne(editor: Editor, words: string): boolean {
  const matches = matchesIn(editor);
  const match = matches[chosenAmong(editor, matches)];
  if (!match) {
    goTo(editor, "here");
    return false;
  }
  const { tr } = editor.state;
  put(tr, match, words);
  tr.setSelection(TextSelection.create(tr.doc, match.from + words.length));
  editor.view.dispatch(tr);
  goTo(editor, "here");
  return true;
}

/** Replaces every match, in one step to undo. @returns how many */
export function replaceAll(editor: Editor, words: string): number {
  const matches = matchesIn(editor);
  const { tr } = editor.state;
  for (const match of matches.toReversed()) put(tr, match, words);
  if (matches.length > 0) editor.view.dispatch(tr);
  return matches.length;
}

function put(tr: Transaction, { from, to }: Match, words: string): void {
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
  if (words) tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks));
  else tr.delete(from, to);
}

function select(editor: Editor, tr: Transaction, { from, to }: Match): void {
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)));
  // The focus may be elsewhere, and ProseMirror then scrolls nothing.
  const { node } = editor.view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
}

/** Typed quotes and hyphens find those of the printed page. */
const ALIKE = ["'‘’‚", '"“”„', "-–—\u2011", " \u00a0\u202f"];

function patternOf(words: string): string {
  return [...words]
    .map((letter) => {
      const alike = ALIKE.find((letters) => letters.startsWith(letter));
      return alike ? `[${alike.replace("-", "\\-")}]` : letter.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    })
    .join("");
}
