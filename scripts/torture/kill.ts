import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, type Paper, PROGRAM, settingsOf, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, percentile, type Row, type Trial } from "@/scripts/trials/report";
import { type Part, type Process, processesOf, stillRunning, untilSo } from "@/scripts/trials/tree";
import { signedIn, visitor } from "@/scripts/trials/visitor";
import { emptyLedger, type Ledger, tally } from "./ledger";
import { type Desk, openDesk } from "./newsroom";
import { chance, type Random } from "./random";
import { disagreeing, halfDone, lostOf, orphans, reading, undone } from "./reckoning";
import { sweepLater } from "./sweeping";

/** Which part is killed, at each time: in the short form all of these, in the long one any of them. */
const CHOSEN: Part[] = [
  ...Array<Part>(2).fill("main"),
  ...Array<Part>(3).fill("worker"),
  ...Array<Part>(2).fill("jobs"),
  ...Array<Part>(2).fill("pictures"),
];
/** How often in the long form. */
const TIMES = Number(process.env.TORTURE_KILLS ?? 500);
/** For how long at most, where somebody has no more time: the table says how often it was. */
const MINUTES = Number(process.env.TORTURE_MINUTES ?? Number.POSITIVE_INFINITY);

/** What was found while parts of the paper were being killed. */
type Found = {
  kills: Map<string, number>;
  unsound: string[];
  half: string[];
  disagree: string[];
  survivors: number;
  ends: number[];
  starts: number[];
};

/** Parts of the paper are killed at random moments, while staff write, publish, upload and plan. */
export const kill: Trial = {
  name: "kill",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      const random = chance();
      console.log(`TORTURE_SEED=${random.seed}`);
      const temporary = mkdtempSync(path.join(tmpdir(), "torture-"));
      try {
        return await killed(folder, temporary, isShort ? random.shuffled(CHOSEN) : partsOf(TIMES, random), random);
      } finally {
        rmSync(temporary, { recursive: true, force: true });
      }
    }),
};

async function killed(folder: string, temporary: string, parts: Part[], random: Random): Promise<Row[]> {
  const data = path.join(folder, "data");
  mkdirSync(data);
  const file = path.join(data, "masthead.db");
  const settings = { PORT: String(await freePort()), WEB_WORKERS: "2", TMPDIR: temporary };
  const found: Found = { kills: new Map(), unsound: [], half: [], disagree: [], survivors: 0, ends: [], starts: [] };
  // The very first start, which makes the database and the owner, is killed too.
  await killWhileStarting(data, settings, random, found);
  let paper = await startPaper(data, settings);
  const ledger = emptyLedger();
  const staff = await signedIn(paper.url);
  const floor = new Floor(await openDesk(staff, ledger, file), random);
  await floor.begin();
  const check = async () => {
    const { unsound, half } = halfDone(file);
    found.unsound.push(...unsound);
    found.half.push(...half);
    ledger.wrong.push(...lostOf(file, ledger));
    found.disagree.push(...(await disagreeing(visitor(paper.url), file)));
  };

  const until = performance.now() + MINUTES * 60_000;
  for (const [count, part] of parts.entries()) {
    if (performance.now() > until) break;
    await pause(random.within(20, 900));
    await killOne(paper, part, random, found);
    if (part !== "main") continue;
    if (random.within(1, 3) === 1) await killWhileStarting(data, settings, random, found);
    const began = performance.now();
    paper = await startPaper(data, settings);
    found.starts.push(performance.now() - began);
    await floor.atRest(check);
    if (parts.length > CHOSEN.length) console.log(`${count + 1} of ${parts.length} …`);
  }

  await floor.close();
  const left = await untilSo(() => undone(file).length === 0, 90_000);
  const stillToDo = undone(file);
  await check();
  const jobs = reading(file, (all) => all<{ n: number }>("select count(*) as n from schedules where outcome = 'done'"));
  await paper.end();
  const leftInTemporary = readdirSync(temporary);
  sweepLater(data);
  const nobodys = orphans(data);
  tell({ lost: ledger.wrong, ...found, ends: [], stillToDo, leftInTemporary, nobodys });
  return rows(ledger, found, [
    { what: "Work left to do 90 s later", figure: String(stillToDo.length), bound: "0", holds: stillToDo.length === 0 },
    { what: "All of it done after", figure: left === null ? "never" : seconds(left) },
    { what: "Plans kept", figure: String(jobs[0]?.n) },
    none("Files without rows, rows without files after the sweep", nobodys.length),
    none("Sockets and temporary files left after the last end", leftInTemporary.length),
  ]);
}

function partsOf(times: number, random: Random): Part[] {
  return Array.from({ length: times }, () => random.oneOf(CHOSEN));
}

