import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { articles } from "./articles";
import { instant } from "./columns";

/** How often an article was read in an hour. Nothing is kept of who read it. */
export const readings = sqliteTable(
  "readings",
  {
    articleId: text()
      .notNull()
      .references(() => articles.id),
    /** The hour's beginning. */
    hour: instant().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.hour] }),
    // The last hours, for the ranking; old ones, to sweep away.
    index("readings_hour").on(table.hour, table.articleId, table.count),
  ],
);

/** The articles read most, as last counted: position 0 is read most. */
export const rankings = sqliteTable("rankings", {
  position: integer().primaryKey(),
  articleId: text()
    .notNull()
    .references(() => articles.id),
  rankedAt: instant().notNull(),
});
