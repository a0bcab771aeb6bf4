"use client";

import { useRef, useState } from "react";

/**
 * What stands in a text control while it is typed in. Once something was typed, the text given from outside is taken over
 * only when the control is left, so that no answer or redraw ever moves the caret or undoes a letter.
 * @param commit is told each text that is typed.
 */
export function useTyped(text: string, commit: (typed: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const focused = useRef(false);
  return {
    value: typed ?? text,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped(focused.current ? value : null);
      commit(value);
    },
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
      setTyped(null);
    },
  };
}
