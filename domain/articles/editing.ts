import { and, eq, gte } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { articles, bylines, draftAssets, drafts, revisions, staff } from "@/db/schema";
import type { Event, Verb } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { MINUTE, now } from "@/lib/clock";
import {
  type ArticleContent,
  assetIdsIn,
  CONTENT_FIELDS,
  type ContentField,
  EMPTY_ARTICLE,
  type SaveDraft,
  type SaveResult,
} from "./article";
import { checkReferences, type Draft, findDraft, hasRevision, keepRevision, keepStanding } from "./draft";
import { fieldsThatDiffer, mergeFields } from "./merging";
import { beginPlan, wroteIn } from "./plan";
import type { Stage } from "./stage";

/**
 * Starts an article with an empty draft, under the writer's own byline if they have one.
 * @returns the event; its subjectId is the article's id. @throws Refusal "forbidden"
 */
export function createArticle(actor: Actor): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "article.create");
    const id = await beginArticle(tx, actor, "drafting");
    return record(tx, actor, "article.created", id);
  });
}

/** Puts down an article with a draft in which nothing is written but what is given. @returns its id */
export async function beginArticle(
  tx: Db,
  actor: Pick<Actor, "id">,
  stage: Stage,
  given: Pick<ArticleContent, "headline" | "sectionId"> = EMPTY_ARTICLE,
): Promise<string> {
  const [own] = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.staffId, actor.id));
  const { headline, sectionId } = given;
  const content = { ...EMPTY_ARTICLE, headline, sectionId, bylineIds: own ? [own.id] : [] };
  const createdAt = now();
  const [article] = await tx.insert(articles).values({ createdBy: actor.id, createdAt }).returning({ id: articles.id });
  if (!article) throw new Error("The article was not written");
  await tx.insert(drafts).values({
    articleId: article.id,
    version: 1,
    content,
    headline,
    sectionId,
    savedBy: actor.id,
    savedAt: createdAt,
    sittingSince: createdAt,
    fieldVersions: {},
  });
  await beginPlan(tx, actor, article.id, stage);
  return article.id;
}

/** Saves by one person within this time become one revision, in milliseconds. */
const SITTING = 10 * MINUTE;

/**
 * Saves a draft that was written upon `version`. Where others saved other fields since, both are joined. Where they
 * saved the same one, nothing is overwritten: this text is kept as a revision, and the answer holds the one that stands;
 * if that is later written over, to settle the conflict, it is kept too. Saving again what already stands changes nothing,
 * so a save whose answer got lost may be sent again.
 * @throws Refusal "not-found", "forbidden", "invalid"
 */
export function saveDraft(actor: Actor, save: SaveDraft): Promise<SaveResult> {
  return transact(async (tx) => {
    const { id, version, content, changed = CONTENT_FIELDS } = save;
    const draft = await findDraft(tx, id);
    authorize(actor, "article.edit", draft);
    await checkReferences(tx, content);
    const { merged, contested } =
      version === draft.version
        ? { merged: content, contested: [] }
        : mergeFields(draft, { version, content, changed });
    if (contested.length > 0) return conflict(tx, actor, draft, contested, save);
    const fields = fieldsThatDiffer(merged, draft.content);
    if (fields.length === 0) return savedAs(draft, content);
    // Nobody puts a story where they could not have changed it.
    authorize(actor, "article.edit", { ownerId: draft.ownerId, sectionId: merged.sectionId });

    await keepWhatEnds(tx, actor, draft);
    return savedAs(await writeDraft(tx, actor, draft, merged), content);
  });
}

/**
 * Writes a text over the draft, as its next version. Whoever calls has seen to it that the actor may, and that what stood
 * is kept. @param verb what happened, where that is no plain edit
 */
export async function writeDraft(
  tx: Db,
  actor: Actor,
  draft: Draft,
  content: ArticleContent,
  happened: { verb: Verb; data?: Record<string, unknown> } = { verb: "article.edited" },
): Promise<Draft> {
  const fields = fieldsThatDiffer(content, draft.content);
  const savedAt = now();
  const next: Draft = {
    ...draft,
    version: draft.version + 1,
    sectionId: content.sectionId,
    content,
    savedBy: actor.id,
    savedAt,
    sittingSince: isSameSitting(actor, draft) ? draft.sittingSince : savedAt,
    fieldVersions: {
      ...draft.fieldVersions,
      ...Object.fromEntries(fields.map((field) => [field, draft.version + 1])),
    },
  };
  await tx
    .update(drafts)
    .set({
      version: next.version,
      content,
      headline: content.headline,
      sectionId: content.sectionId,
      savedBy: actor.id,
      savedAt,
      sittingSince: next.sittingSince,
      fieldVersions: next.fieldVersions,
    })
    .where(eq(drafts.articleId, draft.id));
  if (fields.some((field) => field === "lead" || field === "body" || field === "share"))
    await listAssets(tx, draft.id, content);
  const stage = await wroteIn(tx, actor, draft);
  const data = { version: next.version, fields, ...happened.data, ...(stage && { stage }) };
  await record(tx, actor, happened.verb, draft.id, data);
  return next;
}

/** Keeps in a table what a draft shows of the library, so that it is found from there. */
async function listAssets(tx: Db, articleId: string, content: ArticleContent): Promise<void> {
  await tx.delete(draftAssets).where(eq(draftAssets.articleId, articleId));
  const rows = assetIdsIn(content).map((assetId) => ({ articleId, assetId }));
  if (rows.length > 0) await tx.insert(draftAssets).values(rows);
}

/** @param sent the writer's own text: where another stands, they are given it. */
function savedAs({ version, savedAt, content }: Draft, sent: ArticleContent): SaveResult {
  const isTheirs = fieldsThatDiffer(content, sent).length === 0;
  return { saved: { version, savedAt, ...(isTheirs ? {} : { joined: content }) } };
}

function isSameSitting(actor: Actor, { savedBy, sittingSince }: Draft): boolean {
  return savedBy === actor.id && now().getTime() - sittingSince.getTime() < SITTING;
}

/**
 * Keeps the text that is about to be written over, where a sitting ends with it, or where somebody else's lost against it:
 * then both are in the history.
 */
async function keepWhatEnds(tx: Db, actor: Actor, draft: Draft): Promise<void> {
  const { id, version, savedAt } = draft;
  const isEmpty = version === 1;
  const contested = await hasRevision(tx, and(eq(revisions.reason, "conflict"), gte(revisions.createdAt, savedAt)), id);
  if (!contested && (isEmpty || isSameSitting(actor, draft))) return;
  await keepStanding(tx, draft, contested ? "conflict" : "sitting");
}

async function conflict(
  tx: Db,
  actor: Actor,
  draft: Draft,
  fields: ContentField[],
  lost: SaveDraft,
): Promise<SaveResult> {
  const of = { articleId: lost.id, version: lost.version, reason: "conflict" as const, by: actor.id };
  const keptRevisionId = await keepRevision(tx, of, lost.content);
  const [other] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, draft.savedBy));
  await record(tx, actor, "article.conflicted", lost.id, { keptRevisionId });
  return {
    conflict: {
      current: draft.content,
      fields,
      version: draft.version,
      savedBy: other?.name ?? "",
      savedAt: draft.savedAt,
      keptRevisionId,
    },
  };
}
