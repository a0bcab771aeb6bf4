"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { Table2 } from "lucide-react";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import { columnsOf, enterTable, headersOf, MOST_COLUMNS, MOST_ROWS, tableAtCaret } from "./tables";

type Command =
  | "addRowBefore"
  | "addRowAfter"
  | "deleteRow"
  | "addColumnBefore"
  | "addColumnAfter"
  | "deleteColumn"
  | "toggleHeaderRow"
  | "toggleHeaderColumn";

/** What is done to the rows and columns of a table, at the cell in which the caret is. */
export function TableMenu({
  editor,
  at,
  inToolbar = false,
}: {
  editor: Editor;
  /** Where the table stands. */
  at: () => number | undefined;
  /** A stop of the toolbar, with its sign alone. */
  inToolbar?: boolean;
}) {
  const tableNow = () => {
    const position = at();
    return position === undefined ? null : editor.state.doc.nodeAt(position);
  };
  const run = (command: Command) => {
    const position = at();
    if (position === undefined) return;
    enterTable(editor, position);
    editor.chain()[command]().focus().run();
  };
  const items = () => {
    const table = tableNow();
    if (!table) return null;
    const header = headersOf(table);
    const full = { rows: table.childCount >= MOST_ROWS, columns: columnsOf(table) >= MOST_COLUMNS };
    return (
      <>
        <MenuGroup name="Rows">
          <MenuItem name="Add a row above" disabled={full.rows} onPress={() => run("addRowBefore")} />
          <MenuItem name="Add a row below" disabled={full.rows} onPress={() => run("addRowAfter")} />
          <MenuItem name="Remove this row" disabled={table.childCount < 2} onPress={() => run("deleteRow")} />
          <MenuItem
            name={header.row ? "First row is plain" : "First row is a header"}
            onPress={() => run("toggleHeaderRow")}
          />
        </MenuGroup>
        <MenuGroup name="Columns">
          <MenuItem name="Add a column before" disabled={full.columns} onPress={() => run("addColumnBefore")} />
          <MenuItem name="Add a column after" disabled={full.columns} onPress={() => run("addColumnAfter")} />
          <MenuItem name="Remove this column" disabled={columnsOf(table) < 2} onPress={() => run("deleteColumn")} />
          <MenuItem
            name={header.column ? "First column is plain" : "First column is a header"}
            onPress={() => run("toggleHeaderColumn")}
          />
        </MenuGroup>
      </>
    );
  };
  return (
    <Menu
      trigger={
        inToolbar ? (
          <Toolbar.Button
            aria-label="Rows and columns"
            title="Rows and columns"
            onMouseDown={(event) => event.preventDefault()}
            className={`${BUTTON} justify-center`}
          >
            <Table2 size={19} aria-hidden />
          </Toolbar.Button>
        ) : (
          <button type="button" onMouseDown={(event) => event.preventDefault()} className={BUTTON}>
            <Table2 size={18} aria-hidden /> <span className="max-sm:sr-only">Rows and columns</span>
          </button>
        )
      }
    >
      {items}
    </Menu>
  );
}

const BUTTON =
  "flex min-h-10 min-w-9 shrink-0 cursor-pointer items-center gap-1.5 rounded-md px-2 text-sm font-semibold text-muted hover:bg-wash hover:text-ink data-popup-open:bg-wash";

/** Where the table is in which the caret stands, asked anew each time. */
export function atCaret(editor: Editor): () => number | undefined {
  return () => tableAtCaret(editor)?.position;
}
