import { renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { act } from "@/scripts/trials/act";
import { type Paper, startPaper } from "@/scripts/trials/paper";
import type { Row, Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { signedIn } from "@/scripts/trials/visitor";
import type { Story } from "./ledger";
import { inDatabase } from "./reckoning";
import { type Stand, withStand } from "./stand";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** By when what fell due must be done, once the paper can do it, in milliseconds. */
const LATEST = 60_000;

/** The paper's clock is moved while it runs, and while it does not: what is planned happens once, and not too late. */
export const clock: Trial = {
  name: "clock",
  run: () => {
    const file = path.join(tmpdir(), `masthead-trial-clock-${process.pid}`);
    const moved = path.resolve("scripts/torture/moved-clock.cjs");
    set(file, 0);
    const settings = { TRIAL_CLOCK: file, NODE_OPTIONS: `--require ${moved}`, TZ: "Europe/London" };
    return withStand((stand) => moving(stand, new Hand(file), settings), settings).finally(() => rmSync(file));
  },
};

/** Sets the paper's clock. */
class Hand {
  offset = 0;

  constructor(private readonly file: string) {}

  async to(instant: number): Promise<void> {
    this.offset = instant - Date.now();
    set(this.file, this.offset);
    await pause(300);
  }

  /** What it is for the paper. */
  now(): number {
    return Date.now() + this.offset;
  }
}

function set(file: string, offset: number): void {
  // At once, or a process would read half of it.
  writeFileSync(`${file}.new`, String(offset));
  renameSync(`${file}.new`, file);
}

async function moving(stand: Stand, hand: Hand, settings: Record<string, string>): Promise<Row[]> {
  const { file } = stand;
  inDatabase(file, (database) => database.prepare("update settings set time_zone = 'Europe/London'").run());
  const rows: Row[] = [];
  const later = await planned(stand, hand, hand.now() + DAY, "later");
  const far = await planned(stand, hand, hand.now() + 3 * DAY, "far");
  await hand.to(hand.now() + DAY + 5 * 60_000);
  rows.push(await keptRow(stand, later, "The clock goes a day ahead: a plan for within that day"));
  rows.push(restsRow(stand, far, "A plan for two days on rests"));
  await hand.to(Date.now() - DAY);
  await pause(3000);
  rows.push(onceRow(stand, later, "The clock goes two days back: what was done is not done again"));
  const near = await planned(stand, hand, hand.now() + 2 * 60_000, "near");
  await hand.to(near.at + 500);
  rows.push(await keptRow(stand, near, "A plan that is made then"));

  for (const [night, wall, turn, instant] of [
    ["forward", "2027-03-28T02:30", "", "2027-03-28T01:30:00Z"],
    ["back, the first 01:30", "2027-10-31T01:30", "first", "2027-10-31T00:30:00Z"],
    ["back, the second 01:30", "2027-10-31T01:30", "second", "2027-10-31T01:30:00Z"],
  ] as const) {
    const at = Date.parse(instant);
    await hand.to(at - HOUR / 2);
    await signInAnew(stand);
    const story = await plannedAt(stand, hand, wall, turn, `night${rows.length}`);
    rows.push({
      what: `The night on which clocks go ${night}: means`,
      figure: story.at === at ? `${instant.slice(11, 16)} UTC` : new Date(story.at).toISOString(),
      bound: `${instant.slice(11, 16)} UTC`,
      holds: story.at === at,
    });
    await hand.to(at - 2000);
    rows.push(restsRow(stand, story, "It rests two seconds before"));
    rows.push(await keptRow(stand, story, "It is kept"));
  }
  const missing = await tried(stand, "2027-03-28T01:30", "", "gap");
  rows.push({
    what: "01:30 on the night on which there is none",
    figure: missing ? "is taken" : "is refused",
    bound: "refused",
    holds: !missing,
  });
  return [...rows, ...(await down(stand, hand, settings))];
}

/** A session has ended that is months old. */
async function signInAnew({ paper, staff }: Stand): Promise<void> {
  const { cookies } = await signedIn(paper.url);
  staff.cookies.clear();
  for (const [name, value] of cookies) staff.cookies.set(name, value);
}

/** Ten hours in which nothing runs. */
async function down(stand: Stand, hand: Hand, settings: Record<string, string>): Promise<Row[]> {
  const stories: Planned[] = [];
  for (let hours = 1; hours <= 9; hours += 2)
    stories.push(await planned(stand, hand, hand.now() + hours * HOUR, `down${hours}`));
  const { paper } = stand;
  const PORT = String(paper.env.PORT);
  await paper.end();
  await hand.to(hand.now() + 10 * HOUR);
  const again: Paper = await startPaper(paper.folder, { ...settings, PORT, WEB_WORKERS: "1" });
  const started = performance.now();
  await untilSo(() => stories.every((story) => timesKept(stand, story) > 0), LATEST);
  const took = performance.now() - started;
  await pause(2000);
  const times = stories.map((story) => timesKept(stand, story));
  await again.end();
  return [
    {
      what: "Ten hours down: five plans of that time, after the start",
      figure: `${times.filter((count) => count === 1).length} of 5 once, within ${(took / 1000).toFixed(1)} s`,
      bound: "all, within 60 s",
      holds: times.every((count) => count === 1) && took < LATEST,
    },
  ];
}

type Planned = Story & { at: number };

/** A story that is planned for an instant, to the minute. */
function planned(stand: Stand, hand: Hand, at: number, word: string): Promise<Planned> {
  const formatted = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/London",
    dateStyle: "short",
    timeStyle: "short",
  });
  return plannedAt(stand, hand, formatted.format(new Date(at)).replace(" ", "T"), "", word);
}

