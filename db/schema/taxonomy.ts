import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";
import { assets } from "./media";
import { staff } from "./people";

export const sections = sqliteTable("sections", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull(),
  /** The order on the site, from 0. */
  position: integer().notNull(),
  createdAt: instant().notNull(),
});

export const topics = sqliteTable("topics", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  createdAt: instant().notNull(),
});

/** A person credited to readers: a member of the staff, or a guest when staffId is null. */
export const bylines = sqliteTable(
  "bylines",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** The role shown to readers, such as "Harbour correspondent". */
    title: text().notNull(),
    bio: text().notNull(),
    portraitAssetId: text().references(() => assets.id),
    staffId: text()
      .unique()
      .references(() => staff.id),
    createdAt: instant().notNull(),
  },
  // The list by name; whether a picture is somebody's portrait.
  (table) => [index("bylines_name").on(table.name), index("bylines_portrait").on(table.portraitAssetId)],
);
