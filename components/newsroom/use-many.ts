"use client";

import { type ReactNode, useContext, useState, useTransition } from "react";
import { Confirming } from "@/components/ui/confirm";
import type { FormAction } from "@/components/ui/form";

/**
 * Sends what is to become of many, and keeps what became of them. Where it is asked first whether it is them, `asked` is
 * to be shown.
 * @param read the outcome as the action's answer says it
 * @param onAnswer called with whether it was done, before what became of them is told
 */
export function useMany<Result>(read: (outcome: string) => Result, onAnswer: (done: boolean) => void) {
  const [told, setTold] = useState<{ words: string; result: Result } | { failed: string } | null>(null);
  const [held, setHeld] = useState<{ again: () => void; refusal: string } | null>(null);
  const [pending, start] = useTransition();
  const ask = useContext(Confirming);

  const send = (action: FormAction, form: FormData, words: string) =>
    start(async () => {
      const state = await action(null, form).catch(() => null);
      start(() => {
        if (ask && state?.done === false && state.confirm) {
          return setHeld({ again: () => send(action, form, words), refusal: state.message });
        }
        onAnswer(state?.done ?? false);
        if (state?.done) setTold({ words, result: read(state.result?.outcome ?? "null") });
        else setTold({ failed: state?.message ?? "No answer came. Look at the list before you try again." });
      });
    });

  const asked: ReactNode =
    held &&
    ask?.({
      onDone: () => {
        setHeld(null);
        held.again();
      },
      onClose: () => {
        setHeld(null);
        setTold({ failed: held.refusal });
      },
    });
  return { told, pending, send, asked };
}
