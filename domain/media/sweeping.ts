import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { and, desc, gte, like, lt, lte } from "drizzle-orm";
import { z } from "zod";
import { db, transact } from "@/db/client";
import { assets, formerFiles, renditions, sweeps } from "@/db/schema";
import { removeFilesAlone } from "@/domain/backups/locks";
import { planJob } from "@/domain/jobs/queue";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { DAY, MINUTE, now } from "@/lib/clock";
import { KEPT_IN_BIN } from "./bin";
import { dataFile, incomingFolder, KEY_PATTERN } from "./files";
import { purgeBin } from "./purging";
import { isSpent, retireUnused } from "./retiring";

/** The job that sweeps, once a day and at each start: a crash may have come before it. */
export const SWEEP_FILES_JOB = "sweep-files";

/**
 * How old a file has to be before it is swept, in milliseconds. A file is there before its row is: younger ones may be
 * about to be named. One that is asked for anew is made young again (files.ts).
 */
const OLD = DAY;

/** How long a sweep is put off while files are copied away, in milliseconds. */
const PUT_OFF = 10 * MINUTE;

/** For how long it is told what was swept. */
const TOLD = 90 * DAY;

const Counted = z.object({ count: z.number(), bytes: z.number() });

/** What a sweep removed, by kind. */
export const Swept = z.object({
  /** Files that were being written when something ended. */
  temporary: Counted,
  /** Uploads that nobody went on with. */
  uploads: Counted,
  /** Copies and originals that no row names. */
  copies: Counted,
  originals: Counted,
  /** What had been in the bin for thirty days. */
  bin: Counted,
});
export type Swept = z.infer<typeof Swept>;

/** A sweep, and what it did. */
export type Sweep = { id: string; at: Date; took: number; removed: Swept };

/** Removes every file of the library that nothing needs any more, and remembers how much that was. */
export async function sweepFiles(): Promise<void> {
  const letGo = removeFilesAlone(dataFile());
  // What a backup has yet to copy stays until it is done.
  if (!letGo) return putOff();
  try {
    await sweep();
  } finally {
    letGo();
  }
}

function putOff(): Promise<void> {
  const turn = Math.floor(now().getTime() / PUT_OFF) + 1;
  return planJob({ id: `${SWEEP_FILES_JOB}-later-${turn}`, kind: SWEEP_FILES_JOB, runAt: new Date(turn * PUT_OFF) });
}

async function sweep(): Promise<void> {
  const begun = performance.now();
  const at = now();
  const bin = await purgeBin();
  await retireUnused();
  await forgetRows();
  const none = { count: 0, bytes: 0 };
  const removed: Swept = {
    temporary: { ...none },
    uploads: { ...none },
    copies: { ...none },
    originals: { ...none },
    bin,
  };
  await sweepIncoming(removed);
  for (const shard of await list(dataFile("media"))) await sweepCopies(shard, removed);
  for (const shard of await list(dataFile("originals"))) {
    if (/^[0-9a-f]{2}$/.test(shard)) await sweepOriginals(shard, removed);
  }
  await transact(async (tx) => {
    await tx.insert(sweeps).values({ at, took: Math.round(performance.now() - begun), removed });
    await tx.delete(sweeps).where(lt(sweeps.at, new Date(at.getTime() - TOLD)));
  });
}

/** The last sweeps, the newest first. @throws Refusal "forbidden" */
export async function listSweeps(actor: Actor, most = 10): Promise<Sweep[]> {
  authorize(actor, "settings.manage");
  const rows = await db().select().from(sweeps).orderBy(desc(sweeps.at)).limit(most);
  return rows.map(({ removed, ...sweep }) => ({ ...sweep, removed: Swept.parse(removed) }));
}

/** The rows of copies that others replaced long ago, and of originals that were kept long enough. */
function forgetRows(): Promise<void> {
  return transact(async (tx) => {
    await tx.delete(renditions).where(isSpent());
    await tx.delete(formerFiles).where(lte(formerFiles.replacedAt, new Date(now().getTime() - KEPT_IN_BIN)));
  });
}

/** Uploads that nobody went on with, and what `receive` was writing. */
async function sweepIncoming(removed: Swept): Promise<void> {
  for (const name of await list(incomingFolder())) {
    const place = path.join(incomingFolder(), name);
    const isUpload = !name.endsWith(".tmp");
    // An upload is as old as what last came of it.
    const parts = isUpload ? (await list(place)).map((part) => path.join(place, part)) : [place];
    const found = await Promise.all([...parts, place].map((file) => stat(file).catch(() => null)));
    if (found.some((each) => each && !isOld(each))) continue;
    await rm(place, { recursive: true, force: true });
    const bytes = found.reduce((sum, each) => sum + (each?.isFile() ? each.size : 0), 0);
    count(isUpload ? removed.uploads : removed.temporary, isUpload ? bytes : (found[0]?.size ?? 0));
  }
}

async function sweepCopies(shard: string, removed: Swept): Promise<void> {
  const named = await db()
    .selectDistinct({ key: renditions.key })
    .from(renditions)
    .where(like(renditions.key, `${shard}%`));
  await sweepShard(dataFile("media", shard), new Set(named.map(({ key }) => key)), (name) =>
    KEY_PATTERN.test(name) ? removed.copies : removed.temporary,
  );
}

async function sweepOriginals(shard: string, removed: Swept): Promise<void> {
  const [ours, former] = await Promise.all([
    db().select({ hash: assets.hash }).from(assets).where(begins(assets.hash, shard)),
    db().select({ hash: formerFiles.hash }).from(formerFiles).where(begins(formerFiles.hash, shard)),
  ]);
  const named = new Set([...ours, ...former].map(({ hash }) => hash));
  const kindOf = (name: string) => (/^[0-9a-f]{64}$/.test(name) ? removed.originals : removed.temporary);
  // An older copy of the database that is put back names fewer: originals cannot be made again, so they wait.
  await sweepShard(dataFile("originals", shard), named, kindOf, KEPT_IN_BIN);
}

async function sweepShard(
  folder: string,
  named: ReadonlySet<string>,
  kindOf: (name: string) => { count: number; bytes: number },
  age = OLD,
): Promise<void> {
  for (const name of await list(folder)) {
    if (named.has(name)) continue;
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile() || !isOld(found, age)) continue;
    await rm(file, { force: true });
    count(kindOf(name), found.size);
  }
}

function begins(column: typeof assets.hash | typeof formerFiles.hash, shard: string) {
  return and(gte(column, shard), lt(column, `${shard}g`));
}

/** Naming a file anew, by a link or a rename, changes nothing but the time of its last change of any kind. */
function isOld({ mtimeMs, ctimeMs }: { mtimeMs: number; ctimeMs: number }, age = OLD): boolean {
  return Math.max(mtimeMs, ctimeMs) < now().getTime() - age;
}

function count(kind: { count: number; bytes: number }, bytes: number): void {
  kind.count++;
  kind.bytes += bytes;
}

async function list(folder: string): Promise<string[]> {
  return readdir(/* turbopackIgnore: true */ folder).catch(() => []);
}
