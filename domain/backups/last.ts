import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { getEnv } from "@/lib/env";
import { BackupReport } from "./backup";

/** How backups stand. */
export type BackupState = {
  /** Whether any are scheduled, and when: BACKUP_AT, in the paper's zone. */
  scheduled: string | null;
  last: BackupReport | null;
};

/** How backups stand, for who looks after the paper. @throws Refusal "forbidden" */
export async function readBackups(actor: Actor): Promise<BackupState> {
  authorize(actor, "settings.manage");
  const { DATA_DIR, BACKUP_DIR, BACKUP_AT } = getEnv();
  return { scheduled: BACKUP_DIR ? BACKUP_AT : null, last: await readLastBackup(DATA_DIR) };
}

/** The last backup of a data folder, whether it was made or failed; null if there was none. */
export async function readLastBackup(dataDir: string): Promise<BackupReport | null> {
  const kept = await readFile(fileIn(dataDir), "utf8").catch(() => null);
  if (kept === null) return null;
  try {
    return BackupReport.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}

/** Remembers what became of a backup. */
export async function keepLastBackup(dataDir: string, report: Omit<BackupReport, "lastGood">): Promise<BackupReport> {
  const before = await readLastBackup(dataDir);
  const lastGood = report.failure ? (before?.lastGood ?? null) : { at: report.at, place: report.place };
  const kept = { ...report, lastGood };
  const file = fileIn(dataDir);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.tmp`, JSON.stringify(kept, null, 2), { mode: 0o600 });
  await rename(`${file}.tmp`, file);
  return kept;
}

function fileIn(dataDir: string): string {
  return path.join(/* turbopackIgnore: true */ dataDir, "backups", "last.json");
}
