import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "./columns";
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
    kind: text({ enum: ["picture", "audio", "video", "captions", "document"] })
      .notNull()
      .default("picture"),
    bytes: integer().notNull(),
    /** How long a sound or film plays, in milliseconds, where its file says so. */
    duration: integer(),
    /** Pixels, after the camera's rotation is applied; 0 for what has none. */
    width: integer().notNull(),
    height: integer().notNull(),
    /** Whether it moves, as a GIF does. */
    isAnimated: integer({ mode: "boolean" }).notNull().default(false),
    /** A perceptual hash in hexadecimal, by which pictures that look alike are found; null where there is none. */
    likeness: text(),

    /** Null while nobody has said; empty when the picture is decorative. */
    alt: text(),
    caption: text().notNull(),
    /** As readers see it. */
    credit: text().notNull(),
    creator: text().notNull().default(""),
    agency: text().notNull().default(""),
    /** Where it came from: an address, or words. */
    source: text().notNull().default(""),
    place: text().notNull().default(""),
    /** The names of those it shows. */
    people: json<string[]>().notNull().default([]),
    /** When it was taken, as YYYY-MM-DD or with a time; a camera's clock has no zone. */
    takenAt: text(),
    /** A BCP 47 language tag of what is said of it; empty for the paper's own. */
    language: text().notNull().default(""),
    /** For editors alone. */
    notes: text().notNull().default(""),

    copyrightNotice: text().notNull().default(""),
    /** Under which terms it may be used: a name, or the address of a licence. */
    licence: text().notNull().default(""),
    usageTerms: text().notNull().default(""),
    restrictions: text().notNull().default(""),
    /** Where it may be shown; empty for everywhere. */
    territory: text().notNull().default(""),
    validFrom: instant(),
    validUntil: instant(),
    cost: text().notNull().default(""),
    /** In how many stories it may come before readers; null for any number. */
    usesAllowed: integer(),
    /** Of which end of its rights the desk was told: that it comes, and that it came. */
    toldLapsing: instant(),
    toldLapsed: instant(),
    /** What its content credentials say, as domain/media/credentials.ts describes; null where it has none. */
    credentials: json<unknown>(),

    /** Its focal point, as fractions of width and height from the top left; null where nobody chose one. */
    focusX: real(),
    focusY: real(),
    /** The regions of its named crops, by crop, as domain/media/crop.ts describes. */
    crops: json<unknown>(),
    /** The regions that were suggested when it came in, which stand where nobody chose any. */
    suggestedCrops: json<unknown>(),
    /** The terms that its copies carry, as domain/media/terms.ts writes them; null until its ladder is whole. */
    copiesSay: text(),

    uploadedBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
    /** In the bin since then; null for what is in the library. */
    deletedAt: instant(),
    deletedBy: text().references(() => staff.id),
    /** When its files went for good; its row stays where a story's history names it. Its hash is then none any more. */
    purgedAt: instant(),
  },
  // The library, newest first; the bin; what lapses; who uploaded.
  (table) => [
    index("assets_created").on(table.createdAt, table.id),
    index("assets_deleted").on(table.deletedAt),
    index("assets_valid_until").on(table.validUntil),
    index("assets_uploaded_by").on(table.uploadedBy),
  ],
);

/** The four bands of each picture's likeness, by which those that look alike are found: they agree nearly in one of them. */
export const likenessBands = sqliteTable(
  "likeness_bands",
  {
    band: integer().notNull(),
    /** Sixteen signs in hexadecimal. */
    signs: text().notNull(),
    assetId: text()
      .notNull()
      .references(() => assets.id),
  },
  (table) => [
    primaryKey({ columns: [table.band, table.signs, table.assetId] }),
    index("likeness_bands_asset").on(table.assetId),
  ],
);

/** The files that assets had before they were replaced: each original is kept for a while. */
export const formerFiles = sqliteTable(
  "former_files",
  {
    id: id(),
    assetId: text()
      .notNull()
      .references(() => assets.id),
    /** By which the original lies in DATA_DIR/originals. */
    hash: text().notNull(),
    filename: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    replacedAt: instant().notNull(),
    replacedBy: text()
      .notNull()
      .references(() => staff.id),
  },
  // Those of one asset; what nobody needs any more; whether an original is still of use.
  (table) => [
    index("former_files_asset").on(table.assetId, table.replacedAt),
    index("former_files_replaced").on(table.replacedAt),
    index("former_files_hash").on(table.hash),
  ],
);

/** What each sweep of the files removed. */
export const sweeps = sqliteTable(
  "sweeps",
  {
    id: id(),
    at: instant().notNull(),
    /** How long it took, in milliseconds. */
    took: integer().notNull(),
    /** How many of each kind, and how many bytes they had, as domain/media/sweeping.ts describes. */
    removed: json<unknown>().notNull(),
  },
  (table) => [index("sweeps_at").on(table.at)],
);

export const assetKeywords = sqliteTable(
  "asset_keywords",
  {
    assetId: text()
      .notNull()
      .references(() => assets.id),
    keyword: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assetId, table.keyword] }),
    index("asset_keywords_keyword").on(table.keyword, table.assetId),
    // However a keyword is spelled.
    index("asset_keywords_folded").on(sql`lower(${table.keyword})`, table.keyword),
  ],
);

/** A named set of assets, such as "Flood 2031": an asset may be in many. */
export const collections = sqliteTable("collections", {
  id: id(),
  name: text().notNull().unique(),
  description: text().notNull(),
  createdBy: text()
    .notNull()
    .references(() => staff.id),
  createdAt: instant().notNull(),
});

export const collectionAssets = sqliteTable(
  "collection_assets",
  {
    collectionId: text()
      .notNull()
      .references(() => collections.id),
    assetId: text()
      .notNull()
      .references(() => assets.id),
    addedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.collectionId, table.assetId] }),
    index("collection_assets_asset").on(table.assetId),
  ],
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
    crop: text({ enum: ["whole", "1x1", "4x3", "16x9", "3x2", "5x4", "4x5"] }).notNull(),
    /** The part of the picture that it shows, as regionKey() of domain/media/crop.ts writes it; empty for the suggested one, or the whole. */
    region: text().notNull().default(""),
    format: text({
      enum: ["avif", "webp", "jpeg", "png", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "vtt", "pdf"],
    }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    /** Null for those from before it was noted. */
    madeAt: instant(),
    /** Since when others stand in its place: pages that are open already may still ask for it. Null for what is shown. */
    replacedAt: instant(),
  },
  // The ladder of one picture; who an address belongs to (two equal pictures may share a file).
  (table) => [
    index("renditions_asset").on(table.assetId, table.crop, table.format, table.width),
    index("renditions_key").on(table.key),
  ],
);
