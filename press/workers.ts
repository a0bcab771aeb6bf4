import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import { log } from "@/lib/log";
import { type Kept, keepRunning } from "./process";
import { socketFolder } from "./sockets";

/** One running Next, which answers on a socket that only this user can reach. */
export type Worker = {
  child: ChildProcess;
  isUp: boolean;
  /** How many requests it has in hand. */
  busy: number;
  /** For readers' pages: so many at a time that they do not crowd out staff's work. */
  renders: Pool;
  /** For all that passes through. */
  passes: Pool;
};

/** Thrown when no worker answers. */
export class NobodyAnswers extends Error {}

/** How many pages one worker makes at a time; more wait in the order of their coming. */
const RENDERS_AT_ONCE = 8;

/** How often a worker is asked whether it answers, and how long it may take, in milliseconds. */
const EVERY = 15_000;

/**
 * Starts workers and keeps them running.
 * @param start starts one that listens on the socket given.
 */
export function startWorkers(count: number, start: (socket: string) => ChildProcess) {
  const folder = process.platform === "win32" ? null : socketFolder();
  const workers = new Set<Worker>();
  let started = 0;
  let firstUp: () => void;
  const ready = new Promise<void>((resolve) => {
    firstUp = resolve;
  });

  function launch(): ChildProcess {
    const socket = folder
      ? path.join(folder, `${++started}.sock`)
      : `\\\\.\\pipe\\masthead-${randomBytes(16).toString("hex")}`;
    const child = start(socket);
    const at = { socketPath: socket };
    const worker: Worker = {
      child,
      isUp: false,
      busy: 0,
      renders: new Pool("http://worker", { ...at, connections: RENDERS_AT_ONCE }),
      passes: new Pool("http://worker", at),
    };
    workers.add(worker);
    child.once("exit", () => {
      worker.isUp = false;
      workers.delete(worker);
      for (const pool of [worker.renders, worker.passes]) void pool.destroy();
      if (folder) rmSync(socket, { force: true });
    });
    void watch(worker).then(() => firstUp());
    return child;
  }

  const kept: Kept[] = Array.from({ length: count }, () =>
    keepRunning(launch, (how) => log.error({ how }, "A worker ended; another takes its place")),
  );

  return {
    /** When the first worker answers. */
    ready,
    get up() {
      return [...workers].filter((worker) => worker.isUp).length;
    },
    get restarts() {
      return kept.reduce((sum, { restarts }) => sum + restarts, 0);
    },
    count,

    /**
     * Has the worker with the least in hand do something.
     * @throws NobodyAnswers if none is up.
     */
    async lend<T>(task: (worker: Worker) => Promise<T>): Promise<T> {
      const worker = leastBusy(workers);
      if (!worker) throw new NobodyAnswers("No worker is up");
      worker.busy++;
      try {
        return await task(worker);
      } finally {
        worker.busy--;
      }
    },

    /** Ends them all; each finishes what it has in hand, for so many milliseconds. */
    async stop(patience?: number): Promise<void> {
      await Promise.all(kept.map(({ stop }) => stop(patience)));
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Workers = ReturnType<typeof startWorkers>;

function leastBusy(workers: Iterable<Worker>): Worker | undefined {
  let least: Worker | undefined;
  for (const worker of workers) if (worker.isUp && (!least || worker.busy < least.busy)) least = worker;
  return least;
}

/** Waits until a new worker answers; from then on ends it if it is silent twice in a row, so that it is started anew. */
async function watch(worker: Worker): Promise<void> {
  const isRunning = () => worker.child.exitCode === null && worker.child.signalCode === null;
  while (isRunning() && !(await isWell(worker))) await pause(50);
  worker.isUp = isRunning();
  let silent = 0;
  const asking = setInterval(async () => {
    if (!isRunning()) return clearInterval(asking);
    silent = (await isSilent(worker)) ? silent + 1 : 0;
    if (silent >= 2) worker.child.kill("SIGKILL");
  }, EVERY).unref();
}

async function isWell({ passes }: Worker): Promise<boolean> {
  try {
    const { statusCode, body } = await passes.request(HEALTH);
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}

/** Whether it gives no answer at all. One that says that it is unwell is not ended: another would be no better. */
async function isSilent({ passes }: Worker): Promise<boolean> {
  try {
    await (await passes.request(HEALTH)).body.dump();
    return false;
  } catch {
    return true;
  }
}

const HEALTH = { method: "GET", path: "/api/health", headersTimeout: EVERY, bodyTimeout: EVERY } as const;
