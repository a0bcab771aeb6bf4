import { existsSync, statSync } from "node:fs";
import { ArchiveError } from "./archive";

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
