import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";
import { staff } from "./people";

export const assets = sqliteTable(
  "assets",
  {
    id: id(),
    /** SHA-256 of the uploaded bytes, by which the original lies in DATA_DIR/originals. */
    hash: text().notNull().unique(),
    filename: text().notNull(),
    /** The type found in the bytes, never the one claimed. */
    type: text().notNull(),
    kind: text({ enum: ["picture", "audio", "video", "captions"] })
      .notNull()
      .default("picture"),
    bytes: integer().notNull(),
    /** How long a sound or film plays, in milliseconds, where its file says so. */
    duration: integer(),
    /** Pixels, after the camera's rotation is applied; 0 for what has none. */
    width: integer().notNull(),
    height: integer().notNull(),
    /** Null while nobody has said; empty when the picture is decorative. */
    alt: text(),
    caption: text().notNull(),
    credit: text().notNull(),
    uploadedBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
  },
  // The library, newest first.
  (table) => [index("assets_created").on(table.createdAt, table.id)],
);

export const renditions = sqliteTable(
  "renditions",
  {
    /** The file's name below /media and DATA_DIR/media: SHA-256 of its bytes and its extension. */
    key: text().notNull(),
    id: id(),
    assetId: text()
      .notNull()
      .references(() => assets.id),
    crop: text({ enum: ["whole", "1x1", "4x3", "16x9"] }).notNull(),
    format: text({ enum: ["avif", "webp", "jpeg", "png", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "vtt"] }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
  },
  // The ladder of one picture; who an address belongs to (two equal pictures may share a file).
  (table) => [
    index("renditions_asset").on(table.assetId, table.crop, table.format, table.width),
    index("renditions_key").on(table.key),
  ],
);
