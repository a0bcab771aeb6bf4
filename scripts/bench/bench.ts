import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { MINUTE } from "@/lib/clock";
import { type Row, runTrials, type Trial } from "@/scripts/trials/report";
import { archive } from "./archive/trial";
import { inParallel, outcomeOf, storiesOf } from "./crawl";
import { edge } from "./edge";
import { freshness } from "./freshness";
import { described, isFast, type Load, load, median } from "./load";
import { memory } from "./memory";
import { copies } from "./pictures";
import { type Writer, writing } from "./writing";

const isShort = process.argv.includes("--short");
const SECONDS = isShort ? 3 : 8;
const ROUNDS = isShort ? 2 : 3;
const WORKERS = 2;
const WRITER: Writer = { email: "owner@example.test", password: "a-password-for-the-bench" };

/** What must hold; the first is a figure of the machine that it was set on. */
const BOUNDS = { perSecond: 40_000, ofBare: 0.6, rendered: 300 };

/** Rounds over all stories before their rendering is measured: a new process compiles what it runs often. */
const WARMING = isShort ? 4 : 20;
const MEASURED = isShort ? 4 : 20;

const ARTICLE = "/science/the-tide-gauge-in-the-cellar";

/** What is measured upon the demonstration edition, by name. */
const ON_DEMONSTRATION = ["press", "writing", "library", "pictures"];

/** What has a paper of its own; the longest run only where they are named. */
const TRIALS = [archive, freshness, edge, memory];
const LONGEST: readonly Trial[] = [edge, memory];

/**
 * Measures the built paper, each part in a folder of its own; the arguments name parts, else all but the longest run:
 * `press` (what it answers a second, beside a bare server in the same run; what is rendered a second), `writing` in a long
 * story, looking for something in a large `library`, `pictures`, what grows with the `archive`, `freshness` (that nothing
 * stale is ever served); `edge` and `memory` only if named. `--short` measures less, `--million` a larger archive.
 * Ends with 1 if a bound is broken.
 */
function main(): Promise<void> {
  const [named, flags] = [[] as string[], [] as string[]];
  for (const arg of process.argv.slice(2)) (arg.startsWith("-") ? flags : named).push(arg);
  const all = named.length === 0;
  const parts = ON_DEMONSTRATION.filter((name) => all || named.includes(name));
  const trials: Trial[] = TRIALS.filter((trial) => (all ? !LONGEST.includes(trial) : named.includes(trial.name)));
  const demonstration = parts.length > 0 ? [{ name: "demonstration", run: () => onDemonstration(parts) }] : [];
  const known = [...ON_DEMONSTRATION, ...TRIALS.map(({ name }) => name)];
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(", ")}: name any of ${known.join(", ")}`);
    process.exit(2);
  }
  return runTrials([...demonstration, ...trials], flags);
}

async function onDemonstration(parts: string[]): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-bench-"));
  const port = Number(process.env.PORT ?? 3980);
  const site = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: path.join(folder, "data"),
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    SEED: "demo",
    OWNER_EMAIL: WRITER.email,
    OWNER_PASSWORD: WRITER.password,
    WEB_WORKERS: String(WORKERS),
    // Known to the bench too: what it uploads is worked on where the paper's own uploads are.
    MASTHEAD_PICTURES: process.platform === "win32" ? "\\\\.\\pipe\\masthead-bench" : path.join(folder, "pictures"),
  };
  const paper = spawn(process.execPath, [".next/standalone/start.mjs"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  let publisher: ChildProcess | undefined;
  try {
    await untilAnswering(site);
    const publishing = fork(path.join(import.meta.dirname, "publisher.ts"), { env });
    publisher = publishing;
    await once(publishing, "message");
    const measured: Record<string, () => Promise<Row[]>> = {
      press: async () => {
        const results = [await hits(site), await misses(site, publishing)];
        return [above("press", results.every(Boolean))];
      },
      writing: async () => [above("writing", await letters(publishing, port))],
      library: async () => [above("library", await library(folder))],
      pictures: () => copies({ page: site + ARTICLE, env, paper: paper.pid ?? 0, isShort }),
    };
    const rows: Row[] = [];
    for (const part of parts) rows.push(...((await measured[part]?.()) ?? []));
    return rows;
  } finally {
    publisher?.disconnect();
    paper.kill("SIGTERM");
    await once(paper, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A part that prints its figures itself. */
function above(part: string, holds: boolean): Row {
  return { what: part, figure: "its figures stand above", bound: "each within its bound", holds };
}

/** Looking for something in a large library, which has a data folder of its own. */
async function library(folder: string): Promise<boolean> {
  const env = { ...process.env, DATA_DIR: path.join(folder, "library"), SITE_URL: "http://localhost:3000" };
  const [code] = await once(fork(path.join(import.meta.dirname, "library.ts"), { env }), "exit");
  return code === 0;
}

/** Writing in a long story. */
async function letters(publisher: ChildProcess, port: number): Promise<boolean> {
  const browser = process.env.CHROMIUM;
  if (!browser) {
    console.log("(no Chromium: what writing takes is not measured)");
    return true;
  }
  const begun = once(publisher, "message");
  publisher.send("long");
  const [article] = (await begun) as [string];
  // The address that the paper calls its own: the cookie is for that.
  const site = `http://localhost:${port}`;
  return writing(browser, { site, article, letters: isShort ? 180 : 600 }, WRITER);
}

