"use client";

import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { focusBlock, moveBlock } from "./blocks";

/** Events in a block's own controls are theirs and not the text's. */
export function inControls({ event }: { event: Event }): boolean {
  return event.target instanceof Element && event.target.closest("[data-controls]") !== null;
}

/**
 * The frame around a block that is filled in by fields: its name, moving and removing it. Escape goes back to the text.
 * @param text the part of the block that is text of the story, where it has some.
 */
export function BlockFrame({
  name,
  view,
  actions,
  text,
  children,
}: {
  name: string;
  view: NodeViewProps;
  actions?: ReactNode;
  text?: ReactNode;
  children: ReactNode;
}) {
  const { editor, getPos, node, selected } = view;
  const move = (direction: "up" | "down") => {
    const position = getPos();
    if (position === undefined) return;
    focusBlock(editor, moveBlock(editor, position, direction), `[data-move="${direction}"]`);
  };
  const leave = () => {
    const position = getPos();
    if (position === undefined) return;
    editor.commands.setTextSelection(position + node.nodeSize + 1);
    // At once: the command of that name waits for the next frame, and a letter typed before would be lost.
    editor.view.focus();
  };
  return (
    <NodeViewWrapper
      className="my-8 font-sans text-[0.9375rem] leading-normal"
      contentEditable={text ? undefined : false}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would break the frame */}
      <div
        role="group"
        aria-label={name}
        className={`rounded-lg border bg-paper ${selected ? "border-link ring-2 ring-link" : "border-line"}`}
        onKeyDown={(event) => {
          if (event.key === "Escape") leave();
        }}
      >
        <div
          contentEditable={false}
          data-controls=""
          className="flex flex-wrap items-center gap-1 border-line border-b px-3 py-1.5"
        >
          <span className="mr-auto text-sm font-semibold text-muted" aria-hidden>
            {name}
          </span>
          {actions}
          <FrameButton label={`Move ${name.toLowerCase()} up`} data-move="up" onClick={() => move("up")}>
            <ArrowUp size={18} aria-hidden />
          </FrameButton>
          <FrameButton label={`Move ${name.toLowerCase()} down`} data-move="down" onClick={() => move("down")}>
            <ArrowDown size={18} aria-hidden />
          </FrameButton>
          <FrameButton
            label={`Remove ${name.toLowerCase()}`}
            onClick={() => {
              view.deleteNode();
              editor.commands.focus();
            }}
          >
            <Trash2 size={18} aria-hidden />
          </FrameButton>
        </div>
        <div contentEditable={false} data-controls="" className="grid gap-3 p-3 sm:p-4">
          {children}
        </div>
        {text}
      </div>
    </NodeViewWrapper>
  );
}

export function FrameButton({
  label,
  className,
  children,
  ...rest
}: {
  label: string;
  className?: string;
  children: ReactNode;
  disabled?: boolean;
  onClick: () => void;
  "data-move"?: string;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        "grid size-10 cursor-pointer place-items-center rounded-md text-muted hover:bg-wash hover:text-ink disabled:cursor-not-allowed disabled:opacity-40",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
