import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { headlineSays } from "@/db/desk-search";
import { unindexed } from "@/db/dialect";
import { cursorAt, olderThan } from "@/db/paging";
import {
  articles,
  corrections,
  deskEntries,
  drafts,
  embargoes,
  permalinks,
  plans,
  publications,
  revisions,
  schedules,
  sections,
  staff,
} from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import { type Actor, reach } from "@/domain/people/staff";
import { inOrder } from "@/lib/in-order";
import { notFound } from "@/lib/refusal";
import { searchWords } from "@/lib/search-words";
import type { ArticleContent, TakedownReason } from "./article";
import { articlesWithState, planOf, readers } from "./desk-rows";
import { type Draft, findDraft } from "./draft";
import { findTakedown } from "./placing";
import { ownerId } from "./plan";
import type { Act } from "./schedule";
import { isInForce } from "./schedules";
import { isOwnWork } from "./second-eyes";
import type { ReadersFilter, ReadersState, Stage, StoryPlan } from "./stage";
import type { Correction } from "./story";

const PAGE = 30;

const approvers = alias(staff, "approvers");

export type ArticleRow = {
  id: string;
  headline: string;
  /** Null while nothing is under way. */
  stage: Stage | null;
  readers: ReadersState;
  sectionName: string | null;
  /** Whose it is. */
  writer: string;
  savedAt: Date;
  savedBy: string;
  /** Where readers see it; null if they do not. */
  path: string | null;
  /** What is planned first, and when. */
  next: { act: Act; at: Date } | null;
  /** Until when nothing new of it may come before readers. */
  embargoedUntil: Date | null;
};

export type ArticleFilters = {
  /** Words of the headline. */
  search?: string;
  stage?: Stage;
  readers?: ReadersFilter;
  sectionId?: string;
  /** The member of the staff whose it is. */
  staffId?: string;
  /** These and no others. */
  ids?: string[];
  /** Where the page before ended, as it said in `next`. */
  cursor?: string;
};

/**
 * The articles the actor may read, those saved last first.
 * @returns a page of rows, and the cursor of the next page or null. @throws Refusal "forbidden"
 */
export async function listArticles(
  actor: Actor,
  filters: ArticleFilters = {},
): Promise<{ rows: ArticleRow[]; next: string | null }> {
  authorize(actor, "article.read");
  const conditions: (SQL | undefined)[] = [
    await headlineSays(searchWords(filters.search ?? "")),
    narrowed(actor, filters),
    readersAre(filters.readers),
    filters.ids && inArray(deskEntries.articleId, filters.ids),
    olderThan(filters.cursor, deskEntries.savedAt, deskEntries.articleId),
  ];
  const order = [desc(deskEntries.savedAt), desc(deskEntries.articleId)];
  // The page is chosen by the entries alone: all that a row shows is joined to those of the page, not to all that are found.
  const chosen = db()
    .select({ id: deskEntries.articleId })
    .from(deskEntries)
    .where(and(...conditions))
    .orderBy(...order)
    .limit(PAGE + 1);
  const found = await articlesWithState()
    .where(inArray(drafts.articleId, chosen))
    .orderBy(...order);
  const page = found.slice(0, PAGE);
  const planned = await plannedFor(page.map(({ id }) => id));
  const rows = page.map((row) => ({
    ...planned(row.id),
    id: row.id,
    headline: row.headline,
    stage: row.plan.stage,
    readers: row.readers,
    sectionName: row.sectionName,
    writer: row.writer,
    savedAt: row.savedAt,
    savedBy: row.savedBy,
    path: row.liveVersion === null ? null : row.path,
  }));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, next: last ? cursorAt(last.savedAt, last.id) : null };
}

/** What is planned first for each of these, and until when an embargo holds them. */
async function plannedFor(ids: string[]) {
  const [pending, held] = await Promise.all([
    db()
      .select({ articleId: schedules.articleId, act: schedules.act, at: schedules.at })
      .from(schedules)
      .where(and(inArray(schedules.articleId, ids), isNull(schedules.endedAt)))
      .orderBy(asc(schedules.at)),
    db()
      .select({ articleId: embargoes.articleId, until: embargoes.until })
      .from(embargoes)
      .where(and(inArray(embargoes.articleId, ids), isInForce())),
  ]);
  return (id: string) => {
    const next = pending.find(({ articleId }) => articleId === id);
    return {
      next: next ? { act: next.act, at: next.at } : null,
      embargoedUntil: held.find(({ articleId }) => articleId === id)?.until ?? null,
    };
  };
}

