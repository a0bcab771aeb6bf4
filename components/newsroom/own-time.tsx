"use client";

import { useSyncExternalStore } from "react";
import { ownWords } from "./own-words";

/**
 * What the clocks of whoever looks show then, beside a time in the publication's zone: " (17:00 for you)". Nothing where
 * they show the same.
 */
export function OwnTime({ at, timeZone }: { at: Date; timeZone: string }) {
  const own = useOwnZone();
  const words = own && ownWords(at, timeZone, own);
  if (!words) return null;
  return <span className="font-normal"> ({words} for you)</span>;
}

/** The zone of whoever looks: null on the server, which does not know it, and where the browser does not say. */
export function useOwnZone(): string | null {
  return useSyncExternalStore(never, ownZone, () => null);
}

const never = () => () => {};

function ownZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // So says a browser that cannot tell; no clock can be set by it.
  return zone && zone !== "Etc/Unknown" ? zone : null;
}
