import { and, asc, desc, eq, inArray, lt, notInArray, or, type SQL } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import {
  bylines,
  listSizes,
  publications,
  revisionAssets,
  revisionBylines,
  revisions,
  revisionTopics,
  searchEntries,
  topics,
} from "@/db/schema";
import { outdateEntries, putEntry, removeEntry } from "@/db/search";
import { assetsIn, type Body, picturesIn, plainText, readableBody, saidOf } from "@/domain/articles/body";
import { listOf } from "@/domain/articles/lists";
import { isListed } from "@/domain/articles/live";
import { record } from "@/domain/events/record";
import type { Said } from "@/domain/media/asset";
import { saidInLibrary } from "@/domain/media/sources";
import { termsOf, VERSION } from "./terms";

/** How many stories are indexed in one transaction: the newsroom's saving waits for no more. */
const BATCH = 200;

/** How much of a body is read, in characters. */
const READ = 500_000;

/**
 * Makes the index say of an article what readers see of it now: in the transaction that changed that, so that what is
 * published is found at once, and what is not is never found.
 */
export async function indexArticle(tx: Db, articleId: string): Promise<void> {
  const [story] = await tx
    .select({ at: publications.firstPublishedAt, sectionId: publications.sectionId, revision: revisions })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isListed));
  if (!story) return removeEntry(tx, articleId);
  const { revision } = story;
  const credited = await tx
    .select({ id: bylines.id, name: bylines.name })
    .from(revisionBylines)
    .innerJoin(bylines, eq(bylines.id, revisionBylines.bylineId))
    .where(eq(revisionBylines.revisionId, revision.id))
    .orderBy(asc(revisionBylines.position));
  const about = await tx
    .select({ id: topics.id, name: topics.name })
    .from(revisionTopics)
    .innerJoin(topics, eq(topics.id, revisionTopics.topicId))
    .where(eq(revisionTopics.revisionId, revision.id))
    .orderBy(asc(revisionTopics.position));
  const body = readableBody(revision.body);
  const library = await saidInLibrary(tx, assetsIn(body));
  const names = [revision.kicker, ...[...about, ...credited].map(({ name }) => name)];
  await putEntry(tx, {
    articleId,
    at: story.at,
    version: VERSION,
    terms: {
      headline: listed(revision.headline),
      names: listed(names.join("\n")),
      standfirst: listed(revision.standfirst),
      body: listed(searchedText(body, library).slice(0, READ)),
    },
    shelves: [shelf.section(story.sectionId), ...about.map(shelf.topic), ...credited.map(shelf.byline)],
  });
}

/** How the index names where a story stands. */
export const shelf = {
  section: (id: string) => `s${id}`,
  topic: ({ id }: { id: string }) => `t${id}`,
  byline: ({ id }: { id: string }) => `b${id}`,
};

/**
 * What is searched of a body: its text, and what stands below its pictures.
 * @param library what the library says of these, where the story leaves it to that
 */
export function searchedText(body: Body, library: { get(assetId: string): Said | undefined }): string {
  const captions = picturesIn(body).map((use) => saidOf(use, library.get(use.assetId)).caption);
  return [plainText(body), ...captions].filter(Boolean).join("\n");
}

function listed(text: string): string[] {
  return termsOf(text).map(({ term }) => term);
}

/** Finds the stories of a byline by its new name: the newest of them at once, the others by the next job. */
export function indexByline(tx: Db, bylineId: string): Promise<void> {
  const named = tx
    .select({ revisionId: revisionBylines.revisionId })
    .from(revisionBylines)
    .where(eq(revisionBylines.bylineId, bylineId));
  return indexNamed(tx, inArray(publications.revisionId, named));
}

/** Finds the stories about a topic by its new name: the newest of them at once, the others by the next job. */
export function indexTopic(tx: Db, topicId: string): Promise<void> {
  const about = tx
    .select({ revisionId: revisionTopics.revisionId })
    .from(revisionTopics)
    .where(eq(revisionTopics.topicId, topicId));
  return indexNamed(tx, inArray(publications.revisionId, about));
}

