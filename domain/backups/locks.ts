import { statSync, utimesSync } from "node:fs";
import path from "node:path";
import { holdAlone, holdShared, type LetGo } from "@/db/lock";

// Locks in a data folder. The system lets go of them when their process dies.

/** Held by all that use a data folder, and alone by what replaces what is in it. */
const IN_USE = "in-use.lock";
/** Held alone by who makes a backup. */
const BACKING_UP = "backing-up.lock";
/** Held by who copies files away, and alone by who removes some. */
const FILES = "files.lock";

/** @returns null while somebody replaces what is in the folder */
export function shareFolder(dataDir: string): LetGo | null {
  return holdShared(fileIn(dataDir, IN_USE));
}

/** @returns null while anybody uses the folder */
export function haveFolderAlone(dataDir: string): LetGo | null {
  return holdAlone(fileIn(dataDir, IN_USE));
}

/** Says since when a paper runs in the folder. */
export function markEntered(dataDir: string, at: Date): void {
  utimesSync(fileIn(dataDir, IN_USE), at, at);
}

/** Since when the paper that ran last in the folder did so. */
export function enteredAt(dataDir: string): Date {
  return statSync(fileIn(dataDir, IN_USE)).mtime;
}

/** @returns null while another backup is being made */
export function backUpAlone(dataDir: string): LetGo | null {
  return holdAlone(fileIn(dataDir, BACKING_UP));
}

/** Keeps every file where it is. @returns null while files are being removed */
export function keepFiles(dataDir: string): LetGo | null {
  return holdShared(fileIn(dataDir, FILES));
}

/** @returns null while files are being copied away */
export function removeFilesAlone(dataDir: string): LetGo | null {
  return holdAlone(fileIn(dataDir, FILES));
}

function fileIn(dataDir: string, name: string): string {
  return path.join(/* turbopackIgnore: true */ dataDir, name);
}
