"use client";

import { useEffect, useState } from "react";
import { routes } from "@/lib/routes";
import type { Found } from "./offers";

/** How long one may go on typing before the server is asked, in milliseconds. */
const PAUSE = 120;

type Finding = { found: Found | null; status: "looking" | "found" | "failed" };

/** What was answered by what was asked, the latest last; null where no answer came. */
type Answers = ReadonlyMap<string, Found | null>;

const NONE: Answers = new Map();

/**
 * What the server finds of what was typed, asked while `active`, each text once. What it found of the text before stays
 * until it answers.
 */
export function useFound(typed: string, active: boolean): Finding & { again: () => void } {
  const [answers, setAnswers] = useState(NONE);
  const text = typed.trim();

  useEffect(() => {
    if (!active) setAnswers(NONE);
    if (!active || answers.has(text)) return;
    const asking = new AbortController();
    const ask = async () => {
      const answer = await answerTo(text, asking.signal);
      if (!asking.signal.aborted) setAnswers((before) => new Map(before).set(text, answer));
    };
    const timer = setTimeout(() => void ask(), text ? PAUSE : 0);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, active, answers]);

  const answer = answers.get(text);
  // The stories that one worked on last are no others.
  const before = text ? [...answers.values()].findLast((each) => each !== null) : null;
  return {
    found: answer ?? before ?? null,
    status: answer === undefined ? "looking" : answer === null ? "failed" : "found",
    again: () => setAnswers((all) => new Map([...all].filter(([asked]) => asked !== text))),
  };
}

async function answerTo(text: string, signal: AbortSignal): Promise<Found | null> {
  try {
    const response = await fetch(`${routes.newsroom.find()}?${new URLSearchParams({ q: text })}`, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
