"use client";

import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "masthead-kept";

/** A text that is kept on this device under a name; empty where there is none, or where the device keeps nothing. */
export function useKept(name: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => "",
  );
  const keep = useCallback(
    (next: string) => {
      try {
        if (next) localStorage.setItem(name, next);
        else localStorage.removeItem(name);
      } catch {
        // Without room, or where the browser forbids it, nothing is kept.
      }
      window.dispatchEvent(new Event(CHANGED));
    },
    [name],
  );
  return [text, keep];
}

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(CHANGED, changed);
  };
}
