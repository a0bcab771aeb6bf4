import { appendFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type Database from "better-sqlite3";
import { type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { type Part, processesOf, untilSo } from "@/scripts/trials/tree";
import { signedIn, type Visitor } from "@/scripts/trials/visitor";
import { emptyLedger, type Ledger, type Story } from "./ledger";
import { type Desk, openDesk } from "./newsroom";
import { inDatabase } from "./reckoning";

/** Who may read the metrics of a paper that is tried. */
const TOKEN = "a-token-of-trials-alone";

/** A paper that is running, with somebody at work in its newsroom. */
export type Stand = { paper: Paper; file: string; staff: Visitor; desk: Desk; ledger: Ledger };

/** A paper with two workers whose processes take code from a trial: see `evaluateIn`. It is ended with the work. */
export function withStand<T>(work: (stand: Stand) => Promise<T>, more: Record<string, string> = {}): Promise<T> {
  return withFolder(async (folder) => {
    const settings = { WEB_WORKERS: "2", METRICS_TOKEN: TOKEN, NODE_OPTIONS: "--inspect-port=0", ...more };
    const paper = await startPaper(folder, settings);
    try {
      const file = path.join(folder, "masthead.db");
      const [staff, ledger] = [await signedIn(paper.url), emptyLedger()];
      return await work({ paper, file, staff, ledger, desk: await openDesk(staff, ledger, file) });
    } finally {
      await paper.end();
      if (process.env.TRIAL_LOG) appendFileSync(process.env.TRIAL_LOG, paper.said());
    }
  });
}

/** A story that is before readers, and its address. */
export async function published({ desk, file }: Stand, word: string): Promise<Story & { path: string }> {
  const story = await desk.begin(word);
  await desk.publish(story);
  if (story.published === 0) throw new Error(`${word} could not be published`);
  return { ...story, path: inDatabase(file, (database) => addressOf(database, story.id)) };
}

function addressOf(database: Database.Database, id: string): string {
  const row = database.prepare("select path from permalinks where article_id = ?").get(id) as { path: string };
  return row.path;
}

/** The processes of one part of a paper. */
export function pidsOf({ child }: Paper, part: Part): number[] {
  return processesOf(child.pid ?? 0).flatMap((each) => (each.part === part ? [each.pid] : []));
}

/**
 * Runs code in a process of the paper, as a debugger would: so the very build that is shipped can be made to leak or to
 * stand still, and holds nothing for trials.
 */
export async function evaluateIn(paper: Paper, pid: number, code: string): Promise<void> {
  const before = paper.said().length;
  process.kill(pid, "SIGUSR1");
  const address = () =>
    paper
      .said()
      .slice(before)
      .match(/ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/)?.[0];
  if ((await untilSo(() => address() !== undefined, 10_000)) === null) throw new Error(`${pid} takes no debugger`);
  const socket = new WebSocket(address() ?? "");
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  socket.send(
    JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression: `setTimeout(()=>{${code}},0)` } }),
  );
  await new Promise((resolve) => {
    socket.onmessage = resolve;
  });
  socket.close();
}

/** What the paper measures of itself, by name with labels. */
export async function metricsOf({ url }: Paper): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

/** Which checks of /api/ready fail now; null where nobody answers. */
export async function notReady({ url }: Paper): Promise<string[] | null> {
  const answer = await fetch(`${url}/api/ready`).catch(() => null);
  if (!answer) return null;
  return ((await answer.json()) as { failed?: string[] }).failed ?? [];
}

/** What readers had of their requests. */
export type Readers = { asked: number; failed: string[]; times: number[]; slowest: number };

/** How long a reader waits at most, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Has readers ask for pages for as long as something else is done: each in turn for pages that are held, and for some
 * that nobody asked for before.
 * @param held paths of pages that are answered with 200
 */
export async function whileReading<T>(
  url: string,
  held: readonly string[],
  work: () => Promise<T>,
): Promise<[T, Readers]> {
  const readers: Readers = { asked: 0, failed: [], times: [], slowest: 0 };
  let isOver = false;
  const read = async (who: number) => {
    for (let turn = 0; !isOver; turn++) {
      const isNew = turn % 4 === 3;
      const path = isNew
        ? `/nowhere-${who}-${turn}-${Math.random().toString(36).slice(2)}`
        : (held[turn % held.length] ?? "/");
      const began = performance.now();
      readers.asked++;
      try {
        const answer = await fetch(url + path, { signal: AbortSignal.timeout(PATIENCE) });
        await answer.arrayBuffer();
        if (answer.status !== (isNew ? 404 : 200)) readers.failed.push(`${path}: ${answer.status}`);
      } catch (error) {
        readers.failed.push(`${path}: ${(error as Error).cause ?? error}`);
      }
      const took = performance.now() - began;
      readers.times.push(took);
      readers.slowest = Math.max(readers.slowest, took);
      await pause(20);
    }
  };
  const reading = Promise.all(Array.from({ length: 8 }, (_, who) => read(who)));
  try {
    return [await work(), readers];
  } finally {
    isOver = true;
    await reading;
  }
}

/** Of how many requests readers had what they asked for, as a row with the bound of the issue. */
export function readersRow(what: string, { asked, failed, slowest }: Readers) {
  const part = asked === 0 ? 0 : (asked - failed.length) / asked;
  if (failed.length > 0) console.log(`${what}:\n  ${failed.slice(0, 5).join("\n  ")}`);
  return {
    what: `Readers, ${what}`,
    figure: `${asked - failed.length} of ${asked}, slowest ${(slowest / 1000).toFixed(1)} s`,
    bound: "99 in 100",
    holds: asked >= 50 && part >= 0.99,
  };
}
