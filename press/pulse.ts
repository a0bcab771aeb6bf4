import type { ChildProcess } from "node:child_process";
import { BEATS_EVERY, type Beat } from "@/lib/beat";

/** How long a process may take until it beats, in milliseconds, and after how many beats it does: it loads all that it is made of. */
const FIRST = 60_000;
const SETTLED = 3;

export type Pulse = {
  pid: number;
  /** What it said last. */
  beat: Beat | undefined;
  /** For how long it has said nothing, in milliseconds. */
  readonly silence: number;
};

/**
 * Hears the beats of a process, and ends it if it has said nothing for too long: stopped, or busy without end.
 * @param patience how long it may be silent, in milliseconds.
 * @param onHung told before it is ended.
 */
export function feelPulse(child: ChildProcess, patience: number, onHung: () => void): Pulse {
  let heard = performance.now();
  let looked = heard;
  let beats = 0;
  const pulse: Pulse = {
    pid: child.pid ?? 0,
    beat: undefined,
    get silence() {
      return performance.now() - heard;
    },
  };
  child.on("message", (message: Beat) => {
    if (message?.masthead !== "beat") return;
    heard = performance.now();
    pulse.beat = message;
    beats++;
  });
  const looking = setInterval(() => {
    const at = performance.now();
    // Whoever looks was kept from it, or the whole machine slept: what was said meanwhile has yet to be heard.
    if (at - looked > 3 * BEATS_EVERY) heard = at;
    looked = at;
    if (at - heard < (beats >= SETTLED ? patience : Math.max(FIRST, patience))) return;
    onHung();
    child.kill("SIGKILL");
  }, BEATS_EVERY).unref();
  child.once("exit", () => clearInterval(looking));
  return pulse;
}
