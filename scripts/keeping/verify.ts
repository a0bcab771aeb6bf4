import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { open } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { ArchiveError, DATABASE, type Manifest, readManifest, readSums, SECRET, type Sums } from "./archive";
import { requireRoom } from "./back-up";
import { damageIn, inspectDatabase, namedFiles, schemaOfCode, violationsIn } from "./database";
import { forEach, hashFile } from "./files";

export type Verified = { manifest: Manifest; files: number; problems: string[] };

/**
 * Rehearses restoring an archive, and changes nothing: every file is read and compared, the database looked through and
 * counted, and a copy of it in a temporary folder brought to this version.
 * @throws ArchiveError where it cannot even be begun
 */
export async function verifyArchive(archive: string, migrations: string): Promise<Verified> {
  const manifest = readManifest(archive);
  const sums = readSums(archive, manifest);
  const problems: string[] = [];
  await forEach([...sums], async ([name, wanted]) => {
    const found = await hashFile(path.join(archive, name)).catch(() => null);
    if (found !== wanted) problems.push(found ? `${name} is damaged` : `${name} is missing`);
  });
  problems.push(...problemsOfSums(sums, manifest));
  const database = path.join(archive, DATABASE);
  if (existsSync(database)) problems.push(...databaseProblems(database, manifest, migrations));
  if (problems.length === 0) problems.push(...(await rehearse(database, { manifest, sums, migrations })));
  return { manifest, files: sums.size, problems: problems.sort() };
}

/** What must be in every archive, and how many files of each kind this one says it has. */
export function problemsOfSums(sums: Sums, { originals, media, paper }: Manifest): string[] {
  const count = (part: string) => [...sums.keys()].filter((name) => name.startsWith(`${part}/`)).length;
  return [
    ...(sums.has(DATABASE) ? [] : ["it has no database"]),
    ...(!paper || sums.has(SECRET) ? [] : ["it has no secret"]),
    ...(count("originals") === originals.count
      ? []
      : [`${originals.count} originals were told, ${count("originals")} are there`]),
    ...(count("media") === media.count ? [] : [`${media.count} renditions were told, ${count("media")} are there`]),
  ];
}

/** What is wrong with the database of an archive, compared with what its manifest says. */
export function databaseProblems(database: string, { database: told, schema }: Manifest, migrations: string): string[] {
  if (schema > schemaOfCode(migrations))
    return ["its database was written by a newer version of Masthead: use that one"];
  try {
    const found = inspectDatabase(database);
    if (found.damage.length > 0) return [`the database is damaged: ${found.damage[0]}`];
    const violations = Object.values(found.violations).reduce((sum, count) => sum + count, 0);
    const tables = [...new Set([...Object.keys(told.rows), ...Object.keys(found.rows)])];
    return [
      ...(violations === told.violations
        ? []
        : [`${violations} rows name others that are not there; ${told.violations} were told`]),
      ...(found.schema === schema ? [] : ["the database is of another version than was told"]),
      ...tables
        .filter((table) => found.rows[table] !== told.rows[table])
        .map((table) => `${table} has ${found.rows[table] ?? 0} rows; ${told.rows[table] ?? 0} were told`),
    ];
  } catch (error) {
    return [`the database cannot be opened: ${(error as Error).message}`];
  }
}

/** Brings a copy of the database to this version and looks whether all is there that it names. */
async function rehearse(
  database: string,
  { manifest, sums, migrations }: { manifest: Manifest; sums: Sums; migrations: string },
): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-verify-"));
  try {
    // Migrating puts a copy aside.
    requireRoom(folder, 3 * statSync(database).size);
    const copy = path.join(folder, DATABASE);
    copyFileSync(database, copy);
    await migrateDatabase(copy, migrations);
    const connection = open(copy, true);
    try {
      const told = new Set(manifest.missing);
      const lacking = [...namedFiles(connection)].filter((name) => !sums.has(name) && !told.has(name));
      const violations = Object.values(violationsIn(connection)).reduce((sum, count) => sum + count, 0);
      return [
        ...damageIn(connection).map((line) => `brought to this version, the database is damaged: ${line}`),
        ...(violations > manifest.database.violations
          ? ["brought to this version, rows name others that are not there"]
          : []),
        // An archive of an older version could not tell which are missing.
        ...(manifest.schema === schemaOfCode(migrations)
          ? lacking.map((name) => `${name} is named by the database and is not in it`)
          : []),
      ];
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    return [`the database cannot be brought to this version: ${(error as Error).message}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
