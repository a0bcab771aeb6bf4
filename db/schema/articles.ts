import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { id, instant, json } from "./columns";
import { assets } from "./media";
import { staff } from "./people";
import { bylines, sections, series, topics } from "./taxonomy";

export const articles = sqliteTable(
  "articles",
  {
    id: id(),
    createdBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
  },
  // The articles of one person.
  (table) => [index("articles_created_by").on(table.createdBy)],
);

/** What is being written: the one mutable text of an article. No reader's page reads this table. */
export const drafts = sqliteTable(
  "drafts",
  {
    articleId: text()
      .primaryKey()
      .references(() => articles.id),
    /** Grows by one at each save; a save names the version it started from. */
    version: integer().notNull(),
    /** The whole of it, as domain/articles/article.ts describes; headline and section are repeated for lists. */
    content: json<unknown>().notNull(),
    headline: text().notNull(),
    sectionId: text().references(() => sections.id),
    savedBy: text()
      .notNull()
      .references(() => staff.id),
    savedAt: instant().notNull(),
    /** When whoever saved last began to: a sitting's saves become one revision. */
    sittingSince: instant(),
    /** At which version each field was changed last, as domain/articles/merging.ts describes. */
    fieldVersions: json<unknown>(),
  },
  // The newsroom's list, newest first.
  (table) => [
    index("drafts_saved").on(table.savedAt, table.articleId),
    index("drafts_section").on(table.sectionId, table.savedAt),
  ],
);

/** Who has an article's screen open, by tab, and in which field they write. Forgotten a minute after their last word. */
export const presences = sqliteTable(
  "presences",
  {
    tab: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    /** A field of domain/articles/article.ts. */
    field: text(),
    /** Since when they are in the field: who came first holds it. */
    fieldSince: instant().notNull(),
    seenAt: instant().notNull(),
    /** Who took the field over from them, which, and when; until they go to another. */
    takenOverBy: text().references(() => staff.id),
    takenOverField: text(),
    takenOverAt: instant(),
  },
  // Those of one article.
  (table) => [index("presences_article").on(table.articleId, table.seenAt)],
);

/** An immutable snapshot of all that an article says. */
export const revisions = sqliteTable(
  "revisions",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    /** The draft's version that was kept. */
    version: integer().notNull(),
    /**
     * Why it was kept: put before readers; planned to be; a text that lost a race; the end of somebody's sitting; taken over
     * by another; shown to an outsider.
     */
    reason: text({ enum: ["publication", "schedule", "conflict", "sitting", "takeover", "preview"] }).notNull(),
    createdBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
    headline: text().notNull(),
    standfirst: text().notNull(),
    body: json<unknown>().notNull(),
    slug: text().notNull(),
    sectionId: text().references(() => sections.id),
    leadAssetId: text().references(() => assets.id),
    /** How it uses its lead picture, as PictureUse of domain/articles/body.ts describes, without the asset's id. */
    leadUse: json<unknown>(),
    searchTitle: text().notNull(),
    searchDescription: text().notNull(),
    shareTitle: text().notNull(),
    shareDescription: text().notNull(),
    shareAssetId: text().references(() => assets.id),
    /** What kind of journalism it is; the kinds are those of domain/articles/article.ts. */
    label: text().notNull().default("news"),
    /** The few words above the headline; empty for none. */
    kicker: text().notNull().default(""),
    /** A BCP 47 tag where the story is not in the publication's language; else empty. */
    language: text().notNull().default(""),
    seriesId: text().references(() => series.id),
    /** The article of which this is a translation. */
    translationOf: text().references(() => articles.id),
    /** What a review is of, and its rating. */
    review: json<unknown>(),
  },
  (table) => [
    // The history of one article.
    index("revisions_article").on(table.articleId, table.createdAt),
    // The stories of one series; the translations of one story.
    index("revisions_series").on(table.seriesId).where(sql`series_id is not null`),
    index("revisions_translation").on(table.translationOf).where(sql`translation_of is not null`),
  ],
);

export const revisionBylines = sqliteTable(
  "revision_bylines",
  {
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    /** The order of the names, from 0. */
    position: integer().notNull(),
    bylineId: text()
      .notNull()
      .references(() => bylines.id),
  },
  // The stories of one byline.
  (table) => [
    primaryKey({ columns: [table.revisionId, table.position] }),
    index("revision_bylines_byline").on(table.bylineId, table.revisionId),
  ],
);

export const revisionTopics = sqliteTable(
  "revision_topics",
  {
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    position: integer().notNull(),
    topicId: text()
      .notNull()
      .references(() => topics.id),
  },
  // The stories of one topic.
  (table) => [
    primaryKey({ columns: [table.revisionId, table.position] }),
    index("revision_topics_topic").on(table.topicId, table.revisionId),
  ],
);

/** Who else is credited with a revision, and for what: editing, checking, photographs. */
export const revisionCredits = sqliteTable(
  "revision_credits",
  {
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    position: integer().notNull(),
    bylineId: text()
      .notNull()
      .references(() => bylines.id),
    /** One of the roles of domain/articles/article.ts. */
    role: text().notNull(),
  },
  // What one person is credited with.
  (table) => [
    primaryKey({ columns: [table.revisionId, table.position] }),
    index("revision_credits_byline").on(table.bylineId, table.revisionId),
  ],
);

