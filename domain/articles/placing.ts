import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publications, revisions } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import type { Actor } from "@/domain/people/staff";
import { planPings } from "@/domain/pings/planning";
import { indexArticle } from "@/domain/search/indexing";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { type ArticleContent, missingForPublication, type PublicationKind, type ReadersContent } from "./article";
import { checkReferences, keepRevision } from "./draft";
import { settlePermalink } from "./permalinks";
import { endCycle, refuseStopped } from "./plan";
import { forReaders } from "./review";
import { refuseEmbargoed, supersede } from "./schedules";
import { eitherStanding, standingNow, standingOf } from "./standing";

// What every verb that puts a story before readers, or takes it from them, has in common. Whoever calls has authorised.

/** Who did it: a member of the staff, or whoever planned it once. */
type By = Pick<Actor, "id"> | Actor;

/** A text on its way to readers. */
export type Placing = {
  articleId: string;
  /** The draft's version that it was. */
  version: number;
  content: ReadersContent;
  /** The revision that keeps it, if one does already. */
  revisionId?: string;
  /** Why, after the first time: a notable update unless told. */
  kind?: Exclude<PublicationKind, "first">;
  /** What changed, as readers are told. */
  note?: string;
  /** The plan by which it comes, and when: the moment in which that is over. */
  planned?: { scheduleId: string; at: Date };
};

/** What a draft would be before readers. @throws Refusal "invalid" with each thing that is missing */
export async function readyForReaders(tx: Db, draft: ArticleContent): Promise<ReadersContent> {
  const { headline, standfirst, ...rest } = draft;
  const content = forReaders({ ...rest, headline: headline.trim(), standfirst: standfirst.trim() });
  refuseIncomplete(content);
  await checkReferences(tx, content);
  return content;
}

/**
 * Puts a text before readers: for the first time, or in place of what they see.
 * @throws Refusal "invalid" if another article has its address, while an embargo is in force, or it is held or killed
 */
export async function placeBeforeReaders(tx: Db, by: By, placing: Placing): Promise<Event> {
  const { articleId, version, content, note = "", planned } = placing;
  const live = await findLive(tx, articleId);
  // What readers have already is held back from nobody.
  if (!live || live.revisionId !== placing.revisionId) {
    await refuseEmbargoed(tx, articleId);
    await refuseStopped(tx, articleId);
  }
  const standing = eitherStanding(await standingNow(tx, articleId), standingOf(content));
  const slug = await settlePermalink(tx, articleId, content);
  const of = { articleId, version, reason: "publication" as const, by: by.id };
  const revisionId = placing.revisionId ?? (await keepRevision(tx, of, { ...content, slug }));
  const first = await firstPublishedAt(tx, articleId);
  const publishedAt = planned?.at ?? now();
  const kind = first ? (placing.kind ?? "update") : "first";
  if (live) await endPublication(tx, by, live.id, publishedAt);
  await tx.insert(publications).values({
    articleId,
    revisionId,
    kind,
    note,
    publishedBy: by.id,
    publishedAt,
    firstPublishedAt: first ?? publishedAt,
    updatedAt: kind === "minor" && live ? live.updatedAt : publishedAt,
    sectionId: content.sectionId ?? "",
  });
  await indexArticle(tx, articleId);
  await supersede(tx, articleId, version);
  await endCycle(tx, by, articleId, version);
  const verb = first ? "article.updated" : "article.published";
  return planPings(
    tx,
    await record(tx, by, verb, articleId, { revisionId, kind, scheduleId: planned?.scheduleId, ...standing }),
  );
}

/**
 * Takes an article away from readers. Its draft, its revisions and its address stay.
 * @throws Refusal "invalid" if readers do not see it
 */
export async function takeFromReaders(
  tx: Db,
  by: By,
  articleId: string,
  { note, planned }: { note: string; planned?: Placing["planned"] },
): Promise<Event> {
  const live = await findLive(tx, articleId);
  if (!live) throw new Refusal("invalid", "This article is not before readers.");
  const standing = await standingNow(tx, articleId);
  await endPublication(tx, by, live.id, planned?.at ?? now(), note);
  await indexArticle(tx, articleId);
  return planPings(
    tx,
    await record(tx, by, "article.unpublished", articleId, { scheduleId: planned?.scheduleId, ...standing }),
  );
}

/** The publication by which readers see the article now, if they do. */
export async function findLive(tx: Db, articleId: string) {
  const [live] = await tx
    .select({
      id: publications.id,
      version: revisions.version,
      revisionId: publications.revisionId,
      firstPublishedAt: publications.firstPublishedAt,
      updatedAt: publications.updatedAt,
      sectionId: publications.sectionId,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isNull(publications.endedAt)));
  return live;
}

/** Ends what readers see of an article, at the moment in which something takes its place or nothing does. */
export async function endPublication(tx: Db, by: By, id: string, endedAt: Date, endNote = ""): Promise<void> {
  await tx.update(publications).set({ endedAt, endedBy: by.id, endNote }).where(eq(publications.id, id));
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

function refuseIncomplete(content: ArticleContent): void {
  const missing = missingForPublication(content);
  if (missing.length === 0) return;
  const fields: Record<string, string> = {};
  for (const { field, message } of missing) fields[field] ??= message;
  throw new Refusal("invalid", missing.map(({ message }) => message).join(" "), fields);
}
