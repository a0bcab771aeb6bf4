import path from "node:path";
import { closeDatabase, db } from "@/db/client";
import { keepLastBackup } from "@/domain/backups/last";
import { keepOf } from "@/domain/backups/retention";
import { zoneOf } from "@/domain/settings/newsroom";
import { formatBytes } from "@/lib/bytes";
import { type Env, readEnv } from "@/lib/env";
import { ArchiveError, type Manifest } from "./archive";
import { type Made, makeArchive, removeOutlived } from "./back-up";
import { examine } from "./doctor";
import { isOnOneDisk } from "./files";
import { restoreArchive } from "./restore";
import { verifyArchive } from "./verify";

type Given = {
  /** The paths that were typed. */
  places: string[];
  options: Record<string, unknown>;
  migrations: string;
  /** Where a path in an option leads. */
  typed: (place: string) => string;
};

export type Command = {
  usage: string;
  does: string;
  /** What else its help says. */
  tells: string[];
  takes: { least: number; most: number };
  options: Record<string, { type: "boolean" | "string"; tells: string; value?: string }>;
  /** @returns the code to end with */
  run: (given: Given) => Promise<number>;
};

/** Everything that can be asked for, by name. */
export const commands: Record<string, Command> = {
  backup: {
    usage: "[FOLDER]",
    does: "Makes an archive of everything that must be kept, while the paper goes on",
    tells: [
      "The archive is a folder in FOLDER, or in BACKUP_DIR, or in DATA_DIR/backups. Files that the newest archive beside it has",
      "are not copied again. It holds the secret and what readers may not see: keep it as private as DATA_DIR.",
    ],
    takes: { least: 0, most: 1 },
    options: {
      full: { type: "boolean", tells: "copies every file anew, sharing none with the archives before" },
      scheduled: { type: "boolean", tells: "as the schedule does: removes what BACKUP_KEEP does not ask for" },
    },
    run: backUp,
  },
  verify: {
    usage: "ARCHIVE",
    does: "Rehearses restoring an archive, and changes nothing",
    tells: ["Every file is read and compared, the database counted, and a copy of it brought to this version."],
    takes: { least: 1, most: 1 },
    options: {},
    run: verify,
  },
  restore: {
    usage: "ARCHIVE [--to FOLDER]",
    does: "Puts what an archive holds in the place of what is in DATA_DIR",
    tells: [
      "The paper must have been ended. All is checked before anything is replaced, and what was there is kept aside.",
      "Everybody has to sign in again.",
    ],
    takes: { least: 1, most: 1 },
    options: {
      to: { type: "string", value: "FOLDER", tells: "restores into this empty folder, and leaves DATA_DIR as it is" },
    },
    run: restore,
  },
  doctor: {
    usage: "[--fix] [--deep]",
    does: "Looks whether all is well with the paper, and says how to mend what is not",
    tells: [
      "It may run while the paper does. It ends with 1 if there is a problem; what is only worth a look does not count.",
    ],
    takes: { least: 0, most: 0 },
    options: {
      fix: {
        type: "boolean",
        tells: "mends what can be mended safely: who may read the files, copies of pictures, search, failed work",
      },
      deep: { type: "boolean", tells: "reads every file, and compares it with its name" },
    },
    run: ({ options, migrations }) => examine({ migrations, fix: options.fix === true, deep: options.deep === true }),
  },
};

