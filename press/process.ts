import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { MINUTE } from "@/lib/clock";

/** How long a process may take to end before it is ended, in milliseconds. */
const PATIENCE = 8000;

/** A process that lived this long did not fail at its start. */
const LONG = MINUTE;

export type Kept = {
  /** How often it ended without being asked to. */
  restarts: number;
  /** Ends the process for good: lets it finish what it does, for so many milliseconds. */
  stop: (patience?: number) => Promise<void>;
};

/**
 * Keeps a process running: starts it, and starts it anew whenever it ends, ever later while it keeps ending soon.
 * @param onEnd told when it ends unasked.
 */
export function keepRunning(start: () => ChildProcess, onEnd: (how: string) => void): Kept {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const kept: Kept = { restarts: 0, stop };

  async function run(): Promise<void> {
    for (let early = 0; !stopping.signal.aborted; ) {
      const started = performance.now();
      child = start();
      const how = await ended(child);
      if (stopping.signal.aborted) return;
      kept.restarts++;
      early = performance.now() - started > LONG ? 0 : early + 1;
      onEnd(how);
      await pause(backOff(early), undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  const running = run();

  async function stop(patience = PATIENCE): Promise<void> {
    stopping.abort();
    child?.kill("SIGTERM");
    const killing = setTimeout(() => child?.kill("SIGKILL"), patience);
    await running;
    clearTimeout(killing);
  }

  return kept;
}

/** In milliseconds: none the first time, then a tenth of a second, doubled each time up to a quarter of a minute. */
function backOff(early: number): number {
  return early <= 1 ? 0 : Math.min(100 * 2 ** (early - 2), MINUTE / 4);
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
