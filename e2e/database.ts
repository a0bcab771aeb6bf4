import path from "node:path";
import Database from "better-sqlite3";
import { EDITION } from "./servers";

/** Does something to a paper's database, as time or a machine would have done it. */
export function inDatabase<T>(work: (database: Database.Database) => T, folder = EDITION.env.DATA_DIR ?? ""): T {
  const database = new Database(path.join(folder, "masthead.db"));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Lets the time of all that is planned for a story come. @param minutes how long ago it came */
export function letPlansBeDue(articleId: string, { minutes = 0, folder }: { minutes?: number; folder?: string } = {}) {
  const at = Date.now() - minutes * 60_000;
  const { changes } = inDatabase(
    (database) =>
      database.prepare("update schedules set at = ? where article_id = ? and ended_at is null").run(at, articleId),
    folder,
  );
  if (changes === 0) throw new Error("Nothing is planned for this story");
}
