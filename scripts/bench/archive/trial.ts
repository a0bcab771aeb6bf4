import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { databaseFile } from "@/db/client";
import { MINUTE } from "@/lib/clock";
import { described, memoryOf } from "@/scripts/bench/memory";
import { type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { percentile, print, type Row, type Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { held } from "./held";
import { newsroom } from "./newsroom";
import { addressesIn } from "./routes";

/** How much longer anything may take in the largest archive than in the smallest, and a search for a common word at most. */
const BOUNDS = { growth: 1.5, common: 100, written: 5000 };

/** How long answers took, in milliseconds. */
export type Took = Record<string, number[]>;

/**
 * Archives of 1,000 and 100,000 stories (with `--million` one more; `--short`: 1,000 and 10,000), each before the built
 * paper: what is held beside servers that do nothing else, what is not held yet, the newsroom, the start, memory and the
 * size of the tables; and what took longer in the larger. An archive that lies in BENCH_ARCHIVES under its number is taken.
 */
export const archive: Trial = {
  name: "archive",
  run: async ({ isShort }) => {
    const sizes = isShort ? [1000, 10_000] : [1000, 100_000];
    if (process.argv.includes("--million")) sizes.push(1_000_000);
    const rows: Row[] = [];
    const took: Took[] = [];
    for (const stories of sizes) {
      const [own, times] = await withFolder((folder) => before(folder, stories, isShort));
      print(`${stories.toLocaleString("en")} stories`, own);
      rows.push(...own.filter(({ holds }) => holds === false));
      took.push(times);
    }
    return [...rows, ...grown(sizes, took)];
  },
};

async function before(folder: string, stories: number, isShort: boolean): Promise<[Row[], Took]> {
  const kept = path.join(process.env.BENCH_ARCHIVES ?? "", String(stories));
  const isKept = Boolean(process.env.BENCH_ARCHIVES) && existsSync(kept);
  const data = isKept ? kept : path.join(folder, "data");
  const rows: Row[] = isKept ? [] : [written(await make(data, stories), stories)];
  const began = performance.now();
  const paper = await startPaper(data, { WEB_WORKERS: "2", HOST: "127.0.0.1" });
  try {
    await (await fetch(paper.url)).arrayBuffer();
    const start = performance.now() - began;
    await untilAtRest(databaseFile(data));
    const idle = memoryOf(paper);
    const addresses = addressesIn(databaseFile(data));
    rows.push({ what: "Start to first answer", figure: `${Math.round(start)} ms` });
    const missed = await misses(paper, addresses.pages, isShort ? 9 : 25);
    for (const [name, times] of Object.entries(missed)) rows.push(told(`Not held: ${name}`, times));
    rows.push(await rendered(paper, addresses.stories, isShort ? 2 : 5));
    const staff = await newsroom(paper, addresses, isShort ? 9 : 25);
    for (const [name, times] of Object.entries(staff)) rows.push(told(name, times));
    rows.push(...(await held(folder, paper, addresses.pages, isShort ? 1 : 2)));
    rows.push({ what: "Memory, idle", figure: described(idle) });
    rows.push({ what: "Memory, after all this", figure: described(memoryOf(paper)) });
    rows.push(...sizesIn(databaseFile(data)));
    return [rows, { "Start to first answer": [start], ...missed, ...staff }];
  } finally {
    await paper.end();
  }
}

/** Until the jobs are done that a start finds: they make the pictures' copies, upon all cores. */
async function untilAtRest(file: string): Promise<void> {
  const connection = new Database(file, { readonly: true });
  const waiting = connection.prepare("select count(*) from jobs where done_at is null and run_at <= ?").pluck();
  const took = await untilSo(() => waiting.get(Date.now()) === 0, 5 * MINUTE);
  connection.close();
  if (took === null) throw new Error("The jobs of the start were not done within five minutes");
}

/** Another process makes it, as anybody can by hand. @returns how many stories it wrote a second */
async function make(folder: string, stories: number): Promise<number> {
  const program = path.join(import.meta.dirname, "..", "archive.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, String(stories), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The archive was not made; the message stands above");
  return Number(/(\d+) a second/.exec(said)?.[1]);
}

function written(perSecond: number, stories: number): Row {
  const row = { what: "Written by the generator", figure: `${perSecond} a second` };
  // Of few stories most of the time is the start of its second process.
  return stories < 50_000 ? row : { ...row, bound: `at least ${BOUNDS.written}`, holds: perSecond >= BOUNDS.written };
}

function told(what: string, times: number[]): Row {
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
  const figure = `half within ${half.toFixed(1)} ms, 99% within ${most.toFixed(1)} ms`;
  if (!hasOwnBound(what)) return { what, figure };
  return { what, figure, bound: `99% within ${BOUNDS.common} ms`, holds: most <= BOUNDS.common };
}

/** Of words that most stories hold a thousand are ranked: more in a large archive than there are in a small one. */
function hasOwnBound(what: string): boolean {
  return what.includes("search, common word") || what.includes("search, two words");
}

/** Each page made anew again and again: between any two rounds something happens that is on all of them. */
async function misses(paper: Paper, pages: Record<string, string>, rounds: number): Promise<Took> {
  const connection = new Database(databaseFile(paper.folder));
  connection.pragma("busy_timeout = 5000");
  const happens = connection.prepare(
    "insert into events (verb, subject_kind, subject_id, at, data) values ('settings.edited', 'settings', 'publication', ?, '{}')",
  );
  const took: Took = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  // The first rounds are of a program that has just begun.
  for (let round = -2; round < rounds; round++) {
    happens.run(Date.now());
    for (const [name, address] of Object.entries(pages)) {
      const began = performance.now();
      const answer = await fetch(paper.url + address);
      await answer.arrayBuffer();
      if (round < 0) continue;
      if (!answer.ok)
        throw new Error(`${address} answered ${answer.status}; the paper said: ${paper.said().slice(-2000)}`);
      if (!answer.headers.get("server-timing")?.includes("miss")) throw new Error(`${address} was held`);
      took[name]?.push(performance.now() - began);
    }
  }
  connection.close();
  return took;
}

/** Stories that nobody asked for before, as many as are made in so many seconds. */
async function rendered(paper: Paper, stories: string[], seconds: number): Promise<Row> {
  const left = stories.slice(50);
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  let made = 0;
  const reader = async () => {
    for (let one = left.pop(); one && performance.now() < until; one = left.pop()) {
      await (await fetch(paper.url + one)).arrayBuffer();
      made++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, reader));
  const perSecond = (1000 * made) / (performance.now() - began);
  return { what: "Not held: stories, 16 at a time", figure: `${Math.round(perSecond)} a second by two workers` };
}

function sizesIn(file: string): Row[] {
  const connection = new Database(file, { readonly: true });
  const tables = connection
    .prepare<[], { name: string; bytes: number }>(
      `select tbl_name as name, sum(pgsize) as bytes from dbstat join sqlite_master using (name) group by 1 order by 2 desc limit 12`,
    )
    .all();
  connection.close();
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return [
    { what: "Database", figure: megabytes(statSync(file).size) },
    ...tables.map(({ name, bytes }) => ({ what: `  ${name} and its indexes`, figure: megabytes(bytes) })),
  ];
}

/**
 * What takes longer in the largest archive than in the smallest, by the tenth that was quickest: of two runs one after the
 * other that is what the rest of the machine disturbs least.
 */
function grown(sizes: number[], took: Took[]): Row[] {
  const [first, last] = [took[0] ?? {}, took.at(-1) ?? {}];
  const quickest = (name: string, of: Took) => {
    const alike = Object.keys(of).find(
      (one) => one === name || (name.startsWith("section, page") && one.startsWith("section, page")),
    );
    return percentile(of[alike ?? ""] ?? [], 0.1);
  };
  return Object.keys(last).map((name) => {
    const [small, large] = [quickest(name, first), quickest(name, last)];
    const ratio = large / small;
    const figure = `${ratio.toFixed(2)} times: ${small.toFixed(1)} ms of ${sizes[0]} stories, ${large.toFixed(1)} ms of ${sizes.at(-1)}`;
    if (hasOwnBound(name)) return { what: name, figure };
    return {
      what: name,
      figure,
      bound: `at most ${BOUNDS.growth} times`,
      holds: ratio <= BOUNDS.growth,
    };
  });
}
