"use client";

import { BubbleMenuPlugin } from "@tiptap/extension-bubble-menu";
import { PluginKey, TextSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { keysShown, type Tool } from "./tools";
import { useToolStates } from "./use-tool-states";

const KEY = new PluginKey("selectionToolbar");

/**
 * The tools for words that are selected with a mouse, beside them. A finger meets the system's own menu there, and keys
 * and screen readers have the same tools in the toolbar, so that these are for the mouse alone.
 */
export function SelectionToolbar({ editor, tools }: { editor: Editor; tools: Tool[] }) {
  const states = useToolStates(editor, tools);
  const host = useRef<HTMLDivElement>(null);
  const [element] = useState(() => {
    const made = document.createElement("div");
    made.ariaHidden = "true";
    Object.assign(made.style, { visibility: "hidden", position: "absolute", zIndex: "15" });
    return made;
  });

  useEffect(() => {
    editor.registerPlugin(
      BubbleMenuPlugin({
        pluginKey: KEY,
        editor,
        element,
        updateDelay: 100,
        appendTo: () => host.current ?? document.body,
        shouldShow: ({ state: { selection, doc }, from, to }) =>
          editor.isEditable &&
          selection instanceof TextSelection &&
          /\S/.test(doc.textBetween(from, to)) &&
          editor.view.hasFocus() &&
          matchMedia("(hover: hover) and (pointer: fine)").matches,
        options: {
          placement: "top",
          offset: 8,
          // Below the words where the bars at the top would cover it.
          flip: { boundary: editor.view.dom, crossAxis: false, padding: { top: 112 } },
          shift: { boundary: editor.view.dom.closest("main") ?? undefined, padding: 8 },
          inline: true,
        },
      }),
    );
    // It makes itself a stop of Tab.
    element.removeAttribute("tabindex");
    return () => {
      editor.unregisterPlugin(KEY);
    };
  }, [editor, element]);

  const shown = createPortal(
    <div
      data-selection-toolbar=""
      className="flex gap-0.5 rounded-md border border-line bg-raised p-1 font-sans shadow-lg"
    >
      {tools.map((tool) => (
        <button
          key={tool.name}
          type="button"
          tabIndex={-1}
          title={tool.keys ? `${tool.name} (${keysShown(tool.keys)})` : tool.name}
          data-active={states[tool.name]?.active || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => tool.run(editor)}
          className="grid size-9 cursor-pointer place-items-center rounded-md text-ink hover:bg-wash data-active:bg-ink data-active:text-paper"
        >
          <tool.icon size={18} aria-hidden />
        </button>
      ))}
    </div>,
    element,
  );
  return <div ref={host}>{shown}</div>;
}
