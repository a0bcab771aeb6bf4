"use client";

import pLimit from "p-limit";
import { useCallback, useEffect, useRef, useState } from "react";
import type { AssetSummary } from "@/domain/media/asset";
import { type Sent, sendFile } from "./send-file";

/** One file on its way. `part` is how much of it has been sent, from 0 to 1. */
export type Upload = { key: number; name: string; size: number; part: number; sent?: Sent };

/** How many files are sent at a time. */
const AT_ONCE = 2;

/**
 * Files that are sent to the library one after the other; one that is refused does not stop the rest.
 * @param onUploaded told of each picture as it is in the library.
 */
export function useUploads(onUploaded?: (asset: AssetSummary) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const told = useRef(onUploaded);
  useEffect(() => {
    told.current = onUploaded;
  });
  const work = useRef({ limit: pLimit(AT_ONCE), cancels: new Map<number, AbortController>(), next: 0 });

  const change = useCallback((key: number, to: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));
  }, []);

  const add = useCallback(
    (files: Iterable<File>) => {
      const { limit, cancels } = work.current;
      for (const file of files) {
        const key = work.current.next++;
        const cancel = new AbortController();
        cancels.set(key, cancel);
        setUploads((all) => [...all, { key, name: file.name, size: file.size, part: 0 }]);
        limit(async () => {
          const sent: Sent = cancel.signal.aborted
            ? { reason: "Cancelled." }
            : await sendFile(file, (part) => change(key, { part }), cancel.signal);
          cancels.delete(key);
          change(key, { sent });
          if ("asset" in sent) told.current?.(sent.asset);
        });
      }
    },
    [change],
  );

  const cancel = useCallback(
    (key: number) => {
      work.current.cancels.get(key)?.abort();
      change(key, { sent: { reason: "Cancelled." } });
    },
    [change],
  );

  const dismiss = useCallback((key: number) => {
    setUploads((all) => all.filter((upload) => upload.key !== key));
  }, []);

  // Leaving the page leaves nothing half sent.
  useEffect(() => {
    const { cancels } = work.current;
    return () => {
      for (const cancel of cancels.values()) cancel.abort();
    };
  }, []);

  return { uploads, add, cancel, dismiss };
}
