import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import type { LetGo } from "@/db/lock";
import { haveFolderAlone, markEntered, shareFolder } from "@/domain/backups/locks";
import {
  ArchiveError,
  DATABASE,
  FILE_FOLDERS,
  type Manifest,
  readManifest,
  readSums,
  SECRET,
  type Sums,
} from "./archive";
import { requireRoom } from "./back-up";
import { schemaOfCode } from "./database";
import { copyHashed, forEach, keepPrivate, makeFolders, settle, syncOne } from "./files";
import { requireOwner } from "./owner";
import { databaseProblems, problemsOfSums } from "./verify";

/*
 * What is restored is first copied and checked in STAGED. One renaming to READY decides; what follows is only moving by
 * names, and whoever comes next goes on with it where it was cut off. Within the folder, since DATA_DIR may be the root of
 * a disk, which cannot be renamed.
 */
const STAGED = ".restoring";
const READY = ".restore-decided";
const EMPTIED = ".restore-cleared";
const PLAN = "plan.json";

const LOGS = ["-wal", "-shm", "-journal"].map((ending) => DATABASE + ending);
const REPLACED = [DATABASE, ...LOGS, SECRET, ...FILE_FOLDERS];

export type Restored = {
  manifest: Manifest;
  files: number;
  /** Where what was there before is now; null where there was nothing. */
  aside: string | null;
};

/**
 * Puts what an archive holds in the place of what is in a data folder. All of it is checked before anything is replaced,
 * and what was there is kept aside. Cut off at any moment, the folder holds the one or the other.
 * @param isNew whether there may be no paper in the folder yet
 * @throws ArchiveError; the folder is as it was then
 */
