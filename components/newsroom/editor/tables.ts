import type { Editor, JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";

/** As many rows and columns as a body may hold. */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 30;

/** A table of empty cells, as an editor begins it. */
export function newTable({ rows, columns, header }: { rows: number; columns: number; header: boolean }): JSONContent {
  const row = (type: string): JSONContent => ({
    type: "tableRow",
    content: Array.from({ length: columns }, () => ({ type, content: [{ type: "paragraph" }] })),
  });
  return {
    type: "table",
    content: Array.from({ length: rows }, (_, index) => row(header && index === 0 ? "tableHeader" : "tableCell")),
  };
}

/** The table in which the caret stands, and where; nothing where it stands in none. */
export function tableAtCaret({ state }: Editor): { node: Node; position: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === "table") return { node, position: $from.before(depth) };
  }
  return null;
}

/** How wide a table is, in cells. */
export function columnsOf(table: Node): number {
  let columns = 0;
  table.firstChild?.forEach((cell) => {
    columns += Number(cell.attrs.colspan ?? 1);
  });
  return columns;
}

/** Whether the first cell of each row, or each cell of the first row, is a header. */
export function headersOf(table: Node): { row: boolean; column: boolean } {
  const isHeader = (cell: Node | null | undefined) => cell?.type.name === "tableHeader";
  const rows = Array.from({ length: table.childCount }, (_, index) => table.child(index));
  const first = table.firstChild;
  // Where the first row is a header, its first cell says nothing of the column.
  const below = rows.length > 1 ? rows.slice(1) : rows;
  return {
    row:
      first !== null &&
      Array.from({ length: first.childCount }, (_, at) => first.child(at))
        .slice(1)
        .every(isHeader) &&
      isHeader(first.lastChild),
    column: below.every((row) => isHeader(row.firstChild)),
  };
}

/** Puts the caret into the first cell of the table at a position, if it is not in that table already. */
export function enterTable(editor: Editor, position: number): void {
  if (tableAtCaret(editor)?.position === position) return;
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(position + 1))));
}
