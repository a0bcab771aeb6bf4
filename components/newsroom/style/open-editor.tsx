"use client";

import type { Editor } from "@tiptap/core";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

type Open = { editor: Editor | null; open: (editor: Editor | null) => void };

const Context = createContext<Open>({ editor: null, open: () => undefined });

/** Lets what stands beside the story reach the editor in which its body is written. */
export function OpenEditorProvider({ children }: { children: ReactNode }) {
  const [editor, open] = useState<Editor | null>(null);
  return <Context value={{ editor, open }}>{children}</Context>;
}

/** The editor of the body, once it is there. */
export function useOpenEditor(): Editor | null {
  return useContext(Context).editor;
}

/** Makes the editor reachable as long as it is there. */
export function useOpening(editor: Editor | null): void {
  const { open } = useContext(Context);
  useEffect(() => {
    open(editor);
    return () => open(null);
  }, [editor, open]);
}
