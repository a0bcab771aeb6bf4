import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** How often something was done lately that may not be done without end: domain/limits/limit.ts. */
export const limits = sqliteTable(
  "limits",
  {
    /** A keyed hash of what is limited and whose it is, so that the table names nobody. */
    key: text().primaryKey(),
    count: integer().notNull(),
    /** From when it is counted anew. */
    endsAt: instant().notNull(),
  },
  // What may be forgotten.
  (table) => [index("limits_ends").on(table.endsAt)],
);
