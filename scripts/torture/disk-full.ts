import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import sharp from "sharp";
import { act } from "@/scripts/trials/act";
import { OWNER, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { beginUpload, sendPiece, takeUpload } from "@/scripts/trials/uploading";
import { signedIn, type Visitor, visitor } from "@/scripts/trials/visitor";
import { writesOn } from "./editor";
import { contentOf, emptyLedger, type Story } from "./ledger";
import { ARTICLE, openDesk } from "./newsroom";
import { chance } from "./random";
import { disagreeing, halfDone, orphans, reading } from "./reckoning";
import { type SmallDisk, smallDisk } from "./small-disk";
import { sweepLater } from "./sweeping";

/** The disk is full while staff publish, save, upload and plan, and while what was planned is due. */
export const diskFull: Trial = {
  name: "disk-full",
  run: ({ browser, isShort }) =>
    withFolder(async (folder) => {
      const disk = smallDisk(folder);
      if (!disk) return [{ what: "A small disk", figure: "not tried: nothing may be mounted here (it needs root)" }];
      try {
        // The short form has no screen, and does not start on the full disk.
        return await filled(disk, { browser: isShort ? undefined : browser, isShort });
      } finally {
        disk.remove();
      }
    }),
};

/** What was answered, and what it says. */
type Answer = { status: number; text: string };

async function filled(disk: SmallDisk, { browser, isShort }: Run): Promise<Row[]> {
  const file = path.join(disk.folder, "masthead.db");
  let paper = await startPaper(disk.folder);
  const staff = await signedIn(paper.url);
  const ledger = emptyLedger();
  const desk = await openDesk(staff, ledger, file);
  const [live, draft, plan, due, one, two] = (await Promise.all(
    ["fla", "flb", "flc", "fld", "fle", "flf"].map((word) => desk.begin(word)),
  )) as [Story, Story, Story, Story, Story, Story];
  await desk.publish(live);
  for (const story of [draft, plan, one, two]) await desk.save(story);
  // A half upload, and a whole one that is not taken yet.
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#345" } })
    .png()
    .toBuffer();
  const half = await begun(staff, bytes);
  await piece(staff, half, bytes.subarray(0, 400), 0);
  const other = Buffer.concat([bytes, Buffer.from("another")]);
  const whole = await begun(staff, other);
  await piece(staff, whole, other, 0);

  const next = (story: Story) => contentOf(story, story.sent + 1, desk.where);
  const deeds: Record<string, () => Promise<Answer>> = {
    save: () => put(staff, draft, next(draft)),
    publish: () => sent(staff, draft, "publish", {}),
    plan: () => sent(staff, plan, "schedulePublication", { at: inMinutes(5) }),
    "begin an upload": async () => answerOf(await beginning(staff, bytes)),
    "send a piece": () => piece(staff, half, bytes.subarray(400), 400),
    "take a file in": async () => answerOf(await takeUpload(staff, whole, { keep: true })),
    "sign in": async () => {
      const answer = await visitor(paper.url).submit("/sign-in", "Sign in", OWNER);
      return { status: answer.status, text: await answer.text() };
    },
  };
  const [address] = reading(file, (all) => all<{ path: string }>("select path from permalinks"));
  const readers = [
    "/",
    "/harbour",
    "/rss.xml",
    "/sitemap.xml",
    "/search?q=ferry",
    address?.path ?? "",
    `${address?.path}/history`,
  ];
  const newsroom = ["/newsroom", "/newsroom/articles", `/newsroom/articles/${draft.id}`, "/newsroom/media"];

  await desk.plan(due, chance(1), 4000);
  // The log has no room of its own left, and who is signed in would be noted.
  const database = new Database(file);
  database.exec("update sessions set last_seen_at = last_seen_at - 3600000");
  database.pragma("wal_checkpoint(truncate)");
  database.close();
  disk.fill();
  const refused: Row[] = [];
  for (const [what, deed] of Object.entries(deeds)) refused.push(clear(what, await deed()));
  const closed = await failing(visitor(paper.url), readers);
  const shut = await failing(staff, newsroom);
  // It has been due for a while.
  await pause(6000);
  const unplanned = outcomeOf(file, due);

  disk.free();
  const kept = await untilSo(() => outcomeOf(file, due) === "done", 60_000);
  const went: string[] = [];
  for (const what of ["save", "publish", "plan", "begin an upload", "sign in"]) {
    const answer = await deeds[what]?.();
    if (!answer || !isDone(answer)) went.push(`${what}: ${answer?.status} ${answer?.text.slice(0, 200)}`);
    draft.version = await versionOf(staff, draft);
  }
  await desk.upload("after.jpg", chance(1));
  const onScreen = browser
    ? await writesOn({
        ...{ browser, url: paper.url, staff, stories: [one.id, two.id] },
        ...{
          fill: disk.fill,
          free: disk.free,
          standing: async (id) => (await staff.fetch(`/newsroom/articles/${id}/draft`)).text(),
        },
      })
    : [{ what: "An editor’s screen", figure: "not tried: there is no browser" }];
  await paper.end();

  const onFull = isShort ? null : await startedOnFull(disk, readers);
  paper = await startPaper(disk.folder);
  const disagree = await disagreeing(visitor(paper.url), file);
  await paper.end();
  const { unsound, half: halves } = halfDone(file);
  sweepLater(disk.folder);
  const nobodys = orphans(disk.folder);
  for (const each of [...went, ...disagree, ...unsound, ...halves, ...nobodys, ...ledger.wrong].slice(0, 12))
    console.log(each);

  return [
    ...refused,
    none("Readers’ pages that fail meanwhile", closed),
    none("Pages of the newsroom that do not open meanwhile", shut),
    { what: "A plan that is due meanwhile", figure: unplanned ?? "waits", bound: "waits", holds: unplanned === null },
    { what: "It is kept after there is room", figure: seconds(kept), bound: "within 60 s", holds: kept !== null },
    none("Deeds that do not go again once there is room", went.length + ledger.wrong.length),
    ...onScreen,
    ...(onFull ? [onFull] : []),
    none("Halfway, unsound, or otherwise than the database says", disagree.length + unsound.length + halves.length),
    none("Files without rows, rows without files after the sweep", nobodys.length),
  ];
}

/** How many of some pages are not answered. */
async function failing(who: Visitor, pages: string[]): Promise<number> {
  const answers = await Promise.all(pages.map(async (each) => ({ each, status: (await who.fetch(each)).status })));
  const failed = answers.filter(({ status }) => status !== 200);
  for (const { each, status } of failed) console.log(`${each} answered ${status}`);
  return failed.length;
}

/** Starts on a full disk: it serves readers, or says why it does not. */
async function startedOnFull(disk: SmallDisk, readers: string[]): Promise<Row> {
  disk.fill();
  try {
    const paper = await startPaper(disk.folder);
    const failed = await failing(visitor(paper.url), readers);
    await paper.end();
    return none("Readers’ pages that fail after a start on the full disk", failed);
  } catch (error) {
    const said = (error as Error).message.trim();
    const holds = /^Masthead cannot start: the disk is full/m.test(said);
    return { what: "A start on a full disk", figure: said.slice(0, 120), bound: "says why", holds };
  } finally {
    disk.free();
  }
}

/** Whether somebody was told in words that the disk is full. */
function clear(what: string, { status, text }: Answer): Row {
  const said = /The disk is full[^"<&]*/.exec(text)?.[0];
  const figure = said ? `${status}: ${said}` : `${status}: ${text.slice(0, 80)}`;
  return { what: `Told to whoever would ${what}`, figure, bound: "why", holds: said !== undefined && status !== 500 };
}

function isDone({ status, text }: Answer): boolean {
  return status < 400 && !text.includes('"done":false');
}

function inMinutes(count: number): string {
  return new Date(Date.now() + count * 60_000).toISOString().slice(0, 16);
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text() };
}

async function put(staff: Visitor, { id, version }: Story, content: object): Promise<Answer> {
  return answerOf(await staff.send("PUT", `/newsroom/articles/${id}/draft`, { id, version, content }));
}

function sent(staff: Visitor, { id, version }: Story, name: string, fields: Record<string, string>): Promise<Answer> {
  return act(staff, `/newsroom/articles/${id}`, { file: ARTICLE, name }, { id, version: String(version), ...fields });
}

async function begun(staff: Visitor, bytes: Buffer): Promise<string> {
  return (await beginning(staff, bytes)).headers.get("location") ?? "";
}

function beginning(staff: Visitor, bytes: Buffer): Promise<Response> {
  return beginUpload(staff, { name: "harbour.png", size: bytes.length });
}

async function piece(staff: Visitor, place: string, piece: Buffer, offset: number): Promise<Answer> {
  return answerOf(await sendPiece(staff, place, { offset, piece }));
}

function outcomeOf(file: string, { id }: Story): string | null {
  const [row] = reading(file, (all) =>
    all<{ outcome: string | null }>("select outcome from schedules where article_id = ?", id),
  );
  return row?.outcome ?? null;
}

async function versionOf(staff: Visitor, { id }: Story): Promise<number> {
  const answer = await staff.fetch(`/newsroom/articles/${id}/draft`);
  return ((await answer.json()) as { version: number }).version;
}

function seconds(time: number | null): string {
  return time === null ? "never" : `${(time / 1000).toFixed(1)} s`;
}
