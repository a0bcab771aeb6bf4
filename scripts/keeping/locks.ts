import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { holdAlone, holdShared, type LetGo } from "@/db/lock";
import { ArchiveError } from "./archive";

/** Held by all that use a data folder, and alone by what replaces what is in it. */
const IN_USE = "in-use.lock";
/** Held alone by who makes a backup; while it is, no file is swept away. */
const BACKING_UP = "backing-up.lock";

/** @returns null while somebody replaces what is in the folder */
export function shareFolder(dataDir: string): LetGo | null {
  return holdShared(path.join(dataDir, IN_USE));
}

/** @returns null while anybody uses the folder */
export function haveFolderAlone(dataDir: string): LetGo | null {
  return holdAlone(path.join(dataDir, IN_USE));
}

/** @returns null while another backup is being made */
export function backUpAlone(dataDir: string): LetGo | null {
  return holdAlone(path.join(dataDir, BACKING_UP));
}

/**
 * What root makes in the folder of another user that one cannot open later.
 * @throws ArchiveError if this process runs as another user than the paper
 */
export function requireOwner(dataDir: string): void {
  if (!process.getuid || !existsSync(dataDir)) return;
  const { uid } = statSync(dataDir);
  if (uid === process.getuid()) return;
  throw new ArchiveError(
    `${dataDir} belongs to another user (number ${uid}): run this as that one, with sudo -u '#${uid}'`,
  );
}
