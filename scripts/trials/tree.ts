import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** What the processes of a paper are for. */
export type Part = "main" | "worker" | "jobs" | "pictures" | "other";

/** A process below the one that was started, and what it is for. */
export type Process = { pid: number; part: Part };

/** All processes of a paper that run now: the main one and what it started. Linux alone tells. */
export function processesOf(main: number): Process[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) && parentOf(pid);
    if (parent) parents.set(pid, parent);
  }
  const found: Process[] = parents.has(main) ? [{ pid: main, part: "main" }] : [];
  for (const { pid: above } of found)
    for (const [pid, parent] of parents) if (parent === above) found.push({ pid, part: partOf(pid) });
  return found;
}

/** Those of some processes that still run. */
export function stillRunning(pids: readonly number[]): number[] {
  return pids.filter((pid) => parentOf(pid) !== null);
}

/** Waits for something to be so. @returns how long it took in milliseconds, or null if it was not so in time */
export async function untilSo(isSo: () => boolean | Promise<boolean>, patience: number): Promise<number | null> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patience) return null;
    await pause(20);
  }
  return performance.now() - began;
}

/** The process that started it; null if it is gone, or is only waited for. */
function parentOf(pid: number): number | null {
  const stat = told(pid, "stat");
  // The name stands in brackets, and may have some itself.
  const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return stat === "" || state === "Z" ? null : Number(parent);
}

function partOf(pid: number): Part {
  const line = told(pid, "cmdline");
  if (line.includes("jobs.mjs")) return "jobs";
  if (line.includes("pictures.mjs")) return "pictures";
  // Next calls itself otherwise.
  return told(pid, "environ").includes("MASTHEAD_SOCKET=") ? "worker" : "other";
}

function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}
