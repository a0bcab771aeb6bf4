import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, not, notInArray, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  articles,
  assets,
  bylines,
  drafts,
  plans,
  revisionAssets,
  revisionBylines,
  revisionCredits,
  revisionRelated,
  revisions,
  revisionTopics,
  sections,
  series,
  topics,
} from "@/db/schema";
import { isInLibrary } from "@/domain/media/bin";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { ArticleContent, assetIdsIn } from "./article";
import { LeadUse, relatedIn } from "./body";
import type { FieldVersions } from "./merging";
import { ownerId } from "./plan";
import { bodyForReaders } from "./review";

/** Why a text is kept for good. */
export type RevisionReason = (typeof revisions.$inferInsert)["reason"];

export type Draft = {
  id: string;
  /** The member of the staff whose article it is: its assignee, else who began it. */
  ownerId: string;
  /** Where it stands: whose desk it is. */
  sectionId: string | null;
  version: number;
  content: ArticleContent;
  savedBy: string;
  savedAt: Date;
  /** When whoever saved it last began to. */
  sittingSince: Date;
  fieldVersions: FieldVersions;
};

/** The draft of an article, checked on the way out. @throws Refusal "not-found" */
export async function findDraft(tx: Db, id: string): Promise<Draft> {
  const [row] = await tx
    .select({ draft: drafts, ownerId })
    .from(drafts)
    .innerJoin(articles, eq(articles.id, drafts.articleId))
    .innerJoin(plans, eq(plans.articleId, drafts.articleId))
    .where(eq(drafts.articleId, id));
  if (!row) throw notFound("article");
  const { content, sittingSince, fieldVersions, ...draft } = row.draft;
  return {
    id,
    ownerId: row.ownerId,
    sectionId: draft.sectionId,
    version: draft.version,
    savedBy: draft.savedBy,
    savedAt: draft.savedAt,
    content: ArticleContent.parse(content),
    sittingSince: sittingSince ?? draft.savedAt,
    // Of a draft from before fields were counted, every field may have been changed at its last save.
    fieldVersions: (fieldVersions as FieldVersions | null) ?? { "*": draft.version },
  };
}

/** Keeps a content for good, with all that it refers to. @returns the revision's id */
export async function keepRevision(
  tx: Db,
  of: { articleId: string; version: number; reason: RevisionReason; by: string; at?: Date },
  content: ArticleContent,
): Promise<string> {
  const [revision] = await tx
    .insert(revisions)
    .values({
      articleId: of.articleId,
      version: of.version,
      reason: of.reason,
      createdBy: of.by,
      createdAt: of.at ?? now(),
      headline: content.headline,
      standfirst: content.standfirst,
      body: content.body,
      slug: content.slug,
      sectionId: content.sectionId,
      leadAssetId: content.lead?.assetId,
      leadUse: content.lead && LeadUse.strip().parse(content.lead),
      searchTitle: content.search.title,
      searchDescription: content.search.description,
      shareTitle: content.share.title,
      shareDescription: content.share.description,
      shareAssetId: content.share.assetId,
      label: content.label,
      kicker: content.kicker,
      language: content.language,
      seriesId: content.seriesId,
      translationOf: content.translationOf,
      review: content.review,
    })
    .returning({ id: revisions.id });
  if (!revision) throw new Error("The revision was not written");
  const revisionId = revision.id;
  const bylineRows = content.bylineIds.map((bylineId, position) => ({ revisionId, bylineId, position }));
  if (bylineRows.length > 0) await tx.insert(revisionBylines).values(bylineRows);
  const topicRows = content.topicIds.map((topicId, position) => ({ revisionId, topicId, position }));
  if (topicRows.length > 0) await tx.insert(revisionTopics).values(topicRows);
  const creditRows = content.credits.map((credit, position) => ({ revisionId, ...credit, position }));
  if (creditRows.length > 0) await tx.insert(revisionCredits).values(creditRows);
  const relatedRows = content.relatedIds.map((relatedId, position) => ({ revisionId, articleId: relatedId, position }));
  if (relatedRows.length > 0) await tx.insert(revisionRelated).values(relatedRows);
  const assetRows = assetIdsIn(content).map((assetId) => ({ revisionId, assetId }));
  if (assetRows.length > 0) await tx.insert(revisionAssets).values(assetRows);
  return revisionId;
}

/** Keeps the text that stands, unless its version is kept already. */
export async function keepStanding(tx: Db, draft: Draft, reason: RevisionReason): Promise<void> {
  const { id, version, savedBy, savedAt, content } = draft;
  // What was put before readers is not all of it where something was only suggested.
  const isForReaders = isDeepStrictEqual(bodyForReaders(content.body), content.body);
  const whole = isForReaders ? undefined : notInArray(revisions.reason, ["publication", "schedule"]);
  if (await hasRevision(tx, and(eq(revisions.version, version), whole), id)) return;
  await keepRevision(tx, { articleId: id, version, reason, by: savedBy, at: savedAt }, content);
}

/** Whether an article has a revision of which this is true. */
export async function hasRevision(tx: Db, which: SQL | undefined, articleId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), which))
    .limit(1);
  return found !== undefined;
}

/** @throws Refusal "invalid" if the content names a section, topic, byline or picture that does not exist, or one twice */
export async function checkReferences(tx: Db, content: ArticleContent): Promise<void> {
  const check = async (
    table: typeof sections | typeof topics | typeof bylines | typeof assets | typeof articles | typeof series,
    ids: string[],
    field: string,
    message: string,
  ) => {
    if (ids.length === 0) return;
    const found = await tx.select({ id: table.id }).from(table).where(inArray(table.id, ids));
    if (found.length !== ids.length) throw new Refusal("invalid", message, { [field]: message });
  };
  await check(sections, content.sectionId ? [content.sectionId] : [], "section", "This section no longer exists.");
  await check(topics, content.topicIds, "topics", "A topic no longer exists, or is named twice.");
  await check(bylines, content.bylineIds, "bylines", "A byline no longer exists, or is named twice.");
  await check(
    bylines,
    [...new Set(content.credits.map((credit) => credit.bylineId))],
    "credits",
    "Somebody credited no longer exists.",
  );
  await check(series, content.seriesId ? [content.seriesId] : [], "series", "This series no longer exists.");
  const original = content.translationOf ? [content.translationOf] : [];
  await check(articles, original, "translationOf", "The original of this translation no longer exists.");
  await check(articles, content.relatedIds, "related", "A story chosen by hand no longer exists, or is named twice.");
  // A link may have been pasted from another paper: it leads nowhere, its words stay, and no text is refused for it.
  await check(articles, [...new Set(relatedIn(content.body))], "body", "A story named in the body no longer exists.");
  await check(assets, assetIdsIn(content), "body", "A picture, recording or film in this article no longer exists.");
}

/** @throws Refusal "invalid" if the content shows what is in the bin: a draft keeps it, but readers never get it */
export async function refuseInBin(tx: Db, content: ArticleContent): Promise<void> {
  const ids = assetIdsIn(content);
  if (ids.length === 0) return;
  const binned = await tx
    .select({ filename: assets.filename })
    .from(assets)
    .where(and(inArray(assets.id, ids), not(isInLibrary)));
  if (binned.length === 0) return;
  const names = binned.map(({ filename }) => `“${filename}”`).join(", ");
  const message = `${names} ${binned.length === 1 ? "is" : "are"} in the bin of the library: restore it there, or take it out of the story.`;
  throw new Refusal("invalid", message, { body: message });
}
