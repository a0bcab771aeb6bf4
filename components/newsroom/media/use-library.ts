"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type LibraryAsset, type LibraryPage, type LibraryQuery, libraryAddress } from "@/domain/media/library";
import { routes } from "@/lib/routes";
import type { Shelves } from "./library-words";

export type Library = Pick<LibraryPage, "count" | "uncounted" | "next"> & {
  assets: LibraryAsset[];
  shelves: Shelves;
  state: "loading" | "ready" | "failed";
  /** Why it failed. */
  reason?: string;
};

const NOTHING: Library = {
  assets: [],
  shelves: { collections: [], uploaders: [] },
  count: 0,
  uncounted: false,
  next: null,
  state: "loading",
};

/** What of the library answers a query, a page at a time. What was found stays in sight until other is found. */
export function useLibrary(query: LibraryQuery) {
  const [library, setLibrary] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const asked = libraryAddress({ ...query, cursor: null });
  // The search in hand: what belongs to an earlier one is never shown.
  const search = useRef(new AbortController());

  const load = useCallback(async (asked: string, cursor: string | null) => {
    const { signal } = search.current;
    setLibrary((before) => ({ ...before, state: "loading" }));
    try {
      const page = await fetchPage(asked, cursor, signal);
      if (signal.aborted) return;
      setLibrary((before) => {
        const known = new Set(before.assets.map(({ id }) => id));
        const fresh = page.assets.filter(({ id }) => !known.has(id));
        return {
          ...before,
          ...page,
          assets: cursor ? [...before.assets, ...fresh] : page.assets,
          shelves: page.shelves ?? before.shelves,
          state: "ready",
        };
      });
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : undefined;
      setLibrary((before) => ({ ...before, state: "failed", reason }));
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another search for the same
  useEffect(() => {
    search.current = new AbortController();
    void load(asked, null);
    return () => search.current.abort();
  }, [asked, attempt, load]);

  const { next, state } = library;
  return {
    ...library,
    /** Loads on, unless there is no more or something is loaded already. */
    more: () => {
      if (next && state !== "loading") void load(asked, next);
    },
    again: () => setAttempt((count) => count + 1),
  };
}

type Answer = LibraryPage & { shelves?: Shelves };

async function fetchPage(asked: string, cursor: string | null, signal: AbortSignal): Promise<Answer> {
  const query = new URLSearchParams(asked);
  if (cursor) query.set("cursor", cursor);
  const response = await fetch(`${routes.newsroom.library()}?${query}`, { signal }).catch(() => null);
  if (!response) throw new Error("The library cannot be reached. Check your connection.");
  const answer = await response.json().catch(() => null);
  // An answer that breaks off half-way is none.
  if (!response.ok || !answer) throw new Error(answer?.message ?? "The library could not be read.");
  return answer;
}
