import { statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { startPaper, withFolder } from "@/scripts/trials/paper";
import { none, percentile, type Row, type Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { signedIn } from "@/scripts/trials/visitor";
import { emptyLedger, type Story } from "./ledger";
import { type Desk, openDesk } from "./newsroom";
import { halfDone, lostOf } from "./reckoning";

const WRITERS = 20;
const MB = 1024 * 1024;
/** What the log of the database may take once nothing holds it. */
const MOST = 64 * MB;

/** Many write at once, as fast as they are answered, while somebody reads on and on what once was. */
export const writers: Trial = {
  name: "writers",
  run: ({ isShort }) => withFolder((folder) => written(folder, isShort ? SHORT : LONG)),
};

type Length = {
  /** How long they write, and how long one look at the database stays open, in milliseconds. */
  writing: number;
  reading: number;
};
const SHORT: Length = { writing: 20_000, reading: 12_000 };
const LONG: Length = { writing: 300_000, reading: 60_000 };

async function written(folder: string, { writing, reading }: Length): Promise<Row[]> {
  const file = path.join(folder, "masthead.db");
  const paper = await startPaper(folder, { WEB_WORKERS: "2" });
  const ledger = emptyLedger();
  const desk = await openDesk(await signedIn(paper.url), ledger, file);
  const stories = await Promise.all(Array.from({ length: WRITERS }, (_, at) => desk.begin(`w${letters(at)}`)));
  const log = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

  const until = performance.now() + writing;
  const isOver = () => performance.now() > until;
  let most = 0;
  const measuring = setInterval(() => {
    most = Math.max(most, log());
  }, 250);
  const backs: (number | null)[] = [];
  const readOn = async () => {
    while (!isOver()) {
      const reader = new Database(file, { readonly: true });
      reader.exec("begin");
      const before = reader.prepare("select max(number) from events").pluck().get();
      await pause(reading);
      // It sees what was, whatever was written since.
      if (reader.prepare("select max(number) from events").pluck().get() !== before)
        ledger.wrong.push("a look changed");
      reader.close();
      // But for the last they go on writing meanwhile; then it is a matter of the jobs, which look twice a minute.
      backs.push(await untilSo(() => log() < MOST, 45_000));
    }
  };
  await Promise.all([readOn(), ...stories.map((story) => write(desk, story, isOver))]);
  clearInterval(measuring);
  const after = log();
  const { unsound, half } = halfDone(file);
  const wrong = [...ledger.wrong, ...lostOf(file, ledger)];
  await paper.end();

  for (const each of [...unsound, ...half, ...wrong].slice(0, 8)) console.log(each);
  const locked = paper.said().match(/locked|SQLITE_BUSY/gi) ?? [];
  const count = (name: string) => ledger.done.get(name) ?? 0;
  const { times } = ledger;
  const ms = (part: number) => `${percentile(times, part).toFixed(0)} ms`;
  return [
    { what: `Written by ${WRITERS} at once`, figure: `${count("save")} saved, ${count("publish")} published` },
    { what: "Writes a second", figure: (times.length / (writing / 1000)).toFixed(0) },
    { what: "Until acknowledged, p50, p99 and most", figure: `${ms(0.5)}, ${ms(0.99)}, ${ms(1)}` },
    ...[...ledger.unanswered].map(([what, n]) => none(`Refused or failed: ${what}`, n)),
    none(
      "Refused or failed",
      [...ledger.unanswered.values()].reduce((sum, n) => sum + n, 0),
    ),
    none("“Locked” or “busy” in what the paper said", locked.length),
    { what: "The log while a look was open, at most", figure: `${(most / MB).toFixed(0)} MB` },
    {
      what: "The log under 64 MB again, after each look; the last with nobody writing",
      figure: backs.map((back) => (back === null ? "never" : `${(back / 1000).toFixed(1)} s`)).join(", "),
      bound: "within 45 s",
      holds: backs.every((back) => back !== null),
    },
    { what: "The log at the end", figure: `${(after / MB).toFixed(1)} MB`, bound: "under 64 MB", holds: after < MOST },
    none("Acknowledged and lost, halfway or unsound", wrong.length + half.length + unsound.length),
  ];
}

/** Saves again and again; of ten texts one is published. */
async function write(desk: Desk, story: Story, isOver: () => boolean): Promise<void> {
  for (let round = 1; !isOver(); round++) {
    if (round % 10 === 0) await desk.publish(story);
    else await desk.save(story);
  }
}

function letters(at: number): string {
  return String.fromCharCode(97 + Math.floor(at / 5), 97 + (at % 5));
}
