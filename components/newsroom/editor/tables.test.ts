// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { Body } from "@/domain/articles/body";
import { insertBlock } from "./blocks";
import { footnoteNumber } from "./footnotes";
import { bodyOf, storyExtensions } from "./schema";
import { columnsOf, enterTable, headersOf, newTable, tableAtCaret } from "./tables";

function editorWith(content: object[]): Editor {
  return new Editor({ extensions: storyExtensions, content: { type: "doc", content } });
}

test("a table begins as large as asked for, and is told where the caret is in it", () => {
  const editor = editorWith([{ type: "paragraph" }]);
  const position = insertBlock(editor, newTable({ rows: 2, columns: 4, header: true }));
  expect(tableAtCaret(editor)).toBeNull();
  enterTable(editor, position);
  const table = tableAtCaret(editor);
  expect(table?.position).toBe(position);
  expect(table && [table.node.childCount, columnsOf(table.node), headersOf(table.node)]).toEqual([
    2,
    4,
    { row: true, column: false },
  ]);
  editor.commands.toggleHeaderColumn();
  editor.commands.toggleHeaderRow();
  const after = tableAtCaret(editor);
  expect(after && headersOf(after.node)).toEqual({ row: false, column: true });
  expect(Body.safeParse(bodyOf(editor.getJSON())).error).toBeUndefined();
  editor.destroy();
});

test("notes are numbered in the order of the text, wherever they stand", () => {
  const note = { type: "footnote", attrs: { text: "" } };
  const paragraph = { type: "paragraph", content: [{ type: "text", text: "a" }, note] };
  const editor = editorWith([paragraph, { type: "factBox", attrs: { title: "" }, content: [paragraph] }, paragraph]);
  const numbers: number[] = [];
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === "footnote") numbers.push(footnoteNumber(editor.state.doc, position));
  });
  expect(numbers).toEqual([1, 2, 3]);
  editor.destroy();
});
