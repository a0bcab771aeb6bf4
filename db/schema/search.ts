import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { articles } from "./articles";
import { instant } from "./columns";
import { assets } from "./media";

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

/**
 * What the library is searched, narrowed and sorted by, one row for each asset; the words are in `asset_index`, another
 * table of FTS5's (db/asset-search.ts).
 */
export const assetEntries = sqliteTable(
  "asset_entries",
  {
    /** Its row in the index; grows with the upload. */
    id: integer().primaryKey(),
    assetId: text()
      .notNull()
      .unique()
      .references(() => assets.id),
    version: integer().notNull(),
    /** The file's name as names are put in order. */
    name: text().notNull(),
    takenAt: text(),
    validFrom: instant(),
    validUntil: instant(),
  },
  // What is to be made anew; the library by name; by the day a picture was taken; by its rights.
  (table) => [
    index("asset_entries_version").on(table.version),
    index("asset_entries_name").on(table.name, table.id),
    index("asset_entries_taken").on(table.takenAt),
    index("asset_entries_valid_from").on(table.validFrom),
    index("asset_entries_valid_until").on(table.validUntil),
  ],
);
