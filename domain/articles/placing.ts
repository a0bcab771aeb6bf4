import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { written } from "@/db/dialect";
import { corrections, publications, revisions, staff, takedowns } from "@/db/schema";
import type { Event, Verb } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { saidInLibrary } from "@/domain/media/sources";
import type { Actor } from "@/domain/people/staff";
import { planPings } from "@/domain/pings/planning";
import { indexArticle } from "@/domain/search/indexing";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import {
  type ArticleContent,
  assetIdsIn,
  type Change,
  filledIn,
  missingForPublication,
  type PublicationKind,
  type ReadersContent,
} from "./article";
import { checkReferences, keepRevision, refuseInBin } from "./draft";
import { isLive } from "./live";
import { settlePermalink } from "./permalinks";
import { refuseOutsideRights } from "./picture-rights";
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
  /** What it is to readers, after the first time: an update of which nothing is said unless told. */
  change?: Change;
  /** The plan by which it comes, and when: the moment in which that is over. */
  planned?: { scheduleId: string; at: Date };
};

/** What a draft would be before readers. @throws Refusal "invalid" with each thing that is missing */
export async function readyForReaders(tx: Db, draft: ArticleContent): Promise<ReadersContent> {
  const { headline, standfirst, ...rest } = draft;
  const content = forReaders({ ...rest, headline: headline.trim(), standfirst: standfirst.trim() });
  refuseIncomplete(filledIn(content, await saidInLibrary(tx, assetIdsIn(content))));
  await checkReferences(tx, content);
  await refuseInBin(tx, content);
  return content;
}

/**
 * Puts a text before readers: for the first time, or in place of what they see.
 * @throws Refusal "invalid" if another article has its address, while an embargo is in force, if it is held, killed or
 * taken down, or shows something outside its rights
 */
export async function placeBeforeReaders(tx: Db, by: By, placing: Placing): Promise<Event> {
  const { articleId, version, content, change, planned } = placing;
  await refuseTakenDown(tx, articleId);
  const live = await findLive(tx, articleId);
  await refuseOutsideRights(tx, articleId, content, planned?.at ?? now());
  // What readers have already is held back from nobody.
  if (!live || live.revisionId !== placing.revisionId) {
    await refuseEmbargoed(tx, articleId);
    await refuseStopped(tx, articleId);
  }
  const standing = eitherStanding(await standingNow(tx, articleId), standingOf(content));
  const slug = await settlePermalink(tx, articleId, content);
  const of = { articleId, version, reason: "publication" as const, by: by.id };
  const revisionId = placing.revisionId ?? (await keepRevision(tx, of, { ...content, slug }));
  const told = await put(tx, by, {
    articleId,
    revisionId,
    sectionId: content.sectionId ?? "",
    change,
    at: planned?.at,
  });
  await supersede(tx, articleId, version);
  await endCycle(tx, by, articleId, version);
  const data = { ...told.data, scheduleId: planned?.scheduleId, ...standing };
  return planPings(tx, await record(tx, by, told.verb, articleId, data));
}

/**
 * Tells readers of a change upon the text that they see now, whatever the draft holds: it is published anew with that, so
 * that every page, feed and file tells one time of the change.
 * @throws Refusal "invalid" if readers do not see the article, or would be told nothing
 */
export async function applyChange(tx: Db, by: By, articleId: string, change: Change): Promise<Event> {
  const live = await findLive(tx, articleId);
  if (!live) throw new Refusal("invalid", "This article is not before readers.");
  const saysNothing = change.kind === "minor" && !(change.endsRetraction && live.retractedAt);
  if (saysNothing) throw new Refusal("invalid", "There is nothing that this would change.");
  const { revisionId, sectionId } = live;
  const standing = await standingNow(tx, articleId);
  const told = await put(tx, by, { articleId, revisionId, sectionId, change });
  return planPings(tx, await record(tx, by, told.verb, articleId, { ...told.data, ...standing }));
}

/** @throws Refusal "invalid" if nobody of the staff approved a correction */
export async function checkApproval(tx: Db, change: Change | undefined): Promise<void> {
  if (change?.kind !== "correction" && change?.kind !== "clarification") return;
  const [approver] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, change.approvedBy), isNull(staff.disabledAt)));
  const message = "Choose who of the staff approved it.";
  if (!approver) throw new Refusal("invalid", message, { "change.approvedBy": message });
}

const VERBS: Record<Change["kind"], Verb> = {
  minor: "article.updated",
  update: "article.updated",
  correction: "article.corrected",
  clarification: "article.corrected",
  retraction: "article.retracted",
};

