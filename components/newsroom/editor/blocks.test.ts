// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";
import { moveBlockTo, moveSelected } from "./blocks";
import { chosenAmong, Find, goTo, matchesIn, replaceAll, replaceOne, seek } from "./find";
import { storyExtensions } from "./schema";

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function editorOf(...texts: string[]): Editor {
  const content = texts.map((text) =>
    text === "—" ? { type: "horizontalRule" } : { type: "paragraph", content: [{ type: "text", text }] },
  );
  const editor = new Editor({ extensions: [...storyExtensions, Find], content: { type: "doc", content } });
  editors.push(editor);
  return editor;
}

const order = (editor: Editor) => editor.state.doc.content.content.map((node) => node.textContent || "—").join(" ");
const chosen = ({ state: { doc, selection } }: Editor) => doc.textBetween(selection.from, selection.to, " ");

describe("moving blocks", () => {
  test("takes the caret along, stops at the ends, and is undone at once", () => {
    const editor = editorOf("a", "b", "c");
    editor.commands.setTextSelection({ from: 4, to: 5 });
    expect(moveSelected(editor, "up")).toBe("Moved up, to place 1 of 3");
    expect(order(editor)).toBe("b a c");
    expect(chosen(editor)).toBe("b");
    expect(moveSelected(editor, "up")).toBe("Already first");
    editor.commands.undo();
    expect(order(editor)).toBe("a b c");
  });

  test("moves all blocks that are selected, and a chosen block without text", () => {
    const editor = editorOf("a", "b", "—", "c");
    editor.commands.setTextSelection({ from: 1, to: 5 });
    moveSelected(editor, "down");
    expect(order(editor)).toBe("— a b c");
    editor.commands.setNodeSelection(0);
    moveSelected(editor, "down");
    moveSelected(editor, "down");
    expect(order(editor)).toBe("a b — c");
  });

  test("by dragging puts a block into any gap", () => {
    const editor = editorOf("a", "b", "c");
    moveBlockTo(editor, 0, editor.state.doc.content.size);
    expect(order(editor)).toBe("b c a");
    moveBlockTo(editor, 6, 0);
    expect(order(editor)).toBe("a b c");
    moveBlockTo(editor, 3, 6);
    moveBlockTo(editor, 3, 3);
    expect(order(editor)).toBe("a b c");
  });
});

describe("finding", () => {
  const any = { matchCase: false, wholeWords: false };

  test("goes round, and finds printed quotes and dashes by typed ones", () => {
    const editor = editorOf("It’s a well–known “weir”", "weir (1.5)");
    seek(editor, { words: `it's a well-known "weir"`, ...any });
    expect(matchesIn(editor)).toHaveLength(1);
    seek(editor, { words: "(1.5)", ...any });
    expect(matchesIn(editor)).toHaveLength(1);
    seek(editor, { words: "WEIR", ...any });
    const at = () => chosenAmong(editor, matchesIn(editor));
    const steps = ["here", "next", "next", "previous"] as const;
    expect(
      steps.map((step) => {
        goTo(editor, step);
        return at();
      }),
    ).toEqual([0, 1, 0, 1]);
    seek(editor, { words: "WEIR", ...any, matchCase: true });
    expect(matchesIn(editor)).toEqual([]);
    seek(editor, { words: "known", ...any, wholeWords: true });
    expect(matchesIn(editor)).toHaveLength(1);
    seek(editor, { words: "now", ...any, wholeWords: true });
    expect(matchesIn(editor)).toEqual([]);
  });

  test("replaces one after the other, also by what holds the words themselves", () => {
    const editor = editorOf("a weir, a weir", "weir");
    seek(editor, { words: "weir", ...any });
    expect(replaceOne(editor, "weir$&weir")).toBe(false);
    expect(replaceOne(editor, "weir$&weir")).toBe(true);
    expect(order(editor)).toBe("a weir$&weir, a weir weir");
    expect(replaceAll(editor, "")).toBe(4);
    expect(editor.state.doc.textContent).toBe("a $&, a ");
    expect(replaceAll(editor, "x")).toBe(0);
  });

  test("keeps what the words are marked with", () => {
    const editor = editorOf("a weir");
    editor.chain().setTextSelection({ from: 3, to: 7 }).toggleBold().run();
    seek(editor, { words: "weir", ...any });
    replaceAll(editor, "dam");
    expect(editor.state.doc.nodeAt(3)?.marks.map((mark) => mark.type.name)).toEqual(["bold"]);
  });
});
