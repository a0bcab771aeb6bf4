import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";

export const staff = sqliteTable("staff", {
  id: id(),
  /** In lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ["owner", "editor", "reporter", "contributor"] }).notNull(),
  passwordHash: text().notNull(),
  createdAt: instant().notNull(),
  disabledAt: instant(),
  /** Since when they want no letters about what the newsroom tells them; null where they get them. */
  lettersOffSince: instant(),
});

export const sessions = sqliteTable(
  "sessions",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    userAgent: text().notNull(),
    address: text().notNull(),
  },
  // The sessions of one person, and those to sweep away.
  (table) => [index("sessions_staff").on(table.staffId), index("sessions_expires").on(table.expiresAt)],
);

export const invitations = sqliteTable("invitations", {
  id: id(),
  /** SHA-256 of the secret in the link; the secret itself is never kept. */
  secretHash: text().notNull().unique(),
  email: text().notNull(),
  name: text().notNull(),
  role: text({ enum: ["owner", "editor", "reporter", "contributor"] }).notNull(),
  invitedBy: text()
    .notNull()
    .references(() => staff.id),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  acceptedAt: instant(),
  revokedAt: instant(),
});

/** Failed sign-ins, counted by account and by address. */
export const attempts = sqliteTable(
  "attempts",
  {
    id: id(),
    /** SHA-256 of what is counted ("account:…" or "address:…"), so that the table names nobody. */
    subject: text().notNull(),
    at: instant().notNull(),
  },
  // How many lately for one subject; which are old enough to sweep away.
  (table) => [index("attempts_subject").on(table.subject, table.at), index("attempts_at").on(table.at)],
);