export async function restoreArchive(
  archive: string,
  { folder, isNew, migrations }: { folder: string; isNew: boolean; migrations: string },
): Promise<Restored> {
  const manifest = readManifest(archive);
  const sums = readSums(archive, manifest);
  refuseEarly(manifest, sums, migrations);
  if (isNew && existsSync(path.join(folder, DATABASE)))
    throw new ArchiveError(`${folder} holds a paper already: name an empty folder, or leave --to out and set DATA_DIR`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  requireOwner(folder);
  const letGo = haveFolderAlone(folder);
  if (!letGo) throw new ArchiveError(`the paper in ${folder} is running, or is being backed up: end that first`);
  try {
    await finishRestoring(folder);
    refuseWhileOpen(path.join(folder, DATABASE));
    refuseOtherDisks(folder);
    const staged = path.join(folder, STAGED);
    try {
      await stage(archive, staged, { manifest, sums, migrations });
    } catch (error) {
      rmSync(staged, { recursive: true, force: true });
      throw error;
    }
    const aside = path.join(folder, asideName());
    const isAnythingThere = REPLACED.some((name) => existsSync(path.join(folder, name)));
    writeFileSync(path.join(staged, PLAN), JSON.stringify({ aside: path.basename(aside) }));
    await settle(staged);
    renameSync(staged, path.join(folder, READY));
    await syncOne(folder);
    await finishRestoring(folder);
    return { manifest, files: sums.size, aside: isAnythingThere ? aside : null };
  } finally {
    letGo();
  }
}

function refuseEarly(manifest: Manifest, sums: Sums, migrations: string): void {
  const problems = problemsOfSums(sums, manifest);
  if (manifest.schema > schemaOfCode(migrations))
    problems.push("its database was written by a newer version of Masthead: use that one");
  if (problems[0]) throw new ArchiveError(`the archive cannot be restored: ${problems[0]}`);
}

/** Copies and compares in one reading, and looks through the database. */
async function stage(
  archive: string,
  staged: string,
  { manifest, sums, migrations }: { manifest: Manifest; sums: Sums; migrations: string },
): Promise<void> {
  mkdirSync(staged, { recursive: true, mode: 0o700 });
  await keepPrivate(staged);
  requireRoom(staged, manifest.database.bytes + manifest.originals.bytes + manifest.media.bytes);
  await makeFolders(staged, sums.keys());
  const wrong: string[] = [];
  await forEach([...sums], async ([name, wanted]) => {
    const hash = await copyHashed(path.join(archive, name), path.join(staged, name)).catch((error) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (hash !== wanted) wrong.push(hash ? `${name} is damaged` : `${name} is missing`);
  });
  const database = path.join(staged, DATABASE);
  if (wrong.length === 0) wrong.push(...databaseProblems(database, manifest, migrations));
  if (wrong.length > 0) {
    const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more: run "verify")` : "";
    throw new ArchiveError(`the archive cannot be restored: ${wrong.sort()[0]}${more}. Nothing was changed`);
  }
  endSessions(database);
}

/** Who signed out, or was signed out, since the archive was made is not signed in again by it. */
function endSessions(database: string): void {
  const connection = new Database(database);
  try {
    const known = connection.prepare("select 1 from sqlite_master where type = 'table' and name = 'sessions'").get();
    if (known) connection.prepare("update sessions set ended_at = ? where ended_at is null").run(Date.now());
  } finally {
    connection.close();
  }
}

/**
 * Anything that has the database open would write into what is put aside: a worker that has not noticed the end of its
 * paper, a shell of SQLite's, Litestream. To take it out of its log it must be open to nobody else.
 */
function refuseWhileOpen(database: string): void {
  if (!existsSync(database)) return;
  let connection: Database.Database | undefined;
  try {
    connection = new Database(database, { timeout: 2000 });
    connection.pragma("journal_mode = delete");
  } catch (error) {
    // One that is damaged is put aside as it is.
    if (!String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY")) return;
    throw new ArchiveError(
      `another program has ${database} open, such as Litestream or a shell of SQLite: end it first`,
    );
  } finally {
    connection?.close();
  }
}

function refuseOtherDisks(folder: string): void {
  const disk = statSync(folder).dev;
  for (const part of FILE_FOLDERS) {
    const place = path.join(folder, part);
    if (existsSync(place) && statSync(place).dev !== disk)
      throw new ArchiveError(
        `${place} lies on a disk of its own: restore with --to into another folder, and move that`,
      );
  }
}

function asideName(): string {
  return `before-restore-${new Date().toISOString().slice(0, 23).replaceAll(/[:.]/g, "-")}Z`;
}

/** Whether a restore was begun in a folder and not finished. */
function isUnfinished(folder: string): boolean {
  return existsSync(path.join(folder, STAGED)) || isDecided(folder);
}

function isDecided(folder: string): boolean {
  return [READY, EMPTIED].some((name) => existsSync(path.join(folder, name)));
}

/** Goes on with a restore that was decided, wherever it was cut off, and removes one that was not. The caller has the folder alone. */
async function finishRestoring(folder: string): Promise<void> {
  const place = (name: string) => path.join(folder, name);
  rmSync(place(STAGED), { recursive: true, force: true });
  if (existsSync(place(READY))) {
    const { aside } = JSON.parse(readFileSync(path.join(place(READY), PLAN), "utf8"));
    for (const name of REPLACED.filter((each) => existsSync(place(each)))) {
      mkdirSync(place(aside), { recursive: true, mode: 0o700 });
      renameSync(place(name), path.join(place(aside), name));
    }
    await syncOne(folder);
    renameSync(place(READY), place(EMPTIED));
  }
  if (existsSync(place(EMPTIED))) {
    rmSync(path.join(place(EMPTIED), PLAN), { force: true });
    for (const name of readdirSync(place(EMPTIED))) renameSync(path.join(place(EMPTIED), name), place(name));
    await syncOne(folder);
    rmSync(place(EMPTIED), { recursive: true, force: true });
  }
}

/**
 * Says that this process uses a data folder, until it ends. A restore that was cut off there is finished first.
 * @throws an Error of one line while one is going on
 */
export async function enterFolder(folder: string): Promise<LetGo> {
  for (;;) {
    if (isUnfinished(folder)) {
      const letGo = haveFolderAlone(folder);
      if (!letGo) throw new Error(`${folder} is being restored: wait for that`);
      try {
        const outcome = isDecided(folder) ? "finished" : "undone: nothing was changed";
        await finishRestoring(folder);
        console.log(`A restore that had been cut off was ${outcome}.`);
      } finally {
        letGo();
      }
    }
    const letGo = shareFolder(folder);
    if (!letGo) throw new Error(`${folder} is being restored: wait for that`);
    if (!isUnfinished(folder)) {
      markEntered(folder, new Date());
      return letGo;
    }
    letGo();
  }
}
