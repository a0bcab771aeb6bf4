import { Refusal } from "@/lib/refusal";

/** How much is done at a time on the whole machine. */
const AT_ONCE = 2;
/** How many pieces of work may wait or be under way; more are refused, so that what waits is bounded too. */
const LONGEST_QUEUE = 500;

/** Before what a step goes: what somebody waits for before what nobody does, and in each what is half done before what is not begun. */
export const RANKS = ["finish", "begin", "finish-later", "begin-later"] as const;

export type Step = {
  rank: (typeof RANKS)[number];
  /** Whether it needs so much memory that nothing may be done beside it. */
  alone?: boolean;
  /** Ends the waiting, as soon as nobody wants the result any more. */
  signal?: AbortSignal | undefined;
};

type Waiting = Step & { begin: () => void };

/**
 * Runs steps two at a time, in the order of their ranks and then of their coming. What nobody waits for takes one place
 * at most, so that the other is free soon. A step that is begun is never interrupted: steps are to be short.
 */
export function createPool() {
  const lines = RANKS.map(() => [] as Waiting[]);
  const running = new Set<Step & { since: number }>();
  let admitted = 0;

  function next(): Waiting | undefined {
    const line = lines.find(({ length }) => length > 0);
    const first = line?.[0];
    if (!first || running.size >= AT_ONCE) return;
    for (const step of running) if (step.alone || first.alone || (isLater(step) && isLater(first))) return;
    return line?.shift();
  }

  function beginNext(): void {
    for (let step = next(); step; step = next()) step.begin();
  }

  function enter(step: Step): Promise<() => void> {
    return new Promise((resolve, reject) => {
      step.signal?.throwIfAborted();
      const line = lines[RANKS.indexOf(step.rank)] as Waiting[];
      const waiting: Waiting = {
        ...step,
        begin: () => {
          step.signal?.removeEventListener("abort", leave);
          const entry = { ...step, since: performance.now() };
          running.add(entry);
          resolve(() => {
            running.delete(entry);
            beginNext();
          });
        },
      };
      function leave() {
        line.splice(line.indexOf(waiting), 1);
        reject(step.signal?.reason);
        beginNext();
      }
      step.signal?.addEventListener("abort", leave, { once: true });
      line.push(waiting);
      beginNext();
    });
  }

  return {
    /** Takes a piece of work of many steps in. @throws Refusal "busy" if too much waits already */
    async admit<T>(work: () => Promise<T>): Promise<T> {
      if (admitted >= LONGEST_QUEUE) {
        throw new Refusal("busy", "Too many pictures are being worked on just now. Try again in a minute.");
      }
      admitted++;
      try {
        return await work();
      } finally {
        admitted--;
      }
    },

    /** Runs one step when its turn comes. */
    async run<T>(step: Step, work: () => Promise<T>): Promise<T> {
      const leave = await enter(step);
      try {
        return await work();
      } finally {
        leave();
      }
    },

    /** How long the step that was begun first has been running, in milliseconds. */
    get longest(): number {
      const now = performance.now();
      return Math.max(0, ...[...running].map(({ since }) => now - since));
    },
  };
}

export type Pool = ReturnType<typeof createPool>;

function isLater({ rank }: Step): boolean {
  return rank.endsWith("later");
}
