import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { MINUTE } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import type { AskPress, PressReport, PressSays } from "@/lib/press-report";
import { socketFolder } from "@/press/sockets";

/**
 * By itself Node 24 lets the short-lived part of a process's memory grow to a hundred megabytes and collects the rest late:
 * it takes twice as much then.
 */
const SMALL_YOUNG = "--max-semi-space-size=8";

/** What leaks ends one worker, which is replaced, and not the machine. */
const small = () => [SMALL_YOUNG, `--max-old-space-size=${getEnv().WORKER_MEMORY}`];

/**
 * Starts one Next that listens on a socket.
 * @param report what the press says of itself when the worker asks.
 */
export function startWorker(socket: string, report: () => PressReport): ChildProcess {
  const { HOSTNAME = "" } = process.env;
  const child = fork(path.join(import.meta.dirname, "worker.mjs"), {
    execArgv: [...small(), ...process.execArgv],
    env: {
      ...process.env,
      MASTHEAD_PROCESS: "worker",
      MASTHEAD_SOCKET: socket,
      MASTHEAD_PRESS: "1",
      // Next asks itself for the page to which an action leads: by the press's own address, one that can be called.
      HOSTNAME: { "0.0.0.0": "127.0.0.1", "::": "::1" }[HOSTNAME] ?? HOSTNAME,
      // Next would close idle connections just as the press sends something on them.
      KEEP_ALIVE_TIMEOUT: String(10 * MINUTE),
      // What glibc would keep for each of its threads stays bounded.
      MALLOC_ARENA_MAX: "2",
    },
  });
  child.on("message", (message: AskPress) => {
    if (message?.masthead !== "report?") return;
    const says: PressSays = { masthead: "report", id: message.id, report: report() };
    child.send(says, () => {});
  });
  return child;
}

/** Starts the process that runs due jobs. */
export function startJobsProcess(): ChildProcess {
  return fork(path.join(import.meta.dirname, "jobs.mjs"), {
    execArgv: [SMALL_YOUNG, ...process.execArgv],
    env: {
      ...process.env,
      MASTHEAD_PROCESS: "jobs",
      // What makes a backup has to be told where it lies: it is no part of any other program.
      MASTHEAD_PROGRAM: path.join(import.meta.dirname, "masthead.mjs"),
    },
  });
}

/** The address at which the process for pictures is asked, in a folder that only this user can open; and what removes it. */
export function picturesAddress(): { socket: string; remove: () => void } {
  const given = process.env.MASTHEAD_PICTURES;
  if (given) return { socket: given, remove: () => {} };
  if (process.platform === "win32") {
    return { socket: `\\\\.\\pipe\\masthead-pictures-${randomBytes(16).toString("hex")}`, remove: () => {} };
  }
  const folder = socketFolder();
  return { socket: path.join(folder, "sock"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the process that works on pictures. */
export function startPicturesProcess(socket: string): ChildProcess {
  // One that crashed has left its name behind.
  if (process.platform !== "win32") rmSync(socket, { force: true });
  return fork(path.join(import.meta.dirname, "pictures.mjs"), {
    execArgv: [SMALL_YOUNG, ...process.execArgv],
    // What glibc would keep for each of its threads after a large picture stays bounded.
    env: { ...process.env, MASTHEAD_PROCESS: "pictures", MALLOC_ARENA_MAX: "2" },
  });
}
