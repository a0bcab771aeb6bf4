"use client";

import { NodeViewContent, type NodeViewProps } from "@tiptap/react";
import { TextField } from "@/components/ui/field";
import { BlockFrame } from "./block-frame";
import { TableMenu } from "./table-menu";
import { useTyped } from "./use-typed";

/** A table: its cells are written in place, Tab goes from one to the next. */
export function TableView(view: NodeViewProps) {
  const { node, editor, getPos } = view;
  const caption = useTyped(String(node.attrs.caption), (text) => view.updateAttributes({ caption: text }));
  return (
    <BlockFrame
      name="Table"
      view={view}
      actions={<TableMenu editor={editor} at={getPos} />}
      text={
        <div className="table-text">
          <NodeViewContent<"table"> as="table" />
        </div>
      }
    >
      <TextField label="Table caption" hint="What the table shows, above it." maxLength={500} {...caption} />
    </BlockFrame>
  );
}
