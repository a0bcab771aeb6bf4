"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ArticleContent } from "@/domain/articles/article";
import { Saver, type SaverSnapshot } from "./saver";
import { sendDraft } from "./send-draft";

/** The saver of the article on this screen, and what it holds. It also listens to the page: leaving, coming back, Ctrl+S. */
export function useSaver(
  id: string,
  initially: { content: ArticleContent; version: number; savedAt: Date },
): { saver: Saver; draft: SaverSnapshot } {
  const [saver] = useState(() => new Saver(id, initially, sendDraft));
  const draft = useSyncExternalStore(saver.subscribe, saver.current, saver.current);

  useEffect(() => {
    const retry = () => saver.retry();
    const turn = () => {
      if (document.visibilityState === "visible") saver.retry();
      else void saver.flush();
    };
    const save = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void saver.flush();
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (!saver.current().clean) event.preventDefault();
    };
    // A file dropped beside the story would otherwise be opened in place of it.
    const keepPage = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    window.addEventListener("dragover", keepPage);
    window.addEventListener("drop", keepPage);
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("keydown", save);
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("dragover", keepPage);
      window.removeEventListener("drop", keepPage);
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("keydown", save);
      window.removeEventListener("beforeunload", leave);
      void saver.flush();
    };
  }, [saver]);

  return { saver, draft };
}
