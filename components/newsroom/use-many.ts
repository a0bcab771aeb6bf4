"use client";

import { useState, useTransition } from "react";
import type { FormAction } from "@/components/ui/form";

/**
 * Sends what is to become of many, and keeps what became of them.
 * @param read the outcome as the action's answer says it
 * @param onAnswer called with whether it was done, before what became of them is told
 */
export function useMany<Result>(read: (outcome: string) => Result, onAnswer: (done: boolean) => void) {
  const [told, setTold] = useState<{ words: string; result: Result } | { failed: string } | null>(null);
  const [pending, start] = useTransition();
  const send = (action: FormAction, form: FormData, words: string) =>
    start(async () => {
      const state = await action(null, form).catch(() => null);
      start(() => {
        onAnswer(state?.done ?? false);
        if (state?.done) setTold({ words, result: read(state.result?.outcome ?? "null") });
        else setTold({ failed: state?.message ?? "No answer came. Look at the list before you try again." });
      });
    });
  return { told, pending, send };
}