async function untilAnswering(site: string): Promise<void> {
  const deadline = Date.now() + 5 * MINUTE;
  while (Date.now() < deadline) {
    if ((await fetch(`${site}/api/health`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the paper did not answer within five minutes");
}

/** An article from memory, in turn with a bare server that sends the same bytes. */
async function hits(site: string): Promise<boolean> {
  const page = site + ARTICLE;
  // Until it has its smallest form.
  for (let asked = 0; asked < 5; asked++) await (await fetch(page)).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const bare = fork(path.join(import.meta.dirname, "bare.ts"), { env: { ...process.env, PAGE: page } });
  const [address] = (await once(bare, "message")) as [string];
  const [press, beside]: [Load[], Load[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    press.push(await load(page, SECONDS));
    beside.push(await load(address, SECONDS));
  }
  bare.disconnect();
  const [ours, theirs] = [median(press), median(beside)];
  const ratio = ours.perSecond / theirs.perSecond;
  console.log(`An article from the press   ${described(ours)}`);
  console.log(`The same from bare node     ${described(theirs)}`);
  console.log(`The press, of bare node     ${ratio.toFixed(2)} (at least ${BOUNDS.ofBare})`);
  const isEnough = ours.perSecond >= BOUNDS.perSecond;
  if (!isFast) console.log("(autocannon finds its own limit: install wrk for the figures a second)");
  else console.log(`At least ${BOUNDS.perSecond} a second    ${isEnough ? "yes" : "NO"}`);
  return ratio >= BOUNDS.ofBare && (isEnough || !isFast);
}

/** Every story rendered anew, over and over: whenever all were made, an event touches them all. */
async function misses(site: string, publisher: ChildProcess): Promise<boolean> {
  const stories = await storiesOf(site);
  let [made, took] = [0, 0];
  for (let round = 0; round < WARMING + MEASURED; round++) {
    await perform(publisher, "all");
    const began = performance.now();
    const outcomes = await inParallel(stories, (address) => outcomeOf(site + address));
    if (round < WARMING) continue;
    took += performance.now() - began;
    made += outcomes.filter((outcome) => outcome.startsWith("press;desc=miss")).length;
  }
  const aWorker = Math.round((1000 * made) / took / WORKERS);
  console.log(
    `Articles rendered           ${aWorker * WORKERS} a second, ${aWorker} a worker (at least ${BOUNDS.rendered})`,
  );
  return aWorker >= BOUNDS.rendered;
}

async function perform(publisher: ChildProcess, deed: "all"): Promise<void> {
  const done = once(publisher, "message");
  publisher.send(deed);
  await done;
}

await main();
