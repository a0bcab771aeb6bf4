"use client";

import { clsx } from "clsx";
import { CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { SaverSnapshot } from "./saver";
import { timeToday } from "./time-today";

/** The state of saving in words, and whether it is trouble. */
export function savingWords(draft: SaverSnapshot, timeZone: string): { words: string; trouble: boolean } {
  const { state, onDevice } = draft;
  switch (state.kind) {
    case "saved":
      return { words: `Saved ${timeToday(draft.savedAt, timeZone)}`, trouble: false };
    case "waiting":
    case "saving":
      return { words: "Saving…", trouble: false };
    case "offline":
      return { words: onDevice ? "Offline, kept on this device" : "Not saved: offline, trying again", trouble: true };
    case "full":
      return {
        words: onDevice ? "Server’s disk full, kept on this device" : "Not saved: server’s disk full, trying again",
        trouble: true,
      };
    case "signed-out":
      return {
        words: onDevice ? "Signed out, kept on this device" : "Signed out: sign in again to save",
        trouble: true,
      };
    case "refused":
      return { words: `Not saved: ${state.message}`, trouble: true };
    case "conflict":
      return {
        words: `Changed elsewhere: by ${state.conflict.savedBy}, ${timeToday(state.conflict.savedAt, timeZone)}`,
        trouble: true,
      };
  }
}

/** Always says whether what was written is safe. */
export function SaveStatus({ draft, timeZone }: { draft: SaverSnapshot; timeZone: string }) {
  const { words, trouble } = savingWords(draft, timeZone);
  const Icon = trouble ? CircleAlert : draft.state.kind === "saved" ? CircleCheck : LoaderCircle;
  return (
    <>
      <p
        className={clsx(
          "flex min-w-0 items-center gap-1.5 text-sm",
          trouble ? "font-semibold text-bad max-sm:text-xs max-sm:leading-tight" : "text-muted",
        )}
      >
        <Icon size={16} className="shrink-0" aria-hidden />
        <span suppressHydrationWarning className={trouble ? "" : "truncate"}>
          {words}
        </span>
      </p>
      <Announcement words={words} trouble={trouble} settled={draft.state.kind === "saved"} />
    </>
  );
}

/** Tells a screen reader of trouble and of its end; that all goes well is not worth an interruption every few seconds. */
function Announcement({ words, trouble, settled }: { words: string; trouble: boolean; settled: boolean }) {
  const [said, setSaid] = useState("");
  const troubled = useRef(false);
  useEffect(() => {
    if (trouble) setSaid(`Attention. ${words}`);
    else if (troubled.current && settled) setSaid("All is saved again");
    if (trouble || settled) troubled.current = trouble;
  }, [words, trouble, settled]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
