"use client";

import { useEffect, useEffectEvent, useState } from "react";

/**
 * Files dropped anywhere on the window, or pasted outside a text field, while the component stands.
 * @returns whether files are being dragged over the window.
 */
export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const tell = useEffectEvent(onFiles);

  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (carriesFiles(event)) setOver(++depth > 0);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      setOver(depth > 0);
    };
    // Without this the browser would leave the page and show the file.
    const allow = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      tell([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const target = event.target instanceof Element ? event.target : null;
      if (files.length === 0 || target?.closest("input, textarea, [contenteditable]")) return;
      event.preventDefault();
      tell(files);
    };
    const events = { dragenter: enter, dragleave: leave, dragover: allow, drop, paste } as Record<
      string,
      (event: never) => void
    >;
    for (const [name, listener] of Object.entries(events)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(events))
        window.removeEventListener(name, listener as EventListener);
    };
  }, []);

  return over;
}