async function plannedAt(stand: Stand, _hand: Hand, wall: string, turn: string, word: string): Promise<Planned> {
  const story = await tried(stand, wall, turn, word);
  if (!story) throw new Error(`${wall} was not taken`);
  return story;
}

/** @returns null where the plan is refused */
async function tried({ desk, staff, file }: Stand, wall: string, turn: string, word: string): Promise<Planned | null> {
  const story = await desk.begin(word);
  await desk.save(story);
  const action = { file: "app/(newsroom)/newsroom/articles/[id]/actions.ts", name: "schedulePublication" };
  const fields = {
    id: story.id,
    version: String(story.version),
    at: wall,
    turn,
    "change.kind": "update",
    "change.note": "As planned.",
  };
  const { done, text } = await act(staff, `/newsroom/articles/${story.id}`, action, fields);
  if (!done) {
    console.log(`${wall} was refused: ${text.slice(-200)}`);
    return null;
  }
  const at = inDatabase(file, (database) => {
    const row = database.prepare("select at from schedules where article_id = ?").get(story.id) as { at: number };
    return row.at;
  });
  return { ...story, at };
}

function timesKept({ file }: Stand, { id }: Story): number {
  return inDatabase(file, (database) => {
    const row = database.prepare("select count(*) as n from publications where article_id = ?").get(id) as {
      n: number;
    };
    return row.n;
  });
}

async function keptRow(stand: Stand, story: Story, what: string): Promise<Row> {
  const took = await untilSo(() => timesKept(stand, story) > 0, LATEST);
  await pause(1500);
  const times = timesKept(stand, story);
  return {
    what,
    figure: took === null ? "never" : `${times === 1 ? "once" : `${times} times`}, after ${(took / 1000).toFixed(1)} s`,
    bound: "once, within 60 s",
    holds: took !== null && times === 1,
  };
}

function onceRow(stand: Stand, story: Story, what: string): Row {
  const times = timesKept(stand, story);
  return { what, figure: `${times} times`, bound: "once", holds: times === 1 };
}

function restsRow(stand: Stand, story: Story, what: string): Row {
  const times = timesKept(stand, story);
  return { what, figure: times === 0 ? "yes" : "no", bound: "yes", holds: times === 0 };
}
