"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { AssetKind, AssetSummary } from "@/domain/media/asset";
import type { LibraryPage } from "@/domain/media/library";
import { routes } from "@/lib/routes";

/** How long one may go on typing before the library is searched, in milliseconds. */
const PAUSE = 250;

export type Library = {
  assets: AssetSummary[];
  /** Null at the end. */
  next: string | null;
  state: "loading" | "ready" | "failed";
  /** Why it failed. */
  reason?: string;
};

/** The assets of one kind in which these words are found, newest first, a page at a time. */
export function useLibrary(kind: AssetKind, words: string) {
  const [library, setLibrary] = useState<Library>({ assets: [], next: null, state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // The search in hand: what belongs to an earlier one is never shown.
  const search = useRef(new AbortController());

  const load = useCallback(
    async (q: string, cursor: string | null) => {
      const { signal } = search.current;
      setLibrary((before) => ({ ...before, state: "loading" }));
      try {
        const page = await fetchPage(kind, q, cursor, signal);
        if (signal.aborted) return;
        setLibrary((before) => ({
          assets: cursor ? [...before.assets, ...page.assets] : page.assets,
          next: page.next,
          state: "ready",
        }));
      } catch (error) {
        if (signal.aborted) return;
        const reason = error instanceof Error ? error.message : undefined;
        setLibrary((before) => ({ ...before, state: "failed", reason }));
      }
    },
    [kind],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another search for the same words
  useEffect(() => {
    search.current = new AbortController();
    const timer = setTimeout(() => load(words, null), words ? PAUSE : 0);
    return () => {
      clearTimeout(timer);
      search.current.abort();
    };
  }, [words, attempt, load]);

  return {
    ...library,
    more: () => load(words, library.next),
    again: () => setAttempt((count) => count + 1),
  };
}

async function fetchPage(kind: AssetKind, q: string, cursor: string | null, signal: AbortSignal): Promise<LibraryPage> {
  const query = new URLSearchParams({ kind, ...(q && { q }), ...(cursor && { cursor }) });
  const response = await fetch(`${routes.newsroom.library()}?${query}`, { signal }).catch(() => null);
  if (!response) throw new Error("The library cannot be reached. Check your connection.");
  const answer = await response.json().catch(() => null);
  // An answer that breaks off half-way is none.
  if (!response.ok || !answer) throw new Error(answer?.message ?? "The library could not be read.");
  return answer;
}