/** The stories that an editor put beside a revision by hand. */
export const revisionRelated = sqliteTable(
  "revision_related",
  {
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    position: integer().notNull(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.position] })],
);

/** Every picture, sound and film that a revision or shares: what may be served once the revision is published. */
export const revisionAssets = sqliteTable(
  "revision_assets",
  {
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    assetId: text()
      .notNull()
      .references(() => assets.id),
  },
  // The stories that use one picture.
  (table) => [
    primaryKey({ columns: [table.revisionId, table.assetId] }),
    index("revision_assets_asset").on(table.assetId, table.revisionId),
  ],
);

/** What drafts show of the library. */
export const draftAssets = sqliteTable(
  "draft_assets",
  {
    articleId: text()
      .notNull()
      .references(() => articles.id),
    assetId: text()
      .notNull()
      .references(() => assets.id),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.assetId] }),
    index("draft_assets_asset").on(table.assetId, table.articleId),
  ],
);

/** The row that puts one revision of one article before readers. It is live until it ends. */
export const publications = sqliteTable(
  "publications",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    /** The kinds are those of domain/articles/article.ts. */
    kind: text({ enum: ["first", "minor", "update", "correction", "clarification", "retraction"] }).notNull(),
    /** What changed, as readers are told; empty where nobody said. */
    note: text().notNull().default(""),
    publishedBy: text()
      .notNull()
      .references(() => staff.id),
    publishedAt: instant().notNull(),
    /** When the article first came before readers, carried from its first publication. */
    firstPublishedAt: instant().notNull(),
    /** When what readers see changed notably: a minor update carries the time from before it. */
    updatedAt: instant().notNull().default(sql`0`),
    /** Since when the story stands retracted, and why; carried on until somebody ends that. It stands in no list then. */
    retractedAt: instant(),
    retraction: text().notNull().default(""),
    /** The revision's section, repeated here so that a section's page is one walk along an index. */
    sectionId: text()
      .notNull()
      .references(() => sections.id),
    /** Set when another publication took its place or the article was unpublished. */
    endedAt: instant(),
    endedBy: text().references(() => staff.id),
    /** What readers are told where the article was taken from them; empty where nobody said why. */
    endNote: text().notNull().default(""),
  },
  (table) => [
    // One live publication an article.
    uniqueIndex("publications_live").on(table.articleId).where(sql`ended_at is null`),
    // The front and the feeds, newest first; a section's page.
    index("publications_latest")
      .on(table.firstPublishedAt, table.id)
      .where(sql`ended_at is null and retracted_at is null`),
    index("publications_section")
      .on(table.sectionId, table.firstPublishedAt, table.id)
      .where(sql`ended_at is null and retracted_at is null`),
    // From a byline, topic or picture to what is live.
    index("publications_revision").on(table.revisionId),
    // What was ever retracted, newest first.
    index("publications_retractions").on(table.publishedAt).where(sql`kind = 'retraction'`),
    // What stands retracted.
    index("publications_retracted").on(table.retractedAt).where(sql`ended_at is null and retracted_at is not null`),
    // What first came out on the days of a calendar.
    index("publications_firsts").on(table.publishedAt).where(sql`kind = 'first'`),
    // All that was ever published of an article.
    index("publications_article").on(table.articleId, table.publishedAt),
  ],
);

/** What is to happen to an article at a time. It is pending until it ends; it happens once, whoever sees to it. */
export const schedules = sqliteTable(
  "schedules",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    act: text({ enum: ["publish", "unpublish"] }).notNull(),
    at: instant().notNull(),
    /** The text that readers will get: what stood when it was planned. Null where they will get none. */
    revisionId: text().references(() => revisions.id),
    /** What kind of change they will be told of, as domain/articles/article.ts describes. */
    change: json<unknown>(),
    /** What they will be told where the article is taken from them. */
    note: text().notNull().default(""),
    plannedBy: text()
      .notNull()
      .references(() => staff.id),
    plannedAt: instant().notNull(),
    /** When it had become due, if not at its own time: an embargo held it back until then. */
    dueAt: instant(),
    endedAt: instant(),
    /** Null when the product itself ended it: at its time, or because a newer text came before readers. */
    endedBy: text().references(() => staff.id),
    outcome: text({ enum: ["done", "cancelled", "superseded", "failed"] }),
    /** Why it failed, in words for the desk. */
    failure: text().notNull().default(""),
  },
  (table) => [
    // What is due, or planned for a day.
    index("schedules_pending").on(table.at).where(sql`ended_at is null`),
    // The timeline of one article.
    index("schedules_article").on(table.articleId, table.at),
    // What happened, or failed, lately.
    index("schedules_ended").on(table.endedAt).where(sql`ended_at is not null`),
  ],
);

