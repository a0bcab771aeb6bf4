import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, json } from "./columns";
import { assets } from "./media";
import { staff } from "./people";

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
  /** What it looks like, who stands behind it, what machines are told: as domain/settings/ describes each. */
  appearance: json<unknown>(),
  organisation: json<unknown>(),
  machines: json<unknown>(),
  workflow: json<unknown>(),
  pictureDesk: json<unknown>(),
  logoAssetId: text().references(() => assets.id),
  iconAssetId: text().references(() => assets.id),
});

/** A page on which the publication says who it is and how it works. The slugs are those of domain/settings/about.ts. */
export const aboutPages = sqliteTable("about_pages", {
  slug: text().primaryKey(),
  title: text().notNull(),
  body: json<unknown>().notNull(),
  editedBy: text()
    .notNull()
    .references(() => staff.id),
  editedAt: instant().notNull(),
  /** Null while readers do not see it. */
  publishedAt: instant(),
});