/** Writes the publication, ends the one before it, and keeps what is told of the change. */
async function put(
  tx: Db,
  by: By,
  of: { articleId: string; revisionId: string; sectionId: string; change: Change | undefined; at?: Date },
): Promise<{ verb: Verb; data: Record<string, unknown> }> {
  const { articleId, revisionId, sectionId, at: publishedAt = now() } = of;
  const before = await lastPublication(tx, articleId);
  const change: Change = of.change ?? { kind: "update", note: "" };
  const kind: PublicationKind = before ? change.kind : "first";
  if (before?.endedAt === null) await endPublication(tx, by, before.id, publishedAt);
  const publication = {
    articleId,
    revisionId,
    kind,
    note: before ? noteOf(change) : "",
    publishedBy: by.id,
    publishedAt,
    firstPublishedAt: before?.firstPublishedAt ?? publishedAt,
    updatedAt: kind === "minor" && before ? before.updatedAt : publishedAt,
    ...(before ? retractionAfter(change, before, publishedAt) : {}),
    sectionId,
  };
  await tx.insert(publications).values(publication);
  const correctionId = before && (await keepCorrection(tx, by, articleId, change, publishedAt));
  await indexArticle(tx, articleId);
  const ended = before?.retractedAt && !publication.retractedAt ? { endsRetraction: true } : {};
  return {
    verb: before ? VERBS[change.kind] : "article.published",
    data: { revisionId, kind, ...(correctionId ? { correctionId } : {}), ...ended },
  };
}

/** What readers are told of a change, in words; empty for a minor one. */
function noteOf(change: Change): string {
  if (change.kind === "minor") return "";
  if (change.kind === "retraction") return change.reason;
  return change.kind === "update" ? change.note : change.text;
}

/** A retracted story stays so until a change says otherwise. */
function retractionAfter(change: Change, before: { retractedAt: Date | null; retraction: string }, at: Date) {
  if (change.kind === "retraction") return { retractedAt: before.retractedAt ?? at, retraction: change.reason };
  if (change.endsRetraction) return { retractedAt: null, retraction: "" };
  return { retractedAt: before.retractedAt, retraction: before.retraction };
}

async function keepCorrection(tx: Db, by: By, articleId: string, change: Change, publishedAt: Date) {
  if (change.kind !== "correction" && change.kind !== "clarification") return undefined;
  const { kind, text, place, approvedBy } = change;
  const [kept] = await tx
    .insert(corrections)
    .values({ articleId, kind, text, place, approvedBy, publishedAt, publishedBy: by.id })
    .returning({ id: corrections.id });
  return kept?.id;
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
      retractedAt: publications.retractedAt,
      sectionId: publications.sectionId,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isLive));
  return live;
}

/** Ends what readers see of an article, at the moment in which something takes its place or nothing does. */
export async function endPublication(tx: Db, by: By, id: string, endedAt: Date, endNote = ""): Promise<void> {
  await tx.update(publications).set({ endedAt, endedBy: by.id, endNote }).where(eq(publications.id, id));
}

/** Whether an article was taken down, and that stands. */
export async function findTakedown(tx: Db, articleId: string) {
  const [standing] = await tx
    .select()
    .from(takedowns)
    .where(and(eq(takedowns.articleId, articleId), isNull(takedowns.liftedAt)));
  return standing;
}

/** @throws Refusal "invalid" if the article was taken down: nobody publishes it until that is lifted */
export async function refuseTakenDown(tx: Db, articleId: string): Promise<void> {
  if (!(await findTakedown(tx, articleId))) return;
  throw new Refusal("invalid", "This story was taken down. It cannot be published until that is lifted.");
}

/** The publication that is live, or else was the last to be. */
async function lastPublication(tx: Db, articleId: string) {
  const [last] = await tx
    .select({
      id: publications.id,
      endedAt: publications.endedAt,
      firstPublishedAt: publications.firstPublishedAt,
      updatedAt: publications.updatedAt,
      retractedAt: publications.retractedAt,
      retraction: publications.retraction,
    })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(written(publications)))
    .limit(1);
  return last;
}

function refuseIncomplete(content: ArticleContent): void {
  const missing = missingForPublication(content);
  if (missing.length === 0) return;
  const fields: Record<string, string> = {};
  for (const { field, message } of missing) fields[field] ??= message;
  throw new Refusal("invalid", missing.map(({ message }) => message).join(" "), fields);
}