/**
 * What a list is narrowed to, by one index: that of what is rarest. Any two would do, but for that the database knows
 * nothing of how many stories each has.
 */
function narrowed(actor: Actor, { stage, readers, sectionId, staffId }: ArticleFilters): SQL | undefined {
  const isKept = readers && readers !== "scheduled" && readers !== "embargoed";
  const isRare = isKept && readers !== "live";
  const own = reach(actor, "article.read") === "own" ? actor.id : undefined;
  const wanted: [SQLiteColumn, string | undefined][] = [
    [deskEntries.stage, stage],
    [deskEntries.readers, isRare ? readers : undefined],
    [deskEntries.ownerId, own],
    [deskEntries.ownerId, staffId],
    [deskEntries.sectionId, sectionId],
    [deskEntries.readers, isKept && !isRare ? readers : undefined],
  ];
  const asked = wanted.flatMap(([column, value]) => (value ? { column, value } : []));
  return and(...asked.map(({ column, value }, at) => (at === 0 ? eq(column, value) : eq(unindexed(column), value))));
}

/** The condition that readers are to have a story, or are kept from it, where a list is narrowed to that. */
function readersAre(filter: ReadersFilter | undefined): SQL | undefined {
  if (filter === "scheduled") {
    const pending = db().select({ id: schedules.articleId }).from(schedules).where(isNull(schedules.endedAt));
    return inArray(deskEntries.articleId, pending);
  }
  if (filter === "embargoed") {
    const held = db().select({ id: embargoes.articleId }).from(embargoes).where(isInForce());
    return inArray(deskEntries.articleId, held);
  }
  return undefined;
}

export type ArticleOnDesk = {
  id: string;
  ownerId: string;
  sectionId: string | null;
  version: number;
  content: ArticleContent;
  savedAt: Date;
  savedBy: string;
  /** Whose it is. */
  writer: string;
  readers: ReadersState;
  plan: StoryPlan;
  /** Whether the paper wants somebody else than who looks to publish it. */
  ownWork: boolean;
  /** The address it has or had; null before the first publication. */
  path: string | null;
  /** What readers see; null if nothing. */
  live: {
    path: string;
    /** Where readers see it: whose desk decides of that, whatever the draft says. */
    sectionId: string;
    firstPublishedAt: Date;
    publishedAt: Date;
    updatedAt: Date;
    version: number;
    /** Since when and why it stands retracted. */
    retraction: { at: Date; reason: string } | null;
  } | null;
  /** Why and since when nobody may publish it. */
  takedown: { reason: TakedownReason; note: string; at: Date } | null;
};

/** One article with its draft, for its screen. @throws Refusal "not-found", also for what the actor may not read */
export async function readArticle(actor: Actor, id: string): Promise<ArticleOnDesk> {
  const draft = await readable(actor, id);
  const [[row], takedown] = await Promise.all([articlesWithState().where(eq(articles.id, id)), findTakedown(db(), id)]);
  if (!row) throw notFound("article");
  const { path, liveSection: sectionId, liveSince, publishedAt, updatedAt, liveVersion } = row;
  const retraction = row.retractedAt ? { at: row.retractedAt, reason: row.retraction ?? "" } : null;
  return {
    id,
    ownerId: draft.ownerId,
    sectionId: draft.sectionId,
    version: draft.version,
    content: draft.content,
    savedAt: draft.savedAt,
    savedBy: row.savedBy,
    writer: row.writer,
    readers: row.readers,
    plan: planOf(row),
    ownWork: await isOwnWork(db(), actor, draft),
    path,
    live:
      path && sectionId && liveSince && publishedAt && updatedAt && liveVersion !== null
        ? { path, sectionId, firstPublishedAt: liveSince, publishedAt, updatedAt, version: liveVersion, retraction }
        : null,
    takedown: takedown ? { reason: takedown.reason, note: takedown.note, at: takedown.takenDownAt } : null,
  };
}

/** A story as pickers show it. */
export type StoryChoice = {
  id: string;
  headline: string;
  stage: Stage | null;
  readers: ReadersState;
  sectionName: string | null;
};

/** How many a picker offers. */
const SUGGESTIONS = 20;

