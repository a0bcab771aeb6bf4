import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { archiveTime } from "@/domain/backups/backup";

/*
 * An archive is a folder that could be a DATA_DIR: masthead.db, secret, originals/, media/. Besides it holds SHA256SUMS, as
 * `sha256sum --check` reads it, and manifest.json, which says what it is and is written last.
 */

export const DATABASE = "masthead.db";
export const SECRET = "secret";
/** The folders of files that are named by their content. */
export const FILE_FOLDERS = ["originals", "media"] as const;
const MANIFEST = "manifest.json";
const SUMS = "SHA256SUMS";

/** Which way of making archives this is. */
export const FORMAT = 1;

const Counted = z.object({ count: z.number(), bytes: z.number() });

export const Manifest = z.object({
  archive: z.literal("masthead"),
  format: z.number(),
  /** When it was begun: all that was acknowledged by then is in it. */
  at: z.coerce.date(),
  kind: z.enum(["scheduled", "manual"]),
  /** Whose it is: all archives of one paper have the same; empty for one without a secret. */
  paper: z.string(),
  versions: z.object({ masthead: z.string(), node: z.string(), sqlite: z.string() }),
  /** Up to which migration the database is. */
  schema: z.number(),
  database: z.object({
    bytes: z.number(),
    /** How many rows each table has. */
    rows: z.record(z.string(), z.number()),
    /** How many rows name others that are not there. There should be none. */
    violations: z.number(),
  }),
  originals: Counted,
  media: Counted,
  /** What the database names and was not there to be copied, and what is not what its name says. */
  missing: z.array(z.string()),
  damaged: z.array(z.string()),
  /** SHA-256 of SHA256SUMS. */
  sums: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

/** SHA-256 by path within the archive. */
export type Sums = Map<string, string>;

/** What is wrong with an archive, in one line for whoever asked for it. */
export class ArchiveError extends Error {
  override name = "ArchiveError";
}

/** @throws ArchiveError where the folder is no archive, is not whole, or comes from a newer version */
export function readManifest(archive: string): Manifest {
  if (!existsSync(archive)) throw new ArchiveError(`there is no ${archive}`);
  const file = path.join(archive, MANIFEST);
  if (!existsSync(file)) {
    const made = archivesIn(archive);
    const [newest] = made;
    throw new ArchiveError(
      newest
        ? `${archive} holds ${made.length} archives: name one of them, such as ${path.join(archive, newest)}`
        : `${archive} is no archive: it has no ${MANIFEST}, which each that was finished has`,
    );
  }
  const kept = parsed(file);
  const { format } = z.object({ format: z.number() }).catch({ format: 0 }).parse(kept);
  if (format > FORMAT) throw new ArchiveError(`${archive} was made by a newer version of Masthead: use that one`);
  const manifest = Manifest.safeParse(kept);
  if (!manifest.success) throw new ArchiveError(`${file} is damaged: use another archive`);
  return manifest.data;
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @throws ArchiveError where they are not those that were written */
export function readSums(archive: string, { sums: wanted }: Pick<Manifest, "sums">): Sums {
  const file = path.join(archive, SUMS);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (sha256(text) !== wanted) throw new ArchiveError(`${file} is damaged or missing: use another archive`);
  return new Map(
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}

/** Both files as they are written, the manifest last. */
export function told(manifest: Omit<Manifest, "sums">, sums: Sums): [name: string, text: string][] {
  const lines = [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, hash]) => `${hash}  ${name}\n`);
  const text = lines.join("");
  const whole: Manifest = { ...manifest, sums: sha256(text) };
  return [
    [SUMS, text],
    [MANIFEST, `${JSON.stringify(whole, null, 2)}\n`],
  ];
}

/** The names of the archives in a folder, the newest first. */
export function archivesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => archiveTime(name) && existsSync(path.join(folder, name, MANIFEST)))
    .sort()
    .reverse();
}

/** By what the archives of one paper are known, without telling its secret. */
export function paperOf(secret: string): string {
  return secret ? sha256(`masthead archive of ${secret}`).slice(0, 16) : "";
}

/** Whether a file named by its content is what its name says. */
export function isNamedBy(name: string, hash: string): boolean {
  const [claimed = ""] = path.basename(name).split(".");
  return hash.startsWith(claimed);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
