"use client";

import { Minimize } from "lucide-react";
import { useEffect } from "react";

/** Whether something is open that Escape closes first. */
const CLOSES_FIRST = "[role=dialog], [role=menu], [role=listbox], [data-find-panel]";

/**
 * Only the story is on the screen: no side bar and no details (story.css hides them). Saving and its state stay in
 * sight. Escape leaves.
 */
export function FullScreen({ onLeave }: { onLeave: () => void }) {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.fullScreen = "";
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || document.querySelector(CLOSES_FIRST)) return;
      if (event.target instanceof Element && event.target.closest("[data-controls]")) return;
      onLeave();
    };
    window.addEventListener("keydown", leave, { capture: true });
    return () => {
      delete root.dataset.fullScreen;
      window.removeEventListener("keydown", leave, { capture: true });
    };
  }, [onLeave]);
  return (
    <button
      type="button"
      onClick={onLeave}
      className="fixed right-4 bottom-4 z-20 flex min-h-10 cursor-pointer items-center gap-2 rounded-md border border-edge bg-raised px-3 text-sm font-semibold pointer-coarse:hidden"
    >
      <Minimize size={16} aria-hidden /> Leave full screen
    </button>
  );
}
