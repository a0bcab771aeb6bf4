import { monitorEventLoopDelay } from "node:perf_hooks";
import v8 from "node:v8";

/** What a process says of itself, each second, to the one that started it: that it says it is what tells that it lives. */
export type Beat = {
  masthead: "beat";
  /** The memory it takes, and what of it is its heap's, in bytes. */
  rss: number;
  heap: number;
  heapLimit: number;
  /** The longest that its event loop was kept from going round since the last, in milliseconds. */
  lag: number;
};

export const BEATS_EVERY = 1000;

/** Measures this process from now on. @returns what it is to say since the last call */
export function measuring(): () => Beat {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return () => {
    const { rss, heapUsed } = process.memoryUsage();
    // What it measures includes the twenty milliseconds between two looks.
    const lag = Math.max(0, delay.max / 1e6 - 20);
    delay.reset();
    return { masthead: "beat", rss, heap: heapUsed, heapLimit: v8.getHeapStatistics().heap_size_limit, lag };
  };
}

/** Says so to whoever started this process, for as long as it lives. */
export function startBeating(): void {
  if (!process.send) return;
  const measured = measuring();
  const beat = () => process.send?.(measured(), () => {});
  setInterval(beat, BEATS_EVERY).unref();
  beat();
}
