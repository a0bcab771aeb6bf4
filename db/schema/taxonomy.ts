import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "./columns";
import { assets } from "./media";
import { staff } from "./people";

export const sections = sqliteTable("sections", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull(),
  /** The order on the site, from 0. */
  position: integer().notNull(),
  /** Its colour, as "#rrggbb"; empty for the publication's own. */
  accent: text().notNull().default(""),
  createdAt: instant().notNull(),
});

export const topics = sqliteTable("topics", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** Since when it is not offered to writers any more; readers keep its page. */
  asideSince: instant(),
  createdAt: instant().notNull(),
});

/** The topics that a section's page leads to, in order. */
export const sectionTopics = sqliteTable(
  "section_topics",
  {
    sectionId: text()
      .notNull()
      .references(() => sections.id),
    position: integer().notNull(),
    topicId: text()
      .notNull()
      .references(() => topics.id),
  },
  (table) => [primaryKey({ columns: [table.sectionId, table.position] })],
);

/** Stories that belong together and are read in the order in which they came out. */
export const series = sqliteTable("series", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull(),
  /** Since when it is not offered to writers any more; readers keep its page. */
  asideSince: instant(),
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
    /** What the profile says besides, as domain/taxonomy/byline.ts describes: languages, expertise, contact, links. */
    particulars: json<unknown>(),
    portraitAssetId: text().references(() => assets.id),
    staffId: text()
      .unique()
      .references(() => staff.id),
    /** Since when it is not offered to writers any more; readers keep its page. */
    asideSince: instant(),
    createdAt: instant().notNull(),
  },
  // The list by name; whether a picture is somebody's portrait.
  (table) => [index("bylines_name").on(table.name), index("bylines_portrait").on(table.portraitAssetId)],
);
