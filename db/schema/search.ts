import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { articles } from "./articles";

/**
 * What stands in the full-text index, one row for each article that readers see. The index itself (`search_index`) is a
 * table of FTS5's, which a migration makes by hand: only db/search.ts knows it.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    /** Its row in the index; grows with the first publication, so that the newest can be read first. */
    id: integer().primaryKey(),
    articleId: text()
      .notNull()
      .unique()
      .references(() => articles.id),
    /** Which way of taking texts apart it was made by; 0 where it is to be made anew. */
    version: integer().notNull(),
  },
  // What is to be made anew.
  (table) => [index("search_entries_version").on(table.version)],
);
