"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { z } from "zod";
import { ArticleContent } from "@/domain/articles/article";
import { routes } from "@/lib/routes";
import type { ArticleOnScreen } from "./desk";
import { keepOnDevice } from "./device-copies";
import { Saver, type SaverSnapshot } from "./saver";
import { Savers } from "./savers";
import { sendDraft } from "./send-draft";

/** Whose texts this tab keeps: with another person's signing in the page is loaded anew. */
let staffId = "";

const savers =
  typeof window === "undefined"
    ? null
    : watched(new Savers(sendDraft, (saver, articleId) => keepOnDevice(saver, { articleId, staffId })));

const LEAVE =
  "What you wrote last is not saved. Leave this page all the same? It is kept in this tab until you close it.";

/**
 * The saver of the article on this screen.
 * @returns also how many times the server's newer text came in place of the one shown: then what is on the screen must
 * be drawn anew.
 */
export function useSaver(article: ArticleOnScreen, writerId: string): { saver: Saver; replaced: number } {
  staffId = writerId;
  const saverOf = () => savers?.of(article) ?? new Saver(article.id, article, sendDraft);
  const [shown, setShown] = useState(() => ({ saver: saverOf(), replaced: 0, version: article.version }));
  if (shown.version === article.version) return shown;
  const saver = saverOf();
  const next = { saver, replaced: shown.replaced + (saver === shown.saver ? 0 : 1), version: article.version };
  setShown(next);
  return next;
}

export function useDraft(saver: Saver): SaverSnapshot {
  return useSyncExternalStore(saver.subscribe, saver.current, saver.current);
}

/**
 * Saves when asked by Ctrl+S and when the screen is left, which it asks about where saving fails; looks whether
 * somebody else saved when one comes back to it.
 * @returns takes in what others saved, where that is possible; and the version that came in so last.
 */
export function useSaving(saver: Saver, article: ArticleOnScreen): { look: () => Promise<void>; taken: number | null } {
  const router = useRouter();
  const [taken, setTaken] = useState<number | null>(null);
  const { arrivals } = useDraft(saver);

  // Names and pictures of what the others' text refers to.
  useEffect(() => {
    if (arrivals > 0) router.refresh();
  }, [arrivals, router]);

  const look = useCallback(async () => {
    const standing = await standingOf(article.id);
    if (!standing) return;
    if (saver.adopt(standing)) setTaken(standing.version);
    else if (saver.current().clean && hasMoved(standing, article)) router.refresh();
  }, [article, saver, router]);
  const lookAgain = useEffectEvent(look);
  const leave = useEffectEvent(async () => {
    if (saver.current().clean) return;
    // Where one goes now may show this story: as it has become.
    if (await saver.flush()) router.refresh();
  });

  useEffect(() => {
    const comeBack = () => {
      if (document.visibilityState === "visible") void lookAgain();
    };
    const save = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void saver.flush();
    };
    // Going elsewhere in the newsroom unloads nothing: no warning of the browser's own comes.
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]:not([target], [href^='#'])");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const { clean, state } = saver.current();
      if (clean || state.kind === "waiting" || state.kind === "saving" || window.confirm(LEAVE)) return;
      event.preventDefault();
    };
    // A file dropped beside the story would otherwise be opened in place of it.
    const keepPage = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    // What others wrote may come into a field once it is left.
    const rest = () => saver.rest();
    comeBack();
    document.addEventListener("focusout", rest);
    window.addEventListener("focus", comeBack);
    document.addEventListener("visibilitychange", comeBack);
    window.addEventListener("dragover", keepPage);
    window.addEventListener("drop", keepPage);
    window.addEventListener("keydown", save);
    window.addEventListener("click", ask, { capture: true });
    return () => {
      document.removeEventListener("focusout", rest);
      window.removeEventListener("focus", comeBack);
      document.removeEventListener("visibilitychange", comeBack);
      window.removeEventListener("dragover", keepPage);
      window.removeEventListener("drop", keepPage);
      window.removeEventListener("keydown", save);
      window.removeEventListener("click", ask, { capture: true });
      void leave();
    };
  }, [saver]);

  return { look, taken };
}

const StandingDraft = z.object({
  version: z.number(),
  stage: z.string().nullable(),
  readers: z.string(),
  content: ArticleContent,
  savedAt: z.iso.datetime().transform((at) => new Date(at)),
});

/** Whether the story went on to another stage, or was put before readers or taken from them, since the screen was drawn. */
function hasMoved({ stage, readers }: z.infer<typeof StandingDraft>, article: ArticleOnScreen): boolean {
  return stage !== article.plan.stage || readers !== article.readers;
}

/** The draft as the server has it now; nothing where it cannot be asked, which saving will tell. */
async function standingOf(id: string): Promise<z.infer<typeof StandingDraft> | null> {
  const response = await fetch(routes.newsroom.draft(id)).catch(() => null);
  return response?.ok ? StandingDraft.parse(await response.json()) : null;
}

/** Listens to the tab for as long as it is open, whatever is on its screen. */
function watched(savers: Savers): Savers {
  window.addEventListener("online", savers.retry);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") savers.retry();
    else savers.flush();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!savers.areClean()) event.preventDefault();
  });
  return savers;
}
