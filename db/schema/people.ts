import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "./columns";

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

/** What owners changed of a role; one that has no row is as it started. */
export const roles = sqliteTable("roles", {
  role: text({ enum: ["owner", "editor", "reporter", "contributor"] }).primaryKey(),
  /** Capabilities that reach otherwise than at the start. */
  grants: json<Record<string, "nothing" | "own" | "any">>().notNull(),
  /** Since when a second factor is required; null if it is not. */
  secondFactorSince: instant(),
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
    /** Until when their password need not be asked again. */
    confirmedUntil: instant(),
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

/** Links by which somebody chooses a new password without the old one. */
export const passwordResets = sqliteTable(
  "password_resets",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    /** Who made the link for them; null where they asked for it themselves. */
    madeBy: text().references(() => staff.id),
    /** SHA-256 of the secret in the link; null until it is made, which is when the letter is sent. */
    secretHash: text().unique(),
    createdAt: instant().notNull(),
    /** Null until there is a secret. */
    expiresAt: instant(),
    usedAt: instant(),
  },
  // The links of one person, which end together.
  (table) => [index("password_resets_staff").on(table.staffId)],
);

/** An authenticator app, which gives a code for each half minute. */
export const authenticators = sqliteTable("authenticators", {
  staffId: text()
    .primaryKey()
    .references(() => staff.id),
  /** Encrypted (domain/people/sealing.ts). */
  secret: text().notNull(),
  createdAt: instant().notNull(),
  /** When a first code was right; until then it asks nothing at sign-in. */
  confirmedAt: instant(),
  /** The half minute of the last code that was taken: none is taken twice. */
  lastStep: integer().notNull().default(0),
});

/** Codes for the day on which the telephone is lost. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    /** A keyed hash of the code. */
    codeHash: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    usedAt: instant(),
  },
  (table) => [index("recovery_codes_staff").on(table.staffId)],
);

/** What a browser, telephone or key proves itself by. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    /** The credential's own id, base64url. */
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    name: text().notNull(),
    /** Base64url. */
    publicKey: text().notNull(),
    counter: integer().notNull(),
    transports: json<string[]>().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (table) => [index("passkeys_staff").on(table.staffId)],
);

/** Challenges that were answered, so that none is answered twice; gone once they could not be anyway. */
export const spentChallenges = sqliteTable("spent_challenges", {
  challenge: text().primaryKey(),
  expiresAt: instant().notNull(),
});