/** Kills one process of a part; of the main one it sees that none of the others stays. */
async function killOne(paper: Paper, part: Part, random: Random, found: Found): Promise<void> {
  let all = processesOf(paper.child.pid ?? 0);
  const those = () => all.filter((each) => each.part === part);
  // One that was killed a moment ago is being started.
  const isThere = () => {
    all = processesOf(paper.child.pid ?? 0);
    return those().length > 0;
  };
  if ((await untilSo(isThere, 30_000)) === null) throw new Error(`No ${part} was started anew`);
  process.kill(random.oneOf(those()).pid, "SIGKILL");
  tally(found.kills, part);
  if (part !== "main") return;
  await seeAllGone(all, found);
  await paper.gone;
}

/** Kills the main process at some moment of a start, and sees that none of those that it began stays. */
async function killWhileStarting(
  data: string,
  more: Record<string, string>,
  random: Random,
  found: Found,
): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM], { env: await settingsOf(data, more), stdio: "ignore" });
  const gone = new Promise((resolve) => child.once("close", resolve));
  await pause(random.within(50, 3000));
  const all = processesOf(child.pid ?? 0);
  child.kill("SIGKILL");
  tally(found.kills, "a start");
  await seeAllGone(all, found);
  await gone;
}

async function seeAllGone(all: Process[], found: Found): Promise<void> {
  const pids = all.map(({ pid }) => pid);
  const ended = await untilSo(() => stillRunning(pids).length === 0, 10_000);
  if (ended === null) found.survivors += stillRunning(pids).length;
  else found.ends.push(ended);
}

/** Several people at work at once, each at one kind of deed, until they are asked to rest. */
class Floor {
  private closed = false;
  private resting: Promise<void> | undefined;
  private readonly hands = new Set<Promise<void>>();
  private readonly loops: Promise<void>[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly random: Random,
  ) {}

  async begin(): Promise<void> {
    const { desk, random } = this;
    for (const who of ["a", "b"]) {
      const written = await desk.begin(`wr${who}`);
      const published = [await desk.begin(`pu${who}k`), await desk.begin(`pu${who}l`)];
      const planned = [await desk.begin(`pl${who}k`), await desk.begin(`pl${who}l`)];
      this.goOn(async () => {
        await desk.save(written);
      });
      this.goOn(() => desk.publish(random.oneOf(published)));
      this.goOn(() => desk.plan(random.oneOf(planned), random));
    }
    this.goOn(() => desk.upload("harbour.jpg", random));
  }

  /** Lets everybody finish what they are at, does something meanwhile, and has them go on. */
  async atRest(work: () => Promise<void>): Promise<void> {
    let goOn = () => {};
    this.resting = new Promise((resolve) => {
      goOn = resolve;
    });
    try {
      await Promise.all(this.hands);
      await work();
    } finally {
      this.resting = undefined;
      goOn();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.loops);
  }

  private goOn(deed: () => Promise<void>): void {
    const loop = async () => {
      while (!this.closed) {
        await this.resting;
        const hand = deed();
        this.hands.add(hand);
        await hand.finally(() => this.hands.delete(hand));
        await pause(this.random.within(0, 60));
      }
    };
    this.loops.push(loop());
  }
}

/** Says what was found wrong, the first of each kind. */
function tell(found: Record<string, unknown>): void {
  for (const [name, list] of Object.entries(found)) {
    if (Array.isArray(list) && list.length > 0) console.log(`${name}:\n  ${list.slice(0, 8).join("\n  ")}`);
  }
}

function seconds(time: number | undefined): string {
  return time === undefined ? "never" : `${(time / 1000).toFixed(2)} s`;
}

function rows({ done, unanswered, wrong, times }: Ledger, found: Found, more: Row[]): Row[] {
  const { kills, unsound, half, disagree, survivors, ends, starts } = found;
  const list = (counts: Map<string, number>) => [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
  return [
    { what: "Killed", figure: list(kills) },
    { what: "Acknowledged", figure: list(done) },
    ...[...unanswered].sort().map(([what, count]) => ({ what: `Not acknowledged: ${what}`, figure: String(count) })),
    {
      what: "Acknowledged within, p50 and p99",
      figure: `${seconds(percentile(times, 0.5))}, ${seconds(percentile(times, 0.99))}`,
    },
    {
      what: "All gone after main was killed, at most",
      figure: seconds(Math.max(...ends)),
      bound: "none stays",
      holds: survivors === 0,
    },
    {
      what: "Started anew within, p50 and most",
      figure: `${seconds(percentile(starts, 0.5))}, ${seconds(Math.max(...starts))}`,
    },
    none("Acknowledged and lost, or never sent and there", wrong.length),
    none("Halfway before readers, by the database", half.length),
    none("Pages that say otherwise than the database", disagree.length),
    none("Found by the integrity and foreign key checks", unsound.length),
    ...more,
  ];
}
