import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { formatBytes } from "@/lib/bytes";
import { described, type Load, load } from "./load";
import type { Ask, Told } from "./uploader";

/** Until when a picture must be usable after its last byte, in milliseconds. */
const USABLE = 2000;

/**
 * What pictures take: until one of 24 megapixels can be used, how many renditions are made a second, and what twenty
 * pixel bombs at once do to the memory of the process that works on them and to readers.
 * @returns whether each could be used in time; the other figures are told alone
 */
export async function copies(given: { page: string; env: NodeJS.ProcessEnv; paper: number; isShort: boolean }) {
  const { page, env, paper, isShort } = given;
  let isSoon = false;
  const uploader = fork(path.join(import.meta.dirname, "uploader.ts"), { env });
  try {
    await once(uploader, "message");
    const { usable, whole } = await ask<"usable">(uploader, { deed: "usable", pictures: isShort ? 3 : 6 });
    const sorted = usable.toSorted((a, b) => a - b);
    const [half, worst] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
    isSoon = worst <= USABLE;
    console.log(
      `A 24-megapixel JPEG usable  half within ${seconds(half)}, all within ${seconds(worst)}, of the last byte (at most ${seconds(USABLE)})`,
    );
    console.log(`Its whole ladder            ${seconds(whole)} a picture, beside`);

    const { renditions, took } = await ask<"ladders">(uploader, { deed: "ladders", pictures: isShort ? 2 : 6 });
    console.log(
      `Renditions                  ${((1000 * renditions) / took).toFixed(1)} a second, of 24 megapixels each`,
    );

    const before = await load(page, isShort ? 3 : 8);
    const calm = memoryOf(paper);
    const bombing = ask<"bombs">(uploader, { deed: "bombs" });
    const during: Load[] = [];
    let isOver = false;
    const over = bombing.finally(() => {
      isOver = true;
    });
    while (!isOver) during.push(await load(page, 2));
    const bombs = await over;
    const slowest = during.toSorted((a, b) => b.p99 - a.p99)[0] ?? before;
    const peak = memoryOf(paper);
    console.log(
      `Twenty pixel bombs at once  ${bombs.taken} taken, ${bombs.refused} refused, in ${seconds(bombs.took)}; the process for pictures had ${peak ? formatBytes(peak) : "(not measured)"} at its peak${calm ? `, ${formatBytes(calm)} before` : ""}`,
    );
    console.log(`Readers before              ${described(before)}`);
    console.log(`Readers meanwhile, at worst ${described(slowest)}`);
  } finally {
    uploader.disconnect();
  }
  return isSoon;
}

type Answer = {
  usable: Extract<Told, { usable: unknown }>;
  ladders: Extract<Told, { renditions: unknown }>;
  bombs: Extract<Told, { taken: unknown }>;
};

async function ask<D extends keyof Answer>(uploader: ChildProcess, question: Ask & { deed: D }): Promise<Answer[D]> {
  const answer = once(uploader, "message");
  uploader.send(question);
  return (await answer)[0] as Answer[D];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** The most memory that the paper's process for pictures ever had, in bytes; null where the system does not say. */
function memoryOf(paper: number): number | null {
  try {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const status = statusOf(pid);
      if (!status?.includes(`\nPPid:\t${paper}\n`)) continue;
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("pictures.mjs")) continue;
      return Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) * 1024 || null;
    }
  } catch {
    // Not every system tells it in files.
  }
  return null;
}

/** What the system says of a process; null once it is gone. */
function statusOf(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return null;
  }
}