/** Until when nothing new of an article may come before readers. In force until its time, or until it is lifted. */
export const embargoes = sqliteTable(
  "embargoes",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    until: instant().notNull(),
    /** Whose embargo it is and what was agreed; for staff. */
    note: text().notNull().default(""),
    setBy: text()
      .notNull()
      .references(() => staff.id),
    setAt: instant().notNull(),
    liftedAt: instant(),
    liftedBy: text().references(() => staff.id),
  },
  // One that counts an article.
  (table) => [uniqueIndex("embargoes_article").on(table.articleId).where(sql`lifted_at is null`)],
);

/** Every address an article has had, such as "/harbour/the-bridge-reopens". */
export const permalinks = sqliteTable(
  "permalinks",
  {
    path: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    createdAt: instant().notNull(),
    /** Null for the present address; a retired one redirects to it. */
    retiredAt: instant(),
  },
  // The present address of an article.
  (table) => [uniqueIndex("permalinks_current").on(table.articleId).where(sql`retired_at is null`)],
);

/** What was wrong in an article, or unclear, and was put right: shown with it for good. */
export const corrections = sqliteTable(
  "corrections",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    kind: text({ enum: ["correction", "clarification"] }).notNull(),
    text: text().notNull(),
    /** Above the text, for what changes how it is read; else at its end. */
    place: text({ enum: ["top", "end"] }).notNull(),
    publishedAt: instant().notNull(),
    publishedBy: text()
      .notNull()
      .references(() => staff.id),
    /** Null for one from before it was asked. */
    approvedBy: text().references(() => staff.id),
  },
  (table) => [
    // Those of one article.
    index("corrections_article").on(table.articleId, table.publishedAt),
    // All of them, newest first.
    index("corrections_published").on(table.publishedAt, table.id),
  ],
);

/** An article that readers may not have, for good as far as anybody knows: whoever may lifts it again. It deletes nothing. */
export const takedowns = sqliteTable(
  "takedowns",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    /** The reasons are those of domain/articles/article.ts. */
    reason: text({ enum: ["legal", "privacy", "safety", "other"] }).notNull(),
    /** What readers are told. */
    note: text().notNull(),
    takenDownBy: text()
      .notNull()
      .references(() => staff.id),
    takenDownAt: instant().notNull(),
    liftedAt: instant(),
    liftedBy: text().references(() => staff.id),
  },
  // One that stands, an article.
  (table) => [uniqueIndex("takedowns_standing").on(table.articleId).where(sql`lifted_at is null`)],
);

/** An address of ours that no story has or had, and leads elsewhere, or says that what was there is gone. */
export const redirects = sqliteTable(
  "redirects",
  {
    /** Such as "/old/page", as it is asked for, without a query. */
    path: text().primaryKey(),
    /** A path of ours or an address of the web; null for what is gone. */
    target: text(),
    /** A story: the address leads to where that stands. */
    articleId: text().references(() => articles.id),
    /** What readers are told of what is gone; empty for nothing. */
    note: text().notNull().default(""),
    createdBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
    editedAt: instant().notNull(),
  },
  // The newsroom's list, newest first; those to one story.
  (table) => [
    index("redirects_edited").on(table.editedAt, table.path),
    index("redirects_article").on(table.articleId).where(sql`article_id is not null`),
  ],
);

/** What the staff say to each other about a story: a thread is a comment with its replies. Readers' pages read none. */
export const comments = sqliteTable(
  "comments",
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    /** The comment that it answers; null for the first of a thread. */
    threadId: text().references((): AnySQLiteColumn => comments.id),
    /** The words that a thread is about, as they stood; empty in a reply. */
    quote: text().notNull(),
    text: text().notNull(),
    authorId: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
    editedAt: instant(),
    /** Of a thread that is settled. */
    resolvedAt: instant(),
    resolvedBy: text().references(() => staff.id),
    /** Of the first of a thread, taken back while others had answered: what it said is gone, the thread stays. */
    deletedAt: instant(),
  },
  (table) => [
    // Those of one article.
    index("comments_article").on(table.articleId, table.createdAt),
    // The answers to one comment.
    index("comments_thread").on(table.threadId).where(sql`thread_id is not null`),
  ],
);

/** Who is named in a comment. */
export const commentMentions = sqliteTable(
  "comment_mentions",
  {
    commentId: text()
      .notNull()
      .references(() => comments.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
  },
  // What names one person.
  (table) => [
    primaryKey({ columns: [table.commentId, table.staffId] }),
    index("comment_mentions_staff").on(table.staffId, table.commentId),
  ],
);

/** A link by which somebody outside sees one revision as readers would, without signing in. */
export const previewLinks = sqliteTable(
  "preview_links",
  {
    id: id(),
    /** SHA-256 of the secret in the link; the secret itself is never kept. */
    secretHash: text().notNull().unique(),
    articleId: text()
      .notNull()
      .references(() => articles.id),
    revisionId: text()
      .notNull()
      .references(() => revisions.id),
    /** Whom it is for, in the words of who made it. */
    recipient: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: text().references(() => staff.id),
    openedAt: instant(),
    /** On how many minutes it was opened. */
    openings: integer().notNull().default(0),
  },
  // Those of one article, newest first.
  (table) => [index("preview_links_article").on(table.articleId, table.createdAt)],
);
