"use client";

import { NodeViewContent, type NodeViewProps } from "@tiptap/react";
import { TextField } from "@/components/ui/field";
import { BlockFrame } from "./block-frame";
import { useTyped } from "./use-typed";

/** A box of paragraphs and lists beside the story. Its text is written in place. */
export function FactBoxView(view: NodeViewProps) {
  const title = useTyped(String(view.node.attrs.title), (text) => view.updateAttributes({ title: text }));
  return (
    <BlockFrame name="Fact box" view={view} text={<NodeViewContent className="fact-box-text" />}>
      <TextField label="Fact box title" maxLength={200} {...title} />
    </BlockFrame>
  );
}
