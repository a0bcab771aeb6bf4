"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, TextField } from "@/components/ui/field";
import { insertBlock } from "./blocks";
import { enterTable, MOST_COLUMNS, MOST_ROWS, newTable } from "./tables";

/** Asks how large a table begins; then the caret is in its first cell. */
export function TableDialog({
  editor,
  open,
  onOpenChange,
}: {
  editor: Editor;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const made = useRef<number>(undefined);
  return (
    <Dialog
      title="Table"
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={() => {
        if (made.current !== undefined) enterTable(editor, made.current);
        made.current = undefined;
        return editor.view.dom;
      }}
    >
      <TableForm
        onMake={(table) => {
          made.current = insertBlock(editor, newTable(table));
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type Size = { rows: number; columns: number; header: boolean };

function TableForm({ onMake }: { onMake: (size: Size) => void }) {
  const [wrong, setWrong] = useState<{ rows?: string; columns?: string }>({});
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog stands inside the article's form as far as React is concerned.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const number = (name: string) => Number(form.get(name));
    const fits = (count: number, most: number) => Number.isInteger(count) && count >= 1 && count <= most;
    const size = { rows: number("rows"), columns: number("columns"), header: form.has("header") };
    const found = {
      rows: fits(size.rows, MOST_ROWS) ? undefined : `Enter a number from 1 to ${MOST_ROWS}.`,
      columns: fits(size.columns, MOST_COLUMNS) ? undefined : `Enter a number from 1 to ${MOST_COLUMNS}.`,
    };
    setWrong(found);
    if (!found.rows && !found.columns) onMake(size);
  };
  return (
    <form onSubmit={make} noValidate className="grid gap-4">
      <div className="grid grid-cols-2 gap-4">
        <TextField label="Rows" name="rows" inputMode="numeric" defaultValue="3" error={wrong.rows} />
        <TextField label="Columns" name="columns" inputMode="numeric" defaultValue="3" error={wrong.columns} />
      </div>
      <Checkbox label="The first row names the columns" name="header" defaultChecked />
      <div>
        <Button type="submit" look="primary">
          Insert table
        </Button>
      </div>
    </form>
  );
}
