import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { link, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { databaseFile } from "@/db/client";
import type { LetGo } from "@/db/lock";
import { archiveName, archiveTime } from "@/domain/backups/backup";
import { backUpAlone, keepFiles, shareFolder } from "@/domain/backups/locks";
import { type Keep, outlived } from "@/domain/backups/retention";
import { formatBytes } from "@/lib/bytes";
import { MINUTE } from "@/lib/clock";
import packageJson from "@/package.json" with { type: "json" };
import {
  ArchiveError,
  archivesIn,
  DATABASE,
  FILE_FOLDERS,
  FORMAT,
  isNamedBy,
  type Manifest,
  paperOf,
  readManifest,
  readSums,
  SECRET,
  type Sums,
  told,
} from "./archive";
import { copyDatabase, databaseBytes, type Inspected, inspectDatabase, namedFiles } from "./database";
import {
  contentFiles,
  copyHashed,
  type Found,
  forEach,
  hashFile,
  keepPrivate,
  makeFolders,
  settle,
  syncOne,
} from "./files";
import { requireOwner } from "./owner";

export type Order = {
  dataDir: string;
  /** The folder that holds the archives. */
  into: string;
  kind: Manifest["kind"];
  /** Whether every file is copied anew, also those that the archive before has. */
  full?: boolean;
  at?: Date;
};

export type Made = { archive: string; manifest: Manifest; written: number; files: number; warnings: string[] };

/**
 * Makes an archive of all that must be kept, while the paper goes on: the database first, then the files, which are
 * there before any row names them. Files that the newest archive beside it has are not copied again: both name the same file.
 * Nothing is called an archive before it is whole and on the disk.
 * @throws ArchiveError
 */
export async function makeArchive(order: Order): Promise<Made> {
  const { dataDir } = order;
  if (!existsSync(databaseFile(dataDir))) throw new ArchiveError(`there is no database in ${dataDir}: set DATA_DIR`);
  requireOwner(dataDir);
  mkdirSync(order.into, { recursive: true, mode: 0o700 });
  const into = realpathSync(order.into);
  for (const part of FILE_FOLDERS) {
    if (isWithin(into, path.join(realpathSync(dataDir), part)))
      throw new ArchiveError(`${into} lies within ${part}: name a folder elsewhere`);
  }
  const held: LetGo[] = [];
  try {
    held.push(shareFolder(dataDir) ?? refuse(`${dataDir} is being restored: wait for that`));
    held.push(await inTurn(() => backUpAlone(dataDir), "another backup is being made"));
    // The sweep takes what no row names any more, which may be named in the copy of the database.
    held.push(await inTurn(() => keepFiles(dataDir), "files are being swept away"));
    return await make({ ...order, into });
  } finally {
    for (const letGo of held.reverse()) letGo();
  }
}

function refuse(why: string): never {
  throw new ArchiveError(why);
}

/** How long others are waited for, and how long between two looks, in milliseconds. */
const PATIENCE = 10 * MINUTE;
const LOOK_EVERY = 250;

async function inTurn(take: () => LetGo | null, why: string): Promise<LetGo> {
  const until = performance.now() + PATIENCE;
  for (let looks = 0; performance.now() < until; looks++) {
    const letGo = take();
    if (letGo) return letGo;
    if (looks === 0) console.log(`Waiting, since ${why} …`);
    await pause(LOOK_EVERY);
  }
  return refuse(`${why}: try again later`);
}

async function make({ dataDir, into, kind, full = false, at = new Date() }: Order): Promise<Made> {
  const secretFile = path.join(dataDir, SECRET);
  const secret = existsSync(secretFile) ? readFileSync(secretFile, "utf8").trim() : "";
  const paper = paperOf(secret);
  const before = full ? null : newestOf(into, paper);
  const listed = await contentFiles(dataDir);
  const fresh = listed.filter(({ name }) => !before?.sums.has(name));
  requireRoom(into, databaseBytes(databaseFile(dataDir)) + fresh.reduce((sum, { bytes }) => sum + bytes, 0));

  // By the folder that it is of: two papers may have their archives in one place. One that was cut off is gone on with.
  const partial = path.join(into, `.unfinished-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`);
  try {
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    await keepPrivate(partial);
    for (const [name] of told({} as Manifest, new Map())) rmSync(path.join(partial, name), { force: true });
    const copy = path.join(partial, DATABASE);
    await copyDatabase(databaseFile(dataDir), copy);
    await keepPrivate(copy);
    const inspected = inspectDatabase(copy);
    if (inspected.damage.length > 0) {
      throw new ArchiveError(
        `the database is damaged (${inspected.damage[0]}). No archive was made, and those there are were left as they are: run "doctor"`,
      );
    }
    const sums: Sums = new Map([[DATABASE, await hashFile(copy)]]);
    if (secret) sums.set(SECRET, await copyHashed(secretFile, path.join(partial, SECRET)));
    // What came in meanwhile has rows of its own in the copy, if it came in before that.
    const files = await contentFiles(dataDir);
    await dropOthers(partial, files);
    await makeFolders(
      partial,
      files.map(({ name }) => name),
    );
    const { written, damaged } = await takeFiles(files, { dataDir, partial, before, sums });
    const missing = missingFrom(sums, copy);
    const manifest = {
      archive: "masthead" as const,
      format: FORMAT,
      at,
      kind,
      paper,
      versions: { masthead: packageJson.version, node: process.versions.node, sqlite: inspected.sqlite },
      schema: inspected.schema,
      database: { bytes: databaseBytes(copy), rows: inspected.rows, violations: countOf(inspected.violations) },
      originals: sizeOf(files, "originals/"),
      media: sizeOf(files, "media/"),
      missing,
      damaged,
    };
    for (const [name, text] of told(manifest, sums)) await writeFile(path.join(partial, name), text, { mode: 0o600 });
    await settle(partial);
    const archive = freeName(into, at);
    renameSync(partial, archive);
    await syncOne(into);
    const done = readManifest(archive);
    return {
      archive,
      manifest: done,
      files: sums.size,
      written: written + done.database.bytes,
      warnings: warningsOf(done, inspected),
    };
  } catch (error) {
    // What is there of it would only take room, of which there may be too little.
    rmSync(partial, { recursive: true, force: true });
    throw inWords(error, into);
  }
}

/** An archive to take unchanged files from. */
type Before = { folder: string; sums: Sums };

function newestOf(into: string, paper: string): Before | null {
  for (const name of archivesIn(into)) {
    const folder = path.join(into, name);
    try {
      const manifest = readManifest(folder);
      if (manifest.paper === paper) return { folder, sums: readSums(folder, manifest) };
    } catch {
      // One that is damaged is not built upon.
    }
  }
  return null;
}

async function takeFiles(
  files: readonly Found[],
  { dataDir, partial, before, sums }: { dataDir: string; partial: string; before: Before | null; sums: Sums },
): Promise<{ written: number; damaged: string[] }> {
  let written = 0;
  const damaged: string[] = [];
  await forEach(files, async ({ name, bytes }) => {
    const target = path.join(partial, name);
    const known = before?.sums.get(name);
    if (before && known && isNamedBy(name, known)) {
      await rm(target, { force: true });
      if (await isLinked(path.join(before.folder, name), target, bytes)) return void sums.set(name, known);
    }
    // One that a backup which was cut off has copied already.
    const there = await hashFile(target).catch(() => null);
    if (there && isNamedBy(name, there)) return void sums.set(name, there);
    try {
      const hash = await copyHashed(path.join(dataDir, name), target);
      sums.set(name, hash);
      written += bytes;
      if (!isNamedBy(name, hash)) damaged.push(name);
    } catch (error) {
      // It was taken away meanwhile, which only somebody's own hand does: the check of what is missing tells.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  });
  return { written, damaged: damaged.sort() };
}

async function isLinked(from: string, to: string, bytes: number): Promise<boolean> {
  try {
    if ((await stat(from)).size !== bytes) return false;
    await link(from, to);
    return true;
  } catch {
    // Not every file system knows links, and a file has only so many names.
    return false;
  }
}

/** Of a backup that was cut off some files may have gone meanwhile. */
async function dropOthers(partial: string, files: readonly Found[]): Promise<void> {
  const wanted = new Set(files.map(({ name }) => name));
  const others = (await contentFiles(partial)).filter(({ name }) => !wanted.has(name));
  await forEach(others, ({ name }) => rm(path.join(partial, name), { force: true }));
}

function missingFrom(sums: Sums, copy: string): string[] {
  const connection = new Database(copy, { readonly: true });
  try {
    return [...namedFiles(connection)].filter((name) => !sums.has(name)).sort();
  } catch {
    // A database from before this version has other tables: "verify" tells, once it is brought up to date.
    return [];
  } finally {
    connection.close();
  }
}

function warningsOf({ missing, damaged }: Manifest, { violations }: Inspected): string[] {
  const some = (names: string[]) => `${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}`;
  return [
    ...(missing.length > 0 ? [`${missing.length} files that the database names are not there: ${some(missing)}`] : []),
    ...(damaged.length > 0 ? [`${damaged.length} files are damaged: ${some(damaged)}`] : []),
    ...Object.entries(violations).map(([table, count]) => `${count} rows of ${table} name others that are not there`),
  ];
}

function countOf(violations: Record<string, number>): number {
  return Object.values(violations).reduce((sum, count) => sum + count, 0);
}

function sizeOf(files: readonly Found[], begins: string): { count: number; bytes: number } {
  const own = files.filter(({ name }) => name.startsWith(begins));
  return { count: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function freeName(into: string, at: Date): string {
  const name = path.join(into, archiveName(at));
  let free = name;
  for (let next = 2; existsSync(free); next++) free = `${name}-${next}`;
  return free;
}

/** How much of a disk is left to others, in bytes. */
const ROOM_LEFT = 32 * 1024 * 1024;

/** @throws ArchiveError if so many bytes do not fit in */
export function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes + ROOM_LEFT) return;
  throw new ArchiveError(
    `there is too little room in ${folder}: ${formatBytes(bytes + ROOM_LEFT)} are needed, and ${formatBytes(bavail * bsize)} are free`,
  );
}

const WORDS: Record<string, string> = {
  ENOSPC: "there is no room left",
  EDQUOT: "this user may not use more room",
  SQLITE_FULL: "there is no room left",
  EROFS: "nothing can be written there",
  EACCES: "this user may not write there",
};

function inWords(error: unknown, into: string): unknown {
  const words = WORDS[String((error as { code?: unknown } | null)?.code)];
  return words ? new ArchiveError(`${into}: ${words}. Nothing was left behind`) : error;
}

function isWithin(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder);
  return way === "" || !(way.startsWith("..") || path.isAbsolute(way));
}

/**
 * Removes the scheduled archives of a paper that have outlived their use. What somebody made by hand is theirs to remove.
 * @returns the names of those removed
 */
export function removeOutlived(into: string, paper: string, keep: Keep, timeZone: string): string[] {
  const scheduled = archivesIn(into).flatMap((name) => {
    const at = archiveTime(name);
    return at && isScheduledOf(path.join(into, name), paper) ? [{ name, at }] : [];
  });
  const gone = outlived(scheduled, keep, timeZone).map(({ name }) => name);
  for (const name of gone) {
    // Under another name first: one that is half removed is no archive.
    const removed = path.join(into, `.removed-${name}`);
    renameSync(path.join(into, name), removed);
    rmSync(removed, { recursive: true, force: true });
  }
  for (const left of readdirSync(into)) {
    if (left.startsWith(".removed-masthead-")) rmSync(path.join(into, left), { recursive: true, force: true });
  }
  return gone;
}

function isScheduledOf(archive: string, paper: string): boolean {
  try {
    const manifest = readManifest(archive);
    return manifest.kind === "scheduled" && manifest.paper === paper;
  } catch {
    return false;
  }
}
