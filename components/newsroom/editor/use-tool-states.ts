"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import type { Tool } from "./tools";

/** Of each tool, by its name, whether it holds where the caret is and whether it can be used. */
export function useToolStates(editor: Editor, tools: Tool[]) {
  return useEditorState({
    editor,
    selector: ({ editor }) =>
      Object.fromEntries(
        tools.map((tool) => [tool.name, { active: tool.active?.(editor), can: tool.can?.(editor) ?? true }]),
      ),
  });
}
