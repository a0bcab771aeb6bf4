"use client";

import { Popover } from "@base-ui/react/popover";
import { type NodeViewProps, NodeViewWrapper, useEditorState } from "@tiptap/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { footnoteNumber } from "./footnotes";
import { useTyped } from "./use-typed";

/** A note at the foot of the story: its number stands in the text, and opens what it says. */
export function FootnoteView({ node, editor, getPos, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const [open, setOpen] = useState(false);
  const number = useEditorState({ editor, selector: ({ editor }) => footnoteNumber(editor.state.doc, getPos()) });
  const note = useTyped(String(node.attrs.text), (text) => updateAttributes({ text }));
  const backToText = () => {
    const position = getPos();
    if (position !== undefined && !editor.isDestroyed) editor.commands.focus(position + 1);
    return false;
  };
  return (
    <NodeViewWrapper as="sup" data-controls="" contentEditable={false} className="font-sans leading-none">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          data-footnote-button=""
          aria-label={`Note ${number}${note.value.trim() ? "" : ", empty"}`}
          title={note.value || "An empty note"}
          className={`mx-0.5 inline-grid size-6 cursor-pointer place-items-center rounded-full border align-middle text-xs font-semibold tabular-nums ${
            selected ? "border-link ring-2 ring-link" : "border-edge"
          } ${note.value.trim() ? "bg-wash text-ink" : "bg-warn-wash text-warn"}`}
        >
          {number}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner sideOffset={6} collisionPadding={8} className="z-50">
            <Popover.Popup
              finalFocus={backToText}
              className="grid w-[min(24rem,calc(100vw-1rem))] gap-3 rounded-md border border-line bg-raised p-4 font-sans text-[0.9375rem] leading-normal text-ink shadow-lg"
            >
              <Popover.Title className="sr-only">Note {number}</Popover.Title>
              <TextArea
                label={`Note ${number}`}
                rows={3}
                maxLength={2000}
                className="field-sizing-content max-h-60"
                hint="It stands at the foot of the story."
                {...note}
              />
              <div className="flex flex-wrap gap-2">
                <Popover.Close render={<Button look="primary">Done</Button>} />
                <Button
                  look="quiet"
                  onClick={() => {
                    deleteNode();
                    editor.commands.focus();
                  }}
                >
                  Remove the note
                </Button>
              </div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </NodeViewWrapper>
  );
}
