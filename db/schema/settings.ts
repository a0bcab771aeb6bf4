import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** The one row of what a publication is; it exists once set-up is done. */
export const settings = sqliteTable("settings", {
  id: integer().primaryKey(),
  name: text().notNull(),
  tagline: text().notNull(),
  /** An IANA time zone, in which times are shown to readers. */
  timeZone: text().notNull(),
  /** A BCP 47 language tag. */
  language: text().notNull(),
  setUpAt: instant().notNull(),
});
