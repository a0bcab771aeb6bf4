"use client";

import { useEffect, useState } from "react";
import { routes } from "@/lib/routes";
import type { Found } from "./offers";

/** How long one may go on typing before the server is asked, in milliseconds. */
const PAUSE = 120;

type Finding = { found: Found | null; status: "looking" | "found" | "failed" };

/** What the server finds of what was typed, asked while `active`. What it found before stays until it answers. */
export function useFound(typed: string, active: boolean): Finding & { again: () => void } {
  const [finding, setFinding] = useState<Finding>({ found: null, status: "looking" });
  const [attempt, setAttempt] = useState(0);
  const text = typed.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!active) {
      setFinding({ found: null, status: "looking" });
      return;
    }
    const asking = new AbortController();
    setFinding((before) => ({ ...before, status: "looking" }));
    const ask = async () => {
      try {
        const address = `${routes.newsroom.find()}?${new URLSearchParams({ q: text })}`;
        const response = await fetch(address, { signal: asking.signal });
        if (!response.ok) throw new Error(`The search answered ${response.status}`);
        setFinding({ found: await response.json(), status: "found" });
      } catch {
        if (!asking.signal.aborted) setFinding({ found: null, status: "failed" });
      }
    };
    const timer = setTimeout(() => void ask(), text ? PAUSE : 0);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, active, attempt]);

  return { ...finding, again: () => setAttempt((times) => times + 1) };
}
