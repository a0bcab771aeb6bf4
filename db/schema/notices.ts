import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { articles } from "./articles";
import { id, instant } from "./columns";
import { events } from "./events";
import { staff } from "./people";

/** That somebody is told of something that happened. It is written with the event. */
export const notices = sqliteTable(
  "notices",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    eventNumber: integer()
      .notNull()
      .references(() => events.number),
    /** One of domain/notices/notice.ts: what the event is to them. */
    kind: text().notNull(),
    /** Null where it is about the paper as a whole. */
    articleId: text().references(() => articles.id),
    readAt: instant(),
  },
  (table) => [
    // One person's, newest first; nobody is told twice of the same.
    uniqueIndex("notices_staff").on(table.staffId, table.eventNumber),
    // How many somebody has not read.
    index("notices_unread").on(table.staffId, table.readAt),
  ],
);