/**
 * Stories whose headline says every word, those saved last first, for whoever puts one beside another. Of others' stories
 * that the actor may not read, those that readers see are found, by the headline that readers see.
 * @param but a story that is left out: the one that is being written.
 * @throws Refusal "forbidden"
 */
export async function searchStories(actor: Actor, text: string, but = ""): Promise<StoryChoice[]> {
  authorize(actor, "article.read");
  const { query, headline, mayName } = storyChoices(actor);
  const words = searchWords(text);
  // Only of what is changed do readers see another headline than the desk.
  const says = await headlineSays(words);
  return query
    .where(
      and(
        says && or(says, eq(deskEntries.readers, "changed")),
        mayName,
        ne(articles.id, but),
        ne(headline, ""),
        ...words.map((word) => like(headline, `%${word}%`)),
      ),
    )
    .orderBy(desc(deskEntries.savedAt), desc(deskEntries.articleId))
    .limit(SUGGESTIONS);
}

/** The stories with these ids, in the order of the ids. Those that the actor may not be told of are left out. */
export async function storiesById(actor: Actor, ids: string[]): Promise<StoryChoice[]> {
  authorize(actor, "article.read");
  const { query, mayName } = storyChoices(actor);
  return inOrder(ids, await query.where(and(mayName, inArray(articles.id, ids))));
}

function storyChoices(actor: Actor) {
  const own = eq(ownerId, actor.id);
  const readsAll = reach(actor, "article.read") === "any";
  const headline = readsAll
    ? sql<string>`${drafts.headline}`
    : sql<string>`case when ${own} then ${drafts.headline} else ${revisions.headline} end`;
  const query = db()
    .select({ id: articles.id, headline, stage: plans.stage, readers, sectionName: sections.name })
    .from(deskEntries)
    .innerJoin(drafts, eq(drafts.articleId, deskEntries.articleId))
    .innerJoin(articles, eq(articles.id, drafts.articleId))
    .innerJoin(plans, eq(plans.articleId, drafts.articleId))
    .leftJoin(publications, and(eq(publications.articleId, articles.id), isNull(publications.endedAt)))
    .leftJoin(revisions, eq(revisions.id, publications.revisionId))
    .leftJoin(permalinks, and(eq(permalinks.articleId, articles.id), isNull(permalinks.retiredAt)))
    .leftJoin(sections, eq(sections.id, readsAll ? drafts.sectionId : publications.sectionId));
  return { query, headline, mayName: readsAll ? undefined : or(own, isNotNull(publications.id)) };
}

/** The draft, for whoever may read it. @throws Refusal "not-found", also for what the actor may not read */
export async function readable(actor: Actor, id: string): Promise<Draft> {
  const draft = await findDraft(db(), id);
  if (reach(actor, "article.read") === "own" && draft.ownerId !== actor.id) throw notFound("article");
  authorize(actor, "article.read", draft);
  return draft;
}

/** A correction as the newsroom lists it. */
export type CorrectionRow = Correction & { publishedBy: string; approvedBy: string | null };

/** What was ever corrected in an article, the newest first. @throws Refusal "not-found", also for what the actor may not read */
export async function listCorrections(actor: Actor, articleId: string): Promise<CorrectionRow[]> {
  await readable(actor, articleId);
  return db()
    .select({
      id: corrections.id,
      kind: corrections.kind,
      text: corrections.text,
      place: corrections.place,
      publishedAt: corrections.publishedAt,
      publishedBy: staff.name,
      approvedBy: approvers.name,
    })
    .from(corrections)
    .innerJoin(staff, eq(staff.id, corrections.publishedBy))
    .leftJoin(approvers, eq(approvers.id, corrections.approvedBy))
    .where(eq(corrections.articleId, articleId))
    .orderBy(desc(corrections.publishedAt), desc(corrections.id));
}

/** The staff whose articles there are, for the list's filter. @throws Refusal "forbidden" */
export async function listWriters(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "article.read");
  if (reach(actor, "article.read") === "own") return [{ id: actor.id, name: actor.name }];
  const theirs = db().select({ id: deskEntries.id }).from(deskEntries).where(eq(deskEntries.ownerId, staff.id));
  return db().select({ id: staff.id, name: staff.name }).from(staff).where(exists(theirs)).orderBy(asc(staff.name));
}
