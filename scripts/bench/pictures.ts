import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { formatBytes } from "@/lib/bytes";
import { percentile, type Row } from "@/scripts/trials/report";
import { processesOf } from "@/scripts/trials/tree";
import { described, type Load, load } from "./load";
import type { Ask, Told } from "./uploader";

/** What must hold; why, is said where it is measured. */
const BOUNDS = {
  /** Until when a picture must be usable after its last byte, in milliseconds. */
  usable: 2000,
  /** What the process for pictures may take at its peak: twenty bombs at once took 927 MB (docs/decisions/0027). */
  peak: 1_000_000_000,
  /** How many times as long 99 of a hundred readers may wait meanwhile, and how many milliseconds besides. */
  slower: 5,
  besides: 50,
};

/** How long readers are counted at a time while there are bombs, and how long the bombs are left to themselves between, in seconds. */
const COUNTED = 2;
const BETWEEN = 2;

type Given = { page: string; env: NodeJS.ProcessEnv; paper: number; isShort: boolean };

/**
 * What pictures take: until one of 24 megapixels can be used, how many renditions are made a second, and what twenty
 * pixel bombs at once do to the memory of the process that works on them and to readers.
 */
export async function copies({ page, env, paper, isShort }: Given): Promise<Row[]> {
  const uploader = fork(path.join(import.meta.dirname, "uploader.ts"), { env });
  try {
    await told(uploader);
    return [
      ...(await untilUsable(uploader, isShort ? 3 : 6)),
      await aSecond(uploader, isShort ? 2 : 6),
      ...(await underBombs(uploader, { page, paper, isShort })),
    ];
  } finally {
    if (uploader.connected) uploader.disconnect();
  }
}

async function untilUsable(uploader: ChildProcess, pictures: number): Promise<Row[]> {
  const { usable, whole } = await ask<"usable">(uploader, { deed: "usable", pictures });
  const worst = Math.max(...usable);
  return [
    {
      what: "A 24-megapixel JPEG usable after its last byte",
      figure: `half within ${seconds(percentile(usable, 0.5))}, all within ${seconds(worst)}`,
      bound: `at most ${seconds(BOUNDS.usable)}`,
      holds: worst <= BOUNDS.usable,
    },
    { what: "Its whole ladder, beside", figure: `${seconds(whole)} a picture` },
  ];
}

async function aSecond(uploader: ChildProcess, pictures: number): Promise<Row> {
  const { renditions, took } = await ask<"ladders">(uploader, { deed: "ladders", pictures });
  return {
    what: "Renditions of 24 megapixels",
    figure: `${((1000 * renditions) / took).toFixed(1)} a second`,
  };
}

/**
 * Readers ask for a page as fast as they are answered, for two seconds in every four: else the bombs, whose process gives way
 * to readers, would wait for the end of the bench. On two cores they all share, so that "as fast as before" cannot be to the
 * millisecond: 99 of a hundred wait at most five times as long and fifty milliseconds, which is a few turns of the system's
 * scheduler and less than anybody sees.
 */
async function underBombs(uploader: ChildProcess, { page, paper, isShort }: Omit<Given, "env">): Promise<Row[]> {
  const before = await load(page, isShort ? 3 : 8);
  const calm = peakOf(paper);
  const bombing = ask<"bombs">(uploader, { deed: "bombs" });
  const during: Load[] = [];
  let isOver = false;
  const over = bombing.finally(() => {
    isOver = true;
  });
  // It is waited for below, whatever became of it meanwhile.
  over.catch(() => undefined);
  while (!isOver) {
    during.push(await load(page, COUNTED));
    await Promise.race([over.catch(() => undefined), pause(BETWEEN * 1000)]);
  }
  const { taken, refused, otherwise, took } = await over;
  const slowest = during.toSorted((a, b) => b.p99 - a.p99)[0] ?? before;
  const most = BOUNDS.slower * before.p99 + BOUNDS.besides;
  const peak = peakOf(paper);
  for (const said of otherwise) console.log(`  ${said}`);
  return [
    {
      what: "Twenty pixel bombs at once",
      figure: `${taken} taken, ${refused} refused, ${otherwise.length} otherwise, all copies in ${seconds(took)}`,
      bound: "each taken or refused for what it is",
      holds: otherwise.length === 0,
    },
    {
      what: "The process for pictures at its peak",
      ...(peak === null
        ? { figure: "not measured: this system does not say" }
        : {
            figure: `${formatBytes(peak)}${calm ? `, ${formatBytes(calm)} before the bombs` : ""}`,
            bound: `at most ${formatBytes(BOUNDS.peak)}`,
            holds: peak <= BOUNDS.peak,
          }),
    },
    { what: "Readers before", figure: described(before) },
    {
      what: "Readers meanwhile, at worst",
      figure: described(slowest),
      bound: `99% within ${most.toFixed(0)} ms`,
      holds: slowest.p99 <= most,
    },
  ];
}

type Answer = {
  usable: Extract<Told, { usable: unknown }>;
  ladders: Extract<Told, { renditions: unknown }>;
  bombs: Extract<Told, { taken: unknown }>;
};

async function ask<D extends keyof Answer>(uploader: ChildProcess, question: Ask & { deed: D }): Promise<Answer[D]> {
  const answer = told(uploader);
  uploader.send(question);
  return (await answer) as Answer[D];
}

/** What it tells next. @throws if it ends instead */
function told(uploader: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`What uploads ended with ${code}`));
    uploader.once("exit", ended);
    uploader.once("message", (message) => {
      uploader.off("exit", ended);
      resolve(message as Told);
    });
  });
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** The most memory that the paper's process for pictures ever had, in bytes; null where the system does not say. */
function peakOf(paper: number): number | null {
  try {
    const process = processesOf(paper).find(({ part }) => part === "pictures");
    const status = process && readFileSync(`/proc/${process.pid}/status`, "utf8");
    return Number(status?.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) * 1024 || null;
  } catch {
    // Not every system tells it in files.
    return null;
  }
}
