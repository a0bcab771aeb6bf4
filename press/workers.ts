import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import { log } from "@/lib/log";
import { type Kept, keepRunning } from "./process";
import { feelPulse, type Pulse } from "./pulse";
import { socketFolder } from "./sockets";

/** One running Next, which answers on a socket that only this user can reach. */
export type Worker = {
  child: ChildProcess;
  isUp: boolean;
  /** Whether it is to have nothing more to do. */
  isRetiring: boolean;
  pulse: Pulse;
  /** Aborted once it says nothing for a while, or ends; then it has another. */
  quiet: AbortController;
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

/** How long a worker may say nothing before others have what it has in hand, and before it is ended, in milliseconds. */
const QUIET = 2500;
const HUNG = 10_000;

/** How long it is waited for a worker where none is well, in milliseconds: one that crashed is back within it. */
const PATIENCE = 5000;

/** What a request meets that goes to a process which is no more. */
const CUT_OFF: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "UND_ERR_SOCKET"]);

/** At what share of its memory a worker is replaced, before it ends in the midst of its work. */
const FULL = 0.85;

/** How often a worker is asked whether it answers, and how long it may take, in milliseconds. */
const EVERY = 15_000;

/**
 * Starts workers and keeps them running.
 * @param start starts one that listens on the socket given, and beats (lib/beat.ts).
 */
export function startWorkers(
  count: number,
  start: (socket: string) => ChildProcess,
  { quiet = QUIET, hung = HUNG }: { quiet?: number; hung?: number } = {},
) {
  const folder = process.platform === "win32" ? null : socketFolder();
  const workers = new Set<Worker>();
  let started = 0;
  let isStopping = false;
  const changed = new EventEmitter().setMaxListeners(0);
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
      isRetiring: false,
      pulse: feelPulse(child, hung, () =>
        log.error({ of: "worker", worker: child.pid }, "A process hangs, and is ended"),
      ),
      quiet: new AbortController(),
      busy: 0,
      renders: new Pool("http://worker", { ...at, connections: RENDERS_AT_ONCE }),
      passes: new Pool("http://worker", at),
    };
    workers.add(worker);
    child.once("exit", () => {
      worker.isUp = false;
      workers.delete(worker);
      worker.quiet.abort();
      for (const pool of [worker.renders, worker.passes]) void pool.destroy();
      if (folder) rmSync(socket, { force: true });
    });
    void watch(worker).then(() => {
      firstUp();
      changed.emit("up");
    });
    return child;
  }

  let looked = performance.now();
  const listening = setInterval(() => {
    const late = performance.now() - looked > quiet;
    looked = performance.now();
    // Whoever looks was kept from it: what was said meanwhile has yet to be heard.
    if (late) return;
    for (const worker of workers) {
      const { pulse } = worker;
      const isFull = pulse.beat !== undefined && pulse.beat.heap > FULL * pulse.beat.heapLimit;
      if (worker.isUp && pulse.silence >= quiet) worker.quiet.abort();
      else if (worker.quiet.signal.aborted) {
        worker.quiet = new AbortController();
        changed.emit("up");
      }
      if (isFull && isWell(worker) && wellBeside(worker)) void retire(worker);
    }
  }, quiet / 5).unref();

  function wellBeside(worker: Worker): boolean {
    return [...workers].some((other) => other !== worker && isWell(other));
  }

  async function retire(worker: Worker): Promise<void> {
    worker.isRetiring = true;
    log.warn({ worker: worker.child.pid, ...worker.pulse.beat }, "A worker is nearly out of memory, and is replaced");
    for (let waited = 0; worker.busy > 0 && waited < hung; waited += 50) await pause(50);
    worker.child.kill("SIGTERM");
    await pause(HUNG, undefined, { ref: false });
    worker.child.kill("SIGKILL");
  }

  /** The worker with the least in hand, of those that are well; waits for one if there is none. */
  async function free(patience: number): Promise<Worker> {
    const until = performance.now() + patience;
    for (;;) {
      const worker = leastBusy(workers);
      if (worker) return worker;
      const left = until - performance.now();
      if (left <= 0 || isStopping) throw new NobodyAnswers("No worker is up");
      await once(changed, "up", { signal: AbortSignal.timeout(Math.ceil(left)) }).catch(() => {});
    }
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
    /** What those that run said of themselves last. */
    get beats() {
      return [...workers].flatMap(({ child, pulse }) =>
        pulse.beat ? [{ pid: child.pid ?? 0, beat: pulse.beat }] : [],
      );
    },
    get restarts() {
      return kept.reduce((sum, { restarts }) => sum + restarts, 0);
    },
    count,

    /**
     * Has the worker with the least in hand do something.
     * @param patience how long it is waited for a worker where none is well, in milliseconds.
     * @throws NobodyAnswers if none is.
     */
    async lend<T>(task: (worker: Worker) => Promise<T>, patience = PATIENCE): Promise<T> {
      const worker = await free(patience);
      worker.busy++;
      try {
        return await task(worker);
      } catch (error) {
        // It is ending, of which the system tells in a moment: whoever tries again has another.
        if (CUT_OFF.has(String((error as { code?: unknown }).code))) worker.quiet.abort();
        throw error;
      } finally {
        worker.busy--;
      }
    },

    /** Ends them all; each finishes what it has in hand, for so many milliseconds. */
    async stop(patience?: number): Promise<void> {
      isStopping = true;
      clearInterval(listening);
      await Promise.all(kept.map(({ stop }) => stop(patience)));
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Workers = ReturnType<typeof startWorkers>;

function leastBusy(workers: Iterable<Worker>): Worker | undefined {
  let least: Worker | undefined;
  for (const worker of workers) if (isWell(worker) && (!least || worker.busy < least.busy)) least = worker;
  return least;
}

/** Whether it may be given something to do. */
function isWell({ isUp, isRetiring, quiet }: Worker): boolean {
  return isUp && !isRetiring && !quiet.signal.aborted;
}

/** Waits until a new worker answers; from then on ends it if it is silent twice in a row, so that it is started anew. */
async function watch(worker: Worker): Promise<void> {
  const isRunning = () => worker.child.exitCode === null && worker.child.signalCode === null;
  while (isRunning() && !(await isAnswering(worker))) await pause(50);
  worker.isUp = isRunning();
  let silent = 0;
  const asking = setInterval(async () => {
    if (!isRunning()) return clearInterval(asking);
    silent = (await isSilent(worker)) ? silent + 1 : 0;
    if (silent >= 2) worker.child.kill("SIGKILL");
  }, EVERY).unref();
}

async function isAnswering({ passes }: Worker): Promise<boolean> {
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