async function backUp({ places, options }: Given): Promise<number> {
  const env = readEnv();
  const into = places[0] ?? env.BACKUP_DIR ?? path.join(env.DATA_DIR, "backups");
  const kind = options.scheduled ? "scheduled" : "manual";
  const at = new Date();
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const made = await makeArchive({ dataDir: env.DATA_DIR, into, kind, full: options.full === true, at });
    const { manifest, files, written, warnings, archive } = made;
    const bytes = sizeOf(manifest);
    await keepLastBackup(env.DATA_DIR, {
      at,
      took: took(),
      kind,
      place: archive,
      files,
      bytes,
      written,
      warnings,
      failure: "",
    });
    tellOf(made, took());
    if (isOnOneDisk(archive, env.DATA_DIR))
      console.log("It lies on the same disk as the paper: take a copy elsewhere, or set BACKUP_DIR to another disk.");
    if (kind === "scheduled") await prune(env, path.dirname(archive), manifest);
    return 0;
  } catch (error) {
    const failure = (error as Error).message;
    const nothing = { files: 0, bytes: 0, written: 0, warnings: [] };
    // Where there is no paper, or no room to say so, the message is all.
    await keepLastBackup(env.DATA_DIR, { at, took: took(), kind, place: into, ...nothing, failure }).catch(() => {});
    throw error;
  }
}

function sizeOf({ database, originals, media }: Manifest): number {
  return database.bytes + originals.bytes + media.bytes;
}

function tellOf({ archive, manifest, written, files, warnings }: Made, took: number): void {
  console.log(`Backed up to ${archive}`);
  console.log(
    `${told(manifest)}; ${files} files, ${formatBytes(sizeOf(manifest))}, of which ${formatBytes(written)} had to be written, in ${seconds(took)}.`,
  );
  for (const warning of warnings) console.error(`Look at this: ${warning}. "doctor" tells how to mend it.`);
}

function told({ database: { rows }, originals }: Manifest): string {
  return `${rows.articles ?? 0} stories, ${originals.count} originals`;
}

function seconds(took: number): string {
  return `${(took / 1000).toFixed(1)} s`;
}

async function prune(env: Env, into: string, { paper }: Manifest): Promise<void> {
  const timeZone = await zoneOf(db()).catch(() => "UTC");
  closeDatabase();
  const gone = removeOutlived(into, paper, keepOf(env.BACKUP_KEEP), timeZone);
  if (gone.length > 0)
    console.log(`Removed what BACKUP_KEEP (${env.BACKUP_KEEP}) does not ask for: ${gone.join(", ")}`);
}

async function verify({ places: [archive = ""], migrations }: Given): Promise<number> {
  const began = performance.now();
  const { manifest, files, problems } = await verifyArchive(archive, migrations);
  if (problems.length > 0) {
    for (const problem of problems.slice(0, 20)) console.error(`  ${problem}`);
    if (problems.length > 20) console.error(`  and ${problems.length - 20} more`);
    throw new ArchiveError(
      `${archive} cannot be relied on: make another, and copy what it shares anew, with "backup --full"`,
    );
  }
  console.log(`${archive} is whole, and can be restored by this version.`);
  console.log(
    `Of ${manifest.at.toISOString()}: ${told(manifest)}; ${files} files, ${formatBytes(sizeOf(manifest))}, all read in ${seconds(performance.now() - began)}.`,
  );
  for (const name of manifest.missing) console.log(`It was missing when the archive was made: ${name}`);
  for (const name of manifest.damaged) console.log(`It was damaged when the archive was made: ${name}`);
  return 0;
}

async function restore({ places: [archive = ""], options, migrations, typed }: Given): Promise<number> {
  const began = performance.now();
  const to = typeof options.to === "string" ? typed(options.to) : null;
  const folder = to ?? readEnv().DATA_DIR;
  const { manifest, files, aside } = await restoreArchive(archive, { folder, isNew: to !== null, migrations });
  console.log(`Restored ${folder} to what it was at ${manifest.at.toISOString()}.`);
  console.log(
    `${told(manifest)}; ${files} files, ${formatBytes(sizeOf(manifest))}, in ${seconds(performance.now() - began)}.`,
  );
  if (aside) console.log(`What was there before is in ${aside}: remove it once you are sure.`);
  console.log(`${to ? `Set DATA_DIR to ${to}, then start` : "Start"} the paper; everybody signs in again.`);
  return 0;
}
