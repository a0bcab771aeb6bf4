"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Choice } from "@/components/newsroom/article/choices";

type Stories = {
  /** The story that is being written. */
  articleId: string;
  named: (id: string) => Choice;
  /** @returns the ids of those chosen, each once */
  remember: (chosen: Choice[]) => string[];
};

const Context = createContext<Stories>({ articleId: "", named: (id) => ({ id, name: "…" }), remember: () => [] });

/** Knows what the other stories are called that this one leads to: those that came with the page, and those chosen since. */
export function StoriesProvider({
  articleId,
  known,
  children,
}: {
  articleId: string;
  known: Choice[];
  children: ReactNode;
}) {
  const [since, setSince] = useState<Choice[]>([]);
  const stories = useMemo(
    () => ({
      articleId,
      named: (id: string) =>
        [...since, ...known].find((each) => each.id === id) ?? { id, name: "A story you may not read" },
      remember: (chosen: Choice[]) => {
        setSince((before) => [...before, ...chosen.filter(({ id }) => !before.some((each) => each.id === id))]);
        return [...new Set(chosen.map(({ id }) => id))];
      },
    }),
    [articleId, known, since],
  );
  return <Context value={stories}>{children}</Context>;
}

export function useStories(): Stories {
  return useContext(Context);
}
