import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { articles } from "./articles";
import { instant } from "./columns";
import { staff } from "./people";
import { sections } from "./taxonomy";

// What could be worked out of other tables by reading all of them, kept so that nobody has to. Triggers keep it, which
// the migration makes by hand: no verb writes here, and whoever writes a publication or a draft has kept it too.

/**
 * The stories of each list that readers turn the pages of, in its order: a list's page is one walk along the key. A list
 * is named as listOf of domain/articles/lists.ts does.
 */
export const listings = sqliteTable(
  "listings",
  {
    list: text().notNull(),
    firstPublishedAt: instant().notNull(),
    publicationId: text().notNull(),
    /** Where the story stands. */
    sectionId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.list, table.firstPublishedAt, table.publicationId] })],
);

/** How many stories each list has, a section and a day of UTC among them, and when any of those in it changed last. */
export const listSizes = sqliteTable("list_sizes", {
  list: text().primaryKey(),
  stories: integer().notNull(),
  changedAt: instant(),
});

/** What the newsroom's list is narrowed and put in order by, one row for each article. */
export const deskEntries = sqliteTable(
  "desk_entries",
  {
    /** Its row in `desk_index`, a table of FTS5's with its headline (db/desk-search.ts). */
    id: integer().primaryKey(),
    articleId: text()
      .notNull()
      .unique()
      .references(() => articles.id),
    ownerId: text()
      .notNull()
      .references(() => staff.id),
    sectionId: text().references(() => sections.id),
    /** Of its plan. */
    stage: text(),
    /** What readers have of it, as ReadersState of domain/articles/stage.ts names it. */
    readers: text().notNull(),
    savedAt: instant().notNull(),
    headline: text().notNull(),
  },
  // All of them, those of one person, of one section, in one stage, and before readers or not: those saved last first.
  (table) => [
    index("desk_entries_saved").on(table.savedAt, table.articleId),
    index("desk_entries_owner").on(table.ownerId, table.savedAt, table.articleId),
    index("desk_entries_section").on(table.sectionId, table.savedAt, table.articleId),
    index("desk_entries_stage").on(table.stage, table.savedAt, table.articleId),
    index("desk_entries_readers").on(table.readers, table.savedAt, table.articleId),
  ],
);
