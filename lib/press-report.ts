/** How often, since the press began. */
export type PressCounters = {
  /** Answered from memory. */
  hits: number;
  /** Rendered for the asker. */
  misses: number;
  /** Answered by the last good page, since no worker was up. */
  stale: number;
  /** Handed on to Next. */
  passed: number;
  /** Told that there is nothing at the moment. */
  unavailable: number;
  /** Pages rendered; many askers may share one. */
  renders: number;
};

/** What the press says of itself. */
export type PressReport = PressCounters & {
  /** Pages that are kept, and the memory that they take. */
  entries: number;
  bytes: number;
  /** How much memory they may take, in bytes. */
  mostBytes: number;
  /** The number of the last event that it has seen. */
  lastEvent: number;
  /** When it began, in milliseconds since the epoch. */
  since: number;
  workers: { up: number; count: number; restarts: number };
  /** What each process takes of memory, in bytes, and for how long it stood still at most in the last second, in ms. */
  processes: { process: string; pid: number; rss: number; lag: number }[];
};

/** What a worker sends to the press over their channel, and what comes back. */
export type AskPress = { masthead: "report?"; id: string };
export type PressSays = { masthead: "report"; id: string; report: PressReport };
