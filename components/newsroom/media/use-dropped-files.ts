"use client";

import { useEffect, useEffectEvent, useState } from "react";

/**
 * Files and folders dropped anywhere on the window, or files pasted outside a text field, while the component stands.
 * @returns whether files are being dragged over the window.
 */
export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const tell = useEffectEvent(onFiles);

  useEffect(() => {
    let depth = 0;
    const tellAll = (files: File[]) => tell(files);
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
      // What was dropped is there only while this event lasts: entries outlive it.
      const dropped = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (dropped.some((entry) => entry.isDirectory)) void filesIn(dropped).then(tellAll);
      else tell(files);
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

/** The files that were dropped, and all that are in the folders among them, at any depth. What cannot be read is left out. */
export async function filesIn(entries: FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  for (const entry of entries) {
    if (entry.isDirectory) found.push(...(await filesIn(await childrenOf(entry as FileSystemDirectoryEntry))));
    else {
      const file = await new Promise<File | null>((resolve) =>
        (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
      );
      if (file && isWanted(file)) found.push(file);
    }
  }
  return found;
}

/** What is in a folder: a browser gives it a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** Whether somebody may have meant a file of a folder: systems put some there by themselves. */
export function isWanted({ name }: File): boolean {
  return !name.startsWith(".") && !/^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}
