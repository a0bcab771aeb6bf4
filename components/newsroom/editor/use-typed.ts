"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";

/**
 * What stands in a text control while it is typed in. Once something was typed, the text given from outside is taken over
 * only when the control is left, so that no answer or redraw ever moves the caret or undoes a letter.
 * @param commit is told each text that is typed.
 * @param id of a control that the server drew: what was typed in it before scripts had come is taken over too.
 */
export function useTyped(text: string, commit: (typed: string) => void, id?: string) {
  const [typed, setTyped] = useState<string | null>(null);
  const focused = useRef(false);
  // Read while the page is taken over: as that is done, React puts the server's text there again.
  const [early] = useState(() => (id && typeof document !== "undefined" ? controlNamed(id)?.value : undefined));
  const takeOver = useEffectEvent(() => {
    if (!id || early === undefined || early === text) return;
    focused.current = controlNamed(id) === document.activeElement;
    if (focused.current) setTyped(early);
    commit(early);
  });
  useEffect(() => takeOver(), []);
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

function controlNamed(id: string): HTMLInputElement | HTMLTextAreaElement | null {
  return document.querySelector(`:is(input, textarea)#${CSS.escape(id)}`);
}
