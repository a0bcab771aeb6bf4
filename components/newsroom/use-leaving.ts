"use client";

import { useEffect } from "react";

const LEAVE = "What you changed on this page is not saved. Leave it all the same?";

/** Asks before what was typed is left behind: by the browser's own means, and on the way to another page of the newsroom. */
export function useLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]:not([target], [href^='#'])");
      if (!link || link.closest("[contenteditable]") || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || window.confirm(LEAVE)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", stay);
    window.addEventListener("click", ask, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", stay);
      window.removeEventListener("click", ask, { capture: true });
    };
  }, [unsaved]);
}
