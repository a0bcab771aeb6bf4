"use client";

import { useRef, useState } from "react";

/** Which rows of a page are chosen. Those that are no longer on it are not. */
export function useChosen(ids: readonly string[]) {
  const [kept, setKept] = useState<readonly string[]>([]);
  const last = useRef<string>(undefined);
  const chosen = ids.filter((id) => kept.includes(id));

  /** @param through whether all between the one chosen before and this one follow it. */
  const set = (id: string, on: boolean, through: boolean) => {
    const from = through && last.current ? ids.indexOf(last.current) : -1;
    const to = ids.indexOf(id);
    const meant = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    last.current = id;
    setKept(on ? [...new Set([...chosen, ...meant])] : chosen.filter((each) => !meant.includes(each)));
  };

  return { chosen, set, setAll: (on: boolean) => setKept(on ? ids : []) };
}
