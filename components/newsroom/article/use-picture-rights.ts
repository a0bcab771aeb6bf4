"use client";

import { useEffect, useState } from "react";
import { z } from "zod";
import type { Checklist } from "@/domain/articles/checklist";
import { routes } from "@/lib/routes";

const Items = z.array(z.object({ field: z.string(), message: z.string() }));
const Answer = z.object({ blocking: Items, advisory: Items });

/**
 * What the library says of the rights to what the story shows, as it was saved last. Nothing until it is known, or where it
 * cannot be had: the server looks again when the story is published.
 * @param isSaved whether the draft that is looked at is the one that the server has
 */
export function usePictureRights(id: string, version: number, isSaved: boolean): Checklist | undefined {
  const [found, setFound] = useState<Checklist>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version that was saved is asked for anew
  useEffect(() => {
    if (!isSaved) return;
    const asking = new AbortController();
    const ask = async () => {
      const response = await fetch(routes.newsroom.storyRights(id), { signal: asking.signal });
      const answer = Answer.safeParse(response.ok ? await response.json() : null);
      if (answer.success && !asking.signal.aborted) setFound(answer.data);
    };
    ask().catch(() => {});
    return () => asking.abort();
  }, [id, version, isSaved]);
  return found;
}
