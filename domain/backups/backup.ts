import { z } from "zod";

/** What became of a backup, as DATA_DIR/backups/last.json keeps it: also when the database cannot be read. */
export const BackupReport = z.object({
  /** When it began. */
  at: z.coerce.date(),
  /** How long it took, in milliseconds. */
  took: z.number(),
  kind: z.enum(["scheduled", "manual"]),
  /** The archive that was made; where it failed, the folder that it was to come into. */
  place: z.string(),
  /** How many files it holds and how many bytes, and how many bytes had to be written for it. */
  files: z.number(),
  bytes: z.number(),
  written: z.number(),
  /** What it could not do, such as files that the database names and that are not there. */
  warnings: z.array(z.string()),
  /** Why there is none; empty where it was made. */
  failure: z.string(),
  /** The last one that was made: this one, or one before. */
  lastGood: z.object({ at: z.coerce.date(), place: z.string() }).nullable(),
});
export type BackupReport = z.infer<typeof BackupReport>;

/** What archives are called: by when they were begun, so that they sort by age. */
export const ARCHIVE_NAME = /^masthead-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z(?:-\d+)?$/;

/** What an archive that was begun at this instant is called. */
export function archiveName(at: Date): string {
  return `masthead-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}

/** When an archive was begun, by its name; null for what is none. */
export function archiveTime(name: string): Date | null {
  const found = ARCHIVE_NAME.exec(name);
  if (!found) return null;
  const at = new Date(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
