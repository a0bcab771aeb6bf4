"use client";

import { useEffect, useState } from "react";

/**
 * By what the log has the request that the page at hand came of. Scripts cannot read the headers of a page: it is told them
 * among the timings (press/forwarding.ts). Null where the browser tells none, as over plain HTTP.
 */
export function useReference(): string | null {
  const [reference, setReference] = useState<string | null>(null);
  useEffect(() => setReference(latest()), []);
  return reference;
}

function latest(): string | null {
  const { pathname } = window.location;
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const own = (all as PerformanceResourceTiming[]).filter(({ name, entryType }) => {
    return entryType === "navigation" || (URL.canParse(name) && new URL(name).pathname === pathname);
  });
  const last = own.toSorted((a, b) => a.responseEnd - b.responseEnd).at(-1);
  return last?.serverTiming?.find(({ name }) => name === "request")?.description ?? null;
}
