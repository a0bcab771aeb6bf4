import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "./columns";
import { staff } from "./people";

/** A piece of text that the newsroom uses again and again; whoever writes puts a copy of it into a story. */
export const snippets = sqliteTable("snippets", {
  id: id(),
  name: text().notNull().unique(),
  /** As domain/snippets/snippet.ts describes it. */
  body: json<unknown>().notNull(),
  editedBy: text()
    .notNull()
    .references(() => staff.id),
  editedAt: instant().notNull(),
});

/** A word or phrase that the house writes otherwise, or not at all. */
export const styleRules = sqliteTable("style_rules", {
  id: id(),
  avoid: text().notNull(),
  /** Empty where nothing takes its place. */
  preferred: text().notNull(),
  reason: text().notNull(),
  wholeWord: integer({ mode: "boolean" }).notNull(),
  matchCase: integer({ mode: "boolean" }).notNull(),
  createdAt: instant().notNull(),
});

/** What somebody narrowed a list of the newsroom to, under a name. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: id(),
    /** Which list, as domain/views/view.ts names it. */
    list: text().notNull(),
    name: text().notNull(),
    /** The query of the list's address. */
    query: text().notNull(),
    ownerId: text()
      .notNull()
      .references(() => staff.id),
    /** Whether everybody is offered it. */
    shared: integer({ mode: "boolean" }).notNull(),
    createdAt: instant().notNull(),
  },
  // Those of one list.
  (table) => [index("saved_views_list").on(table.list, table.ownerId)],
);
