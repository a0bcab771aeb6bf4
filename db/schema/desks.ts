import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";
import { staff } from "./people";
import { sections } from "./taxonomy";

/** A named group of staff that looks after some sections, and is limited to them. */
export const desks = sqliteTable("desks", {
  id: id(),
  name: text().notNull().unique(),
  createdAt: instant().notNull(),
});

export const deskSections = sqliteTable(
  "desk_sections",
  {
    deskId: text()
      .notNull()
      .references(() => desks.id),
    sectionId: text()
      .notNull()
      .references(() => sections.id),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.sectionId] })],
);

export const deskMembers = sqliteTable(
  "desk_members",
  {
    deskId: text()
      .notNull()
      .references(() => desks.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
  },
  // The desks of one person, asked at every request.
  (table) => [primaryKey({ columns: [table.deskId, table.staffId] }), index("desk_members_staff").on(table.staffId)],
);
