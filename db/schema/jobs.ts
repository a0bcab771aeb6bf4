import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, json } from "./columns";

/** Work to be done at a time. Claimed by a lease, so that it runs once however many processes are up. */
export const jobs = sqliteTable(
  "jobs",
  {
    /** Chosen by whoever plans it: planning the same work twice is planning it once. */
    id: text().primaryKey(),
    kind: text().notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    runAt: instant().notNull(),
    attempts: integer().notNull(),
    claimedUntil: instant(),
    lastError: text(),
    doneAt: instant(),
  },
  // What is due.
  (table) => [index("jobs_due").on(table.doneAt, table.runAt)],
);
