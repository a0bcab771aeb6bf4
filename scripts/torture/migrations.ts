import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { migrateDatabase } from "@/db/migrate";
import { withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { allMigrations, imageOf, makeOlder, migrationsUntil } from "./older";
import { chance } from "./random";

/** Where a start is killed: in its copy, or after a statement, counted from the one that begins. */
type Moment = { migration: number; when: "copy" | number };

/** How many moments the short form takes, besides the copy, the first and the last. */
const SAMPLE = 6;

/** A start that brings an older database up to date is killed at each statement; the next one finds the old or the new. */
export const migrations: Trial = {
  name: "migrations",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      const moments = momentsOf();
      const random = chance();
      const chosen = isShort ? sampleOf(moments, random.shuffled) : moments;
      const rows = await tried(folder, chosen);
      const of: Row = { what: "Moments tried", figure: `${chosen.length} of ${moments.length}` };
      return [...(isShort ? [{ what: "TORTURE_SEED", figure: String(random.seed) }] : []), of, ...rows];
    }),
};

/** Each statement of each migration, upon a database as the version before it left one, and each end of their transaction. */
function momentsOf(): Moment[] {
  return allMigrations().flatMap(({ statements }, migration) => {
    // The first makes the database: there is nothing to copy yet.
    const copy: Moment[] = migration > 0 ? [{ migration, when: "copy" }] : [];
    // One begins; one writes down that it was done; one ends it, which only the last migration comes to.
    const isLast = migration === allMigrations().length - 1;
    const most = statements + (isLast ? 3 : 2);
    return [...copy, ...Array.from({ length: most }, (_, at): Moment => ({ migration, when: at + 1 }))];
  });
}

function sampleOf(moments: Moment[], shuffled: <T>(all: readonly T[]) => T[]): Moment[] {
  const ends = [moments.find(({ when }) => when === "copy"), moments[0], moments.at(-2), moments.at(-1)];
  return [...new Set([...ends, ...shuffled(moments).slice(0, SAMPLE)])].filter((each) => each !== undefined);
}

async function tried(folder: string, moments: Moment[]): Promise<Row[]> {
  const found = {
    between: 0,
    unsound: 0,
    notKilled: 0,
    stuck: 0,
    copies: 0,
    badCopies: 0,
    left: 0,
    ends: { old: 0, new: 0 },
  };
  for (const migration of new Set(moments.map((each) => each.migration))) {
    const place = path.join(folder, String(migration));
    mkdirSync(place);
    const until = migrationsUntil(migration, path.join(place, "before"));
    const older = path.join(place, "older.db");
    if (migration > 0) await makeOlder(older, until);
    const before = migration > 0 ? imageOf(older).image : "nothing";
    // As it is where nothing ends the start.
    const whole = path.join(place, "whole", "masthead.db");
    mkdirSync(path.dirname(whole));
    if (migration > 0) copyFileSync(older, whole);
    await migrateDatabase(whole, path.resolve("drizzle"));
    const after = imageOf(whole);
    if (after.wrong.length > 0) console.log(`${migration}: ${after.wrong.slice(0, 5).join(", ")}`);
    for (const each of moments) if (each.migration === migration) await tryOne(each.when);
    rmSync(place, { recursive: true });

    async function tryOne(when: Moment["when"]): Promise<void> {
      const own = path.join(place, String(when));
      mkdirSync(own);
      const file = path.join(own, "masthead.db");
      if (migration > 0) copyFileSync(older, file);
      if (!(await isKilled(file, when))) found.notKilled++;
      const { image, wrong } = existsSync(file) ? stateOf(file) : { image: "nothing", wrong: [] };
      if (wrong.length > 0) found.unsound++;
      if (image === before) found.ends.old++;
      else if (image === after.image) found.ends.new++;
      else {
        found.between++;
        console.log(`Migration ${migration}, killed at ${when}: neither the old nor the new`);
      }
      for (const copy of copiesIn(own)) {
        found.copies++;
        if (imageOf(copy).image !== before || imageOf(copy).wrong.length > 0) found.badCopies++;
      }
      const went = await migrateDatabase(file, path.resolve("drizzle")).catch((error: Error) => error.message);
      if (typeof went === "string" || imageOf(file).image !== after.image) found.stuck++;
      const backups = path.join(own, "backups");
      if (existsSync(backups))
        found.left += readdirSync(backups).filter((name) => !/Z\.db(?:-wal|-shm)?$/.test(name)).length;
      // Whoever puts the copy back gets the same in the end.
      const [copy] = copiesIn(own);
      if (copy && migration > 0) {
        const restored = path.join(own, "restored.db");
        copyFileSync(copy, restored);
        await migrateDatabase(restored, path.resolve("drizzle"));
        if (imageOf(restored).image !== after.image) found.badCopies++;
      }
      rmSync(own, { recursive: true });
    }
  }
  return [
    { what: "Found after, the old one and the new one", figure: `${found.ends.old} and ${found.ends.new}` },
    none("Found after, neither the old nor the new", found.between),
    none("Databases that the checks of SQLite find wrong", found.unsound),
    none("Starts that did not go on from there to the new one", found.stuck),
    { what: "Copies from before", figure: String(found.copies) },
    none("Copies that are not the database from before, or do not restore", found.badCopies),
    none("Halves of copies that the next start left", found.left),
    none("Starts that were not killed where they should be", found.notKilled),
  ];
}

/** What a start left; one that made nothing but the list of what it did, which is empty, has made nothing. */
function stateOf(file: string): ReturnType<typeof imageOf> {
  const database = new Database(file);
  const tables = database
    .prepare("select count(*) from sqlite_master where tbl_name <> '__drizzle_migrations'")
    .pluck()
    .get();
  database.close();
  return tables === 0 ? { image: "nothing", wrong: [] } : imageOf(file);
}

function copiesIn(folder: string): string[] {
  const backups = path.join(folder, "backups");
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => name.startsWith("before-migration-") && name.endsWith(".db"))
    .map((name) => path.join(backups, name));
}

function isKilled(file: string, when: Moment["when"]): Promise<boolean> {
  const program = ["--import", "tsx", "scripts/torture/migrate-killed.ts", file, path.resolve("drizzle"), String(when)];
  const child = spawn(process.execPath, program, { stdio: "inherit" });
  return new Promise((resolve) => child.once("close", (_, signal) => resolve(signal === "SIGKILL")));
}
