"use client";

import { useEffect } from "react";

/** Where the focus is lost together with the component (a row that has been removed), it goes on at the top of the page. */
export function useKeptFocus(): void {
  useEffect(
    () => () => {
      requestAnimationFrame(keepFocus);
    },
    [],
  );
}

/** Gives the focus to the page, unless something has it. */
export function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
}
