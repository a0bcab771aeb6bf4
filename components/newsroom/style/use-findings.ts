"use client";

import { useEffect, useMemo, useState } from "react";
import type { ArticleContent } from "@/domain/articles/article";
import { type Finding, styleChecker } from "@/domain/style/checking";
import type { StyleRule } from "@/domain/style/style";

/** How long nothing may have been typed before the text is looked through, in milliseconds. */
const PAUSE = 400;
/** How much of a frame looking through it may take, in milliseconds. */
const MOST = 6;

/** What the house would write otherwise in a story, found while nobody waits; nothing while it is off. */
export function useFindings({
  content,
  rules,
  language,
  names,
  on,
}: {
  content: Pick<ArticleContent, "headline" | "standfirst" | "body">;
  rules: readonly StyleRule[];
  language: string;
  names: readonly string[];
  on: boolean;
}): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const checker = useMemo(() => styleChecker(rules, language), [rules, language]);
  const { headline, standfirst, body } = content;
  const credited = names.join("\n");
  useEffect(() => {
    if (!on) {
      setFindings([]);
      return;
    }
    const told = { headline, standfirst, body };
    let forget: () => void = () => undefined;
    const look = () => {
      const end = performance.now() + MOST;
      if (checker.prepare(told, () => performance.now() < end)) setFindings(checker.check(told, credited.split("\n")));
      else forget = whenIdle(look);
    };
    const pause = setTimeout(() => {
      forget = whenIdle(look);
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      forget();
    };
  }, [on, checker, headline, standfirst, body, credited]);
  return findings;
}

function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: 2000 });
  return () => cancelIdleCallback(asked);
}
