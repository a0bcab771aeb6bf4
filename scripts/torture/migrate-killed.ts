import Database from "better-sqlite3";
import { migrateDatabase } from "@/db/migrate";

// Brings a database up to date and is killed on the way: in the midst of the copy, or after so many statements of the
// migrations, the one that begins their transaction being the first and the one that ends it the last.

const [file = "", migrations = "", when = ""] = process.argv.slice(2);
const die = () => process.kill(process.pid, "SIGKILL");
let left = when === "copy" ? Number.POSITIVE_INFINITY : Number(when);
let hasBegun = false;

const { prepare, backup } = Database.prototype;

Database.prototype.prepare = function (this: Database.Database, source: string) {
  const statement = prepare.call(this, source);
  const run = statement.run.bind(statement) as (...given: unknown[]) => Database.RunResult;
  statement.run = (...given: unknown[]) => {
    const ran = run(...given);
    hasBegun ||= /^\s*begin/i.test(source);
    if (hasBegun && --left <= 0) die();
    return ran;
  };
  return statement;
} as typeof prepare;

if (when === "copy") {
  Database.prototype.backup = function (this: Database.Database, to: string) {
    let steps = 0;
    const progress = () => {
      // Some pages are there already, and not all.
      if (steps++ > 0) die();
      return 40;
    };
    return backup.call(this, to, { progress });
  } as typeof backup;
}

await migrateDatabase(file, migrations);
