"use client";

import { useEffect, useEffectEvent } from "react";
import { isOn } from "./device-switch";
import type { Asks } from "./tools";

/** Keys that work wherever the focus is on the screen of a story, the fields of its blocks included. */
export function useScreenKeys(asks: Pick<Asks, "find" | "fullScreen" | "shortcuts">): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof HTMLElement) || document.querySelector("[role=dialog]")) return;
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isMod && event.key.toLowerCase() === "f") {
      // Elsewhere the browser finds in the whole page.
      if (!event.shiftKey && !target.closest("#article-body, [data-story-dock]")) return;
      event.preventDefault();
      if (event.shiftKey) asks.fullScreen();
      else asks.find();
    }
    const isTyping = target.isContentEditable || target.matches("input, textarea, select");
    if (event.key === "?" && !isMod && !isTyping && isOn("shortcut-key")) {
      event.preventDefault();
      asks.shortcuts();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