/** Finds the stories that show a picture by what the library says of it now. */
export function indexPictured(tx: Db, assetId: string): Promise<void> {
  const shown = tx
    .select({ revisionId: revisionAssets.revisionId })
    .from(revisionAssets)
    .where(eq(revisionAssets.assetId, assetId));
  return indexNamed(tx, inArray(publications.revisionId, shown));
}

async function indexNamed(tx: Db, which: SQL): Promise<void> {
  const stories = await tx
    .select({ id: publications.articleId })
    .from(publications)
    .where(and(which, isListed))
    .orderBy(desc(publications.firstPublishedAt));
  const ids = stories.map(({ id }) => id);
  for (let from = BATCH; from < ids.length; from += 10_000) await outdateEntries(tx, ids.slice(from, from + 10_000));
  for (const id of ids.slice(0, BATCH)) await indexArticle(tx, id);
}

/** Whether the index lacks stories, holds some too many, or some that are to be made anew. */
export async function isIndexBehind(): Promise<boolean> {
  const outdated = await db()
    .select({ id: searchEntries.id })
    .from(searchEntries)
    .where(lt(searchEntries.version, VERSION))
    .limit(1);
  if (outdated.length > 0) return true;
  const sizes = await db()
    .select({ list: listSizes.list, stories: listSizes.stories })
    .from(listSizes)
    .where(inArray(listSizes.list, [listOf.all, listOf.found]));
  const sizeOf = (name: string) => sizes.find(({ list }) => list === name)?.stories ?? 0;
  return sizeOf(listOf.found) !== sizeOf(listOf.all);
}

/**
 * Brings the index to what is live: after an upgrade that changed how texts are taken apart, or that had no index
 * before; after a name was changed that many stories carry. The newest stories come first; it may be broken off and begun
 * again at any time.
 * @param most how many stories are indexed at the most. @returns how many were
 */
export async function catchUp(most = Number.POSITIVE_INFINITY): Promise<number> {
  await dropEnded();
  let done = 0;
  let after: Place | undefined;
  while (done < most) {
    const batch: Place[] = await placesAfter(after);
    if (batch.length === 0) break;
    after = batch.at(-1);
    done += await indexMissing(batch.map(({ articleId }) => articleId));
  }
  return done;
}

type Place = { articleId: string; id: string; at: Date };

function placesAfter(after: Place | undefined): Promise<Place[]> {
  const older =
    after &&
    or(
      lt(publications.firstPublishedAt, after.at),
      and(eq(publications.firstPublishedAt, after.at), lt(publications.id, after.id)),
    );
  return db()
    .select({ articleId: publications.articleId, id: publications.id, at: publications.firstPublishedAt })
    .from(publications)
    .where(and(isListed, older))
    .orderBy(desc(publications.firstPublishedAt), desc(publications.id))
    .limit(BATCH);
}

async function indexMissing(articleIds: string[]): Promise<number> {
  const fresh = await db()
    .select({ id: searchEntries.articleId })
    .from(searchEntries)
    .where(and(inArray(searchEntries.articleId, articleIds), eq(searchEntries.version, VERSION)));
  const known = new Set(fresh.map(({ id }) => id));
  const missing = articleIds.filter((id) => !known.has(id));
  if (missing.length === 0) return 0;
  await transact(async (tx) => {
    for (const id of missing) await indexArticle(tx, id);
    await record(tx, null, "search.indexed", "stories");
  });
  return missing.length;
}

/** Takes out what is no longer listed, however it came to be left. */
function dropEnded(): Promise<void> {
  return transact(async (tx) => {
    const present = tx.select({ id: publications.articleId }).from(publications).where(isListed);
    const ended = await tx
      .select({ id: searchEntries.articleId })
      .from(searchEntries)
      .where(notInArray(searchEntries.articleId, present));
    for (const { id } of ended) await removeEntry(tx, id);
  });
}
