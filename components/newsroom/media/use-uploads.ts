"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AssetSummary } from "@/domain/media/asset";
import { bring, type Failure, giveUp, type Sending, sending } from "./sending";
import { take } from "./taking";

/** Where one file on its way is. */
export type UploadState =
  | { at: "queued" | "sending" | "paused" | "lost" | "looking" }
  /** Others look like it: it waits for somebody to say whether it is wanted besides. */
  | { at: "asking"; upload: string; alike: AssetSummary[] }
  | { at: "refused"; reason: string; again: boolean }
  | { at: "done"; asset: AssetSummary; how: "new" | "existed" | "restored" | "chosen" };

/** One file on its way. `part` is how much of it has been sent, from 0 to 1; its size is null where nobody knows it yet. */
export type Upload = { key: number; name: string; size: number | null; part: number; state: UploadState };

/** How many files are sent at a time. */
const AT_ONCE = 3;

type Way = Sending & { queued: boolean; active: boolean };

/** What can be done with files on their way. */
export type UploadDeeds = {
  pause: (key: number) => void;
  /** Goes on with what was paused or lost, or tries again what failed. */
  resume: (key: number) => void;
  cancel: (key: number) => void;
  dismiss: (key: number) => void;
  /** Takes it besides those that look like it. */
  keep: (key: number, upload: string) => void;
  /** Takes one of those that look like it in its stead. */
  choose: (key: number, upload: string, asset: AssetSummary) => void;
};

/**
 * Files on their way to the library, a few at a time; one that is refused, paused or asked about stops no other.
 * @param onUploaded told of each asset as it is in the library.
 */
export function useUploads(onUploaded?: (asset: AssetSummary) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const told = useRef(onUploaded);
  useEffect(() => {
    told.current = onUploaded;
  });
  const work = useRef({ ways: new Map<number, Way>(), next: 0 });

  const change = useCallback((key: number, to: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));
  }, []);

  /** Begins those that wait, as far as there is room. */
  const pump = useCallback(() => {
    const ways = [...work.current.ways.entries()];
    let room = AT_ONCE - ways.filter(([, way]) => way.active).length;
    for (const [key, way] of ways) {
      if (room <= 0) return;
      if (!way.queued) continue;
      room--;
      Object.assign(way, { queued: false, active: true });
      change(key, { state: { at: "sending" } });
      way.start();
    }
  }, [change]);

  /** It goes on no more: another may. */
  const leave = useCallback(
    (key: number, to?: Partial<Upload>) => {
      const way = work.current.ways.get(key);
      if (way) Object.assign(way, { queued: false, active: false });
      if (to) change(key, to);
      pump();
    },
    [change, pump],
  );

  const settle = useCallback(
    (key: number, asset: AssetSummary, how: "new" | "existed" | "restored" | "chosen") => {
      leave(key, { state: { at: "done", asset, how } });
      told.current?.(asset);
    },
    [leave],
  );

  const takeIn = useCallback(
    async (key: number, upload: string, keep: boolean) => {
      change(key, { part: 1, state: { at: "looking" } });
      try {
        const taken = await take(upload, keep);
        if ("alike" in taken) leave(key, { state: { at: "asking", upload, alike: taken.alike } });
        else settle(key, taken.asset, taken.restored ? "restored" : taken.existed ? "existed" : "new");
      } catch (error) {
        const { message: reason, again } = error as Failure;
        leave(key, { state: { at: "refused", reason, again } });
      }
    },
    [change, leave, settle],
  );

  const begin = useCallback((name: string, size: number | null, wayOf: (key: number) => Sending) => {
    const key = work.current.next++;
    work.current.ways.set(key, { ...wayOf(key), queued: true, active: false });
    setUploads((all) => [...all, { key, name, size, part: 0, state: { at: "queued" } }]);
  }, []);

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        begin(file.name, file.size, (key) =>
          sending(file, {
            progress: (part) => change(key, { part, state: { at: "sending" } }),
            lost: () => change(key, { state: { at: "lost" } }),
            sent: (upload) => takeIn(key, upload, false),
            failed: (reason, again) => leave(key, { state: { at: "refused", reason, again } }),
          }),
        );
      }
      pump();
    },
    [begin, change, leave, pump, takeIn],
  );

  const addFrom = useCallback(
    (address: string) => {
      begin(address, null, (key) => {
        let cancel = new AbortController();
        return {
          start: () => {
            cancel = new AbortController();
            const { signal } = cancel;
            bring(address, (part) => change(key, { part }), signal).then(
              (upload) => takeIn(key, upload, false),
              ({ message }: Error) =>
                !signal.aborted && leave(key, { state: { at: "refused", reason: message, again: true } }),
            );
          },
          stop: () => cancel.abort(),
          giveUp: () => cancel.abort(),
        };
      });
      pump();
    },
    [begin, change, leave, pump, takeIn],
  );

  const deeds = useMemo((): UploadDeeds => {
    const forget = (key: number) => {
      work.current.ways.delete(key);
      setUploads((all) => all.filter((upload) => upload.key !== key));
      pump();
    };
    return {
      pause: (key) => {
        work.current.ways.get(key)?.stop();
        leave(key, { state: { at: "paused" } });
      },
      resume: (key) => {
        const way = work.current.ways.get(key);
        if (!way) return;
        way.stop();
        Object.assign(way, { queued: true, active: false });
        change(key, { state: { at: "queued" } });
        pump();
      },
      cancel: (key) => {
        work.current.ways.get(key)?.giveUp();
        forget(key);
      },
      dismiss: forget,
      keep: (key, upload) => void takeIn(key, upload, true),
      choose: (key, upload, asset) => {
        giveUp(upload);
        settle(key, asset, "chosen");
      },
    };
  }, [change, leave, pump, settle, takeIn]);

  // Leaving the page lets them rest: the same file goes on where it was when it is chosen again.
  useEffect(() => {
    const { ways } = work.current;
    return () => {
      for (const way of ways.values()) if (way.active) way.stop();
    };
  }, []);

  return { uploads, add, addFrom, deeds };
}
