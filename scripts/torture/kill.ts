import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { act } from "@/scripts/trials/act";
import { freePort, type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, percentile, type Row, type Trial } from "@/scripts/trials/report";
import { type Part, processesOf, stillRunning, untilSo } from "@/scripts/trials/tree";
import { signedIn, type Visitor, visitor } from "@/scripts/trials/visitor";
import { Desk, emptyLedger, type Ledger } from "./newsroom";
import { chance, type Random } from "./random";
import { disagreeing, halfDone, lostOf, orphans, reading, undone } from "./reckoning";

/** Which part is killed, at each time: in the short form all of these, in the long one any of them. */
const CHOSEN: Part[] = [
  ...Array<Part>(3).fill("main"),
  ...Array<Part>(5).fill("worker"),
  ...Array<Part>(4).fill("jobs"),
  ...Array<Part>(3).fill("pictures"),
];
/** How often in the long form. */
const TIMES = Number(process.env.TORTURE_KILLS ?? 500);

/** What was found while parts of the paper were being killed. */
type Found = {
  kills: Map<Part, number>;
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
  let paper = await startPaper(data, settings);
  const ledger = emptyLedger();
  const staff = await signedIn(paper.url);
  const floor = new Floor(await openDesk(staff, ledger, file), random);
  await floor.begin();
  const found: Found = { kills: new Map(), unsound: [], half: [], disagree: [], survivors: 0, ends: [], starts: [] };
  const check = async () => {
    const { unsound, half } = halfDone(file);
    found.unsound.push(...unsound);
    found.half.push(...half);
    ledger.wrong.push(...lostOf(file, ledger));
    found.disagree.push(...(await disagreeing(visitor(paper.url), file)));
  };

  for (const [count, part] of parts.entries()) {
    await pause(random.within(20, 900));
    await killOne(paper, part, random, found);
    if (part !== "main") continue;
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
  found.kills.set(part, (found.kills.get(part) ?? 0) + 1);
  if (part !== "main") return;
  const pids = all.map(({ pid }) => pid);
  const ended = await untilSo(() => stillRunning(pids).length === 0, 10_000);
  if (ended === null) found.survivors += stillRunning(pids).length;
  else found.ends.push(ended);
  await paper.gone;
}

/** Makes what a story needs. @returns a desk at which staff write */
export async function openDesk(staff: Visitor, ledger: Ledger, file: string): Promise<Desk> {
  for (const [folder, name, called] of [
    ["sections", "addSection", "Harbour"],
    ["bylines", "addByline", "Mirjam Tveitt"],
  ] as const) {
    const file = `app/(newsroom)/newsroom/${folder}/actions.ts`;
    const { done, status, text } = await act(staff, `/newsroom/${folder}`, { file, name }, { name: called });
    if (!done) throw new Error(`${name} answered ${status}: ${text.slice(0, 500)}`);
  }
  const [ids] = reading(file, (all) =>
    all<{ sectionId: string; bylineId: string }>(
      "select (select id from sections) as sectionId, (select id from bylines limit 1) as bylineId",
    ),
  );
  if (!ids?.sectionId || !ids.bylineId) throw new Error("There is no section or byline");
  return new Desk(staff, ledger, { ...ids, file }, EMPTY_ARTICLE);
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

function sweepLater(data: string): void {
  const tsx = path.resolve("node_modules/.bin/tsx");
  const env = { ...process.env, DATA_DIR: data, MASTHEAD_PICTURES: "" };
  const { status } = spawnSync(tsx, ["scripts/torture/sweep-later.ts"], { env, stdio: "inherit" });
  if (status !== 0) throw new Error("The sweep failed");
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
