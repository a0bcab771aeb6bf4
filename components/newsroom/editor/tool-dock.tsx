"use client";

import type { Editor } from "@tiptap/react";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * Where the tools stand: at the top of the screen, or, while somebody writes with their fingers, just above the keyboard
 * on the screen (story.css).
 */
export function ToolDock({ editor, children }: { editor: Editor; children: ReactNode }) {
  const dock = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = dock.current;
    const viewport = window.visualViewport;
    if (!element || !viewport) return;
    const place = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop;
      // Enlarged by two fingers, the page is larger than the screen: that is no keyboard.
      element.style.setProperty("--keyboard", `${viewport.scale > 1.01 ? 0 : Math.max(0, Math.round(covered))}px`);
    };
    const follow = (event: FocusEvent) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      if (editor.view.dom.contains(target) || element.contains(target)) element.dataset.writing = "";
      // What the tools open comes and goes above the page.
      else if (!target.closest("[role=menu], [role=dialog]")) delete element.dataset.writing;
    };
    const leave = () =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) delete element.dataset.writing;
      });
    place();
    viewport.addEventListener("resize", place);
    viewport.addEventListener("scroll", place);
    document.addEventListener("focusin", follow);
    document.addEventListener("focusout", leave);
    return () => {
      viewport.removeEventListener("resize", place);
      viewport.removeEventListener("scroll", place);
      document.removeEventListener("focusin", follow);
      document.removeEventListener("focusout", leave);
    };
  }, [editor]);
  return (
    <div ref={dock} data-story-dock="" className="story-dock">
      <div className="border-line border-y bg-paper">{children}</div>
    </div>
  );
}
