import { isDeepStrictEqual } from "node:util";
import { and, eq, gte } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { articles, bylines, drafts, revisions, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { EMPTY_ARTICLE, type SaveDraft, type SaveResult } from "./article";
import { checkReferences, type Draft, findDraft, keepRevision } from "./draft";

/**
 * Starts an article with an empty draft, under the writer's own byline if they have one.
 * @returns the event; its subjectId is the article's id. @throws Refusal "forbidden"
 */
export function createArticle(actor: Actor): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "article.create");
    const [own] = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.staffId, actor.id));
    const content = { ...EMPTY_ARTICLE, bylineIds: own ? [own.id] : [] };
    const createdAt = now();
    const [article] = await tx
      .insert(articles)
      .values({ createdBy: actor.id, createdAt })
      .returning({ id: articles.id });
    if (!article) throw new Error("The article was not written");
    await tx.insert(drafts).values({
      articleId: article.id,
      version: 1,
      content,
      headline: "",
      savedBy: actor.id,
      savedAt: createdAt,
    });
    return record(tx, actor, "article.created", article.id);
  });
}

/**
 * Saves a draft that was written upon `version`. If another save came first, nothing is overwritten: this text is
 * kept as a revision, and the answer holds the one that stands; if that is later written over, to settle the conflict,
 * it is kept too. Saving again what already stands changes nothing,
 * so a save whose answer got lost may be sent again.
 * @throws Refusal "not-found", "forbidden", "invalid"
 */
export function saveDraft(actor: Actor, { id, version, content }: SaveDraft): Promise<SaveResult> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.edit", draft);
    await checkReferences(tx, content);
    if (isDeepStrictEqual(content, draft.content)) return savedAs(draft);
    if (draft.version !== version) return conflict(tx, actor, draft, { id, version, content });

    await keepContested(tx, draft);
    const saved = { version: version + 1, savedAt: now() };
    await tx
      .update(drafts)
      .set({ ...saved, content, headline: content.headline, sectionId: content.sectionId, savedBy: actor.id })
      .where(eq(drafts.articleId, id));
    await record(tx, actor, "article.edited", id, { version: saved.version });
    return { saved };
  });
}

function savedAs({ version, savedAt }: Draft): SaveResult {
  return { saved: { version, savedAt } };
}

/** Keeps the text that is about to be written over, if somebody else's lost against it: then both are in the history. */
async function keepContested(tx: Db, { id, version, savedBy, savedAt, content }: Draft): Promise<void> {
  const of = eq(revisions.articleId, id);
  const [lost] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(of, eq(revisions.reason, "conflict"), gte(revisions.createdAt, savedAt)))
    .limit(1);
  if (!lost) return;
  const [kept] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(of, eq(revisions.version, version)));
  if (!kept) await keepRevision(tx, { articleId: id, version, reason: "conflict", by: savedBy }, content);
}

async function conflict(tx: Db, actor: Actor, draft: Draft, lost: SaveDraft): Promise<SaveResult> {
  const of = { articleId: lost.id, version: lost.version, reason: "conflict" as const, by: actor.id };
  const keptRevisionId = await keepRevision(tx, of, lost.content);
  const [other] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, draft.savedBy));
  await record(tx, actor, "article.conflicted", lost.id, { keptRevisionId });
  return {
    conflict: {
      current: draft.content,
      version: draft.version,
      savedBy: other?.name ?? "",
      savedAt: draft.savedAt,
      keptRevisionId,
    },
  };
}
