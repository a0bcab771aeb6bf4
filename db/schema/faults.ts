import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** What failed lately: one row for all that failed alike. Of whom it concerned nothing is said. */
export const faults = sqliteTable(
  "faults",
  {
    /** A hash of where it was and what it was. */
    id: text().primaryKey(),
    /** Which of the paper's processes, and where in it: the pattern of an address, a kind of job. */
    process: text().notNull(),
    place: text().notNull(),
    what: text().notNull(),
    /** By which the log has the last of them: the id of its request, and the number that Next gave it. */
    request: text().notNull(),
    digest: text().notNull(),
    count: integer().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
  },
  // The newest first, and the oldest out.
  (table) => [index("faults_newest").on(table.lastAt)],
);
