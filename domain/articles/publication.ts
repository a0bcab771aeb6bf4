import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { publications, revisions } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { planPings } from "@/domain/pings/planning";
import { indexArticle } from "@/domain/search/indexing";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { type ArticleContent, missingForPublication, type PublishArticle, type UnpublishArticle } from "./article";
import { checkReferences, findDraft, keepRevision } from "./draft";
import { settlePermalink } from "./permalinks";
import { endCycle } from "./plan";
import { forReaders } from "./review";
import { eitherStanding, standingNow, standingOf } from "./standing";

/**
 * Puts the draft as it stands at `version` before readers: for the first time, or in place of what they see.
 * @throws Refusal "not-found", "forbidden", "conflict" if the draft was saved since, "invalid" if something is missing
 */
export function publishArticle(actor: Actor, { id, version }: PublishArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.publish", draft);
    if (draft.version !== version) {
      throw new Refusal(
        "conflict",
        "This article was saved again since you looked at it. Read it once more, then publish.",
      );
    }
    const content = forReaders(trimmed(draft.content));
    refuseIncomplete(content);
    await checkReferences(tx, content);
    const live = await findLive(tx, id);
    if (live?.version === version) throw new Refusal("invalid", "Readers already see this version.");

    const standing = eitherStanding(await standingNow(tx, id), standingOf(content));
    const slug = await settlePermalink(tx, id, content);
    const of = { articleId: id, version, reason: "publication" as const, by: actor.id };
    const revisionId = await keepRevision(tx, of, { ...content, slug });
    const first = await firstPublishedAt(tx, id);
    const publishedAt = now();
    if (live) await endPublication(tx, actor, live.id, publishedAt);
    await tx.insert(publications).values({
      articleId: id,
      revisionId,
      kind: first ? "update" : "first",
      publishedBy: actor.id,
      publishedAt,
      firstPublishedAt: first ?? publishedAt,
      sectionId: content.sectionId ?? "",
    });
    await indexArticle(tx, id);
    await endCycle(tx, actor, id);
    const verb = first ? "article.updated" : "article.published";
    return planPings(tx, await record(tx, actor, verb, id, { revisionId, ...standing }));
  });
}

/**
 * Takes an article away from readers. Its draft, its revisions and its address stay; at that address they are told why,
 * where a note says so.
 * @throws Refusal "not-found", "forbidden", "invalid" if readers do not see it
 */
export function unpublishArticle(actor: Actor, { id, note = "" }: UnpublishArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.unpublish", draft);
    const live = await findLive(tx, id);
    if (!live) throw new Refusal("invalid", "This article is not before readers.");
    const standing = await standingNow(tx, id);
    await endPublication(tx, actor, live.id, now(), note);
    await indexArticle(tx, id);
    return planPings(tx, await record(tx, actor, "article.unpublished", id, standing));
  });
}

/** The publication by which readers see the article now, if they do. */
export async function findLive(tx: Db, articleId: string) {
  const [live] = await tx
    .select({
      id: publications.id,
      version: revisions.version,
      revisionId: publications.revisionId,
      firstPublishedAt: publications.firstPublishedAt,
      sectionId: publications.sectionId,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isNull(publications.endedAt)));
  return live;
}

async function firstPublishedAt(tx: Db, articleId: string): Promise<Date | undefined> {
  const [first] = await tx
    .select({ at: publications.firstPublishedAt })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(asc(publications.publishedAt))
    .limit(1);
  return first?.at;
}

export async function endPublication(tx: Db, actor: Actor, id: string, endedAt: Date, endNote = ""): Promise<void> {
  await tx.update(publications).set({ endedAt, endedBy: actor.id, endNote }).where(eq(publications.id, id));
}

function trimmed(content: ArticleContent): ArticleContent {
  return { ...content, headline: content.headline.trim(), standfirst: content.standfirst.trim() };
}

function refuseIncomplete(content: ArticleContent): void {
  const missing = missingForPublication(content);
  if (missing.length === 0) return;
  const fields: Record<string, string> = {};
  for (const { field, message } of missing) fields[field] ??= message;
  throw new Refusal("invalid", missing.map(({ message }) => message).join(" "), fields);
}
