import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, json } from "./columns";
import { staff } from "./people";

/** One row for each thing that happened. The number grows in the order of commits. */
export const events = sqliteTable(
  "events",
  {
    number: integer().primaryKey({ autoIncrement: true }),
    verb: text().notNull(),
    /** Null when the product itself acted: set-up, a due job. */
    actorId: text().references(() => staff.id),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    at: instant().notNull(),
    data: json<Record<string, unknown>>().notNull(),
  },
  (table) => [
    // The trail of one subject.
    index("events_subject").on(table.subjectKind, table.subjectId, table.number),
    // What happened of one kind.
    index("events_verb").on(table.verb, table.number),
    // What one person did.
    index("events_actor").on(table.actorId, table.number),
  ],
);
