import { and, asc, count, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { permalinks, publications, revisionBylines, revisions, revisionTopics, sections, topics } from "@/db/schema";
import { type Tag, tag } from "@/domain/events/tags";
import { sourcesOf } from "@/domain/media/sources";
import { assetIdsIn } from "./article";
import { Body } from "./body";
import { type Card, type CardPage, tagsOfCards } from "./card";
import { bylinesOf, cardsOf } from "./cards";
import { tellStory } from "./enhance";
import { findGone } from "./gone";
import type { Gone, Story } from "./story";

/** How many stories a page of a list shows. */
const PAGE = 20;
/** How many stories a feed holds. */
const FEED = 50;
/** How many stories are offered after one. */
const RELATED = 4;

/** Live: what every read here joins or asks for. An article without such a row is not before readers. */
const live = isNull(publications.endedAt);
const newestFirst = [desc(publications.firstPublishedAt), desc(publications.id)];

/**
 * What stands at an address: a story that is live, where a live story has moved from there, what is told of one that
 * was taken from readers, or nothing.
 * @param path such as "/harbour/the-bridge-reopens"
 */
export async function findByPath(
  path: string,
): Promise<(({ story: Story } | { movedTo: string } | { gone: Gone }) & { tags: Tag[] }) | null> {
  const [row] = await db()
    .select({ retiredAt: permalinks.retiredAt, publication: publications, revision: revisions, section: sections })
    .from(permalinks)
    .innerJoin(publications, and(eq(publications.articleId, permalinks.articleId), live))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(eq(permalinks.path, path));
  if (!row) return findGone(path);
  const { publication, revision, section } = row;
  if (row.retiredAt) {
    const [present] = await db()
      .select({ path: permalinks.path })
      .from(permalinks)
      .where(and(eq(permalinks.articleId, publication.articleId), isNull(permalinks.retiredAt)));
    return present ? { movedTo: present.path, tags: [tag.article(publication.articleId)] } : null;
  }
  const told = toldBy(revision);
  const [credited, about, pictures] = await Promise.all([
    bylinesOf([revision.id]),
    topicsOf(revision.id),
    sourcesOf(assetIdsIn(told)),
  ]);
  const story = tellStory(told, {
    articleId: publication.articleId,
    path,
    section: { name: section.name, slug: section.slug },
    bylines: credited.get(revision.id) ?? [],
    topics: about,
    publishedAt: publication.firstPublishedAt,
    updatedAt: publication.publishedAt,
    pictures,
  });
  const tags = [
    tag.article(story.articleId),
    ...story.bylines.map(({ id }) => tag.profile(id)),
    ...(told.share.assetId ? [tag.asset(told.share.assetId)] : []),
  ];
  return { story, tags };
}

function toldBy(revision: typeof revisions.$inferSelect) {
  const { headline, standfirst, leadAssetId, leadAlt, leadCaption, leadCredit } = revision;
  return {
    headline,
    standfirst,
    body: Body.parse(revision.body),
    lead: leadAssetId ? { assetId: leadAssetId, alt: leadAlt, caption: leadCaption, credit: leadCredit } : null,
    search: { title: revision.searchTitle, description: revision.searchDescription },
    share: { title: revision.shareTitle, description: revision.shareDescription, assetId: revision.shareAssetId },
  };
}

function topicsOf(revisionId: string) {
  return db()
    .select({ name: topics.name, slug: topics.slug })
    .from(revisionTopics)
    .innerJoin(topics, eq(topics.id, revisionTopics.topicId))
    .where(eq(revisionTopics.revisionId, revisionId))
    .orderBy(asc(revisionTopics.position));
}

/** All stories, newest first. A page past the last one is null. */
export function latest(page = 1, size = PAGE): Promise<CardPage | null> {
  const ids = db()
    .select({ id: publications.id })
    .from(publications)
    .where(live)
    .orderBy(...newestFirst);
  return pageOf(tag.stories, page, size, (limit, offset) => ids.limit(limit).offset(offset));
}

/** The stories on the section's shelf. A page past the last one is null; the first one may be empty. */
export function inSection(sectionId: string, page = 1, size = PAGE): Promise<CardPage | null> {
  return pageOf(tag.section(sectionId), page, size, (limit, offset) => shelf(sectionId, limit, offset));
}

function shelf(sectionId: string, limit: number, offset = 0, but?: SQL) {
  return db()
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.sectionId, sectionId), live, but))
    .orderBy(...newestFirst)
    .limit(limit)
    .offset(offset);
}

/** The stories about the topic. */
export function onTopic(topicId: string, page = 1): Promise<CardPage | null> {
  const ids = db()
    .select({ id: publications.id })
    .from(revisionTopics)
    .innerJoin(publications, and(eq(publications.revisionId, revisionTopics.revisionId), live))
    .where(eq(revisionTopics.topicId, topicId))
    .orderBy(...newestFirst);
  return pageOf(tag.topic(topicId), page, PAGE, (limit, offset) => ids.limit(limit).offset(offset));
}

/** The stories credited to the byline. */
export function byByline(bylineId: string, page = 1): Promise<CardPage | null> {
  const ids = db()
    .select({ id: publications.id })
    .from(revisionBylines)
    .innerJoin(publications, and(eq(publications.revisionId, revisionBylines.revisionId), live))
    .where(eq(revisionBylines.bylineId, bylineId))
    .orderBy(...newestFirst);
  return pageOf(tag.byline(bylineId), page, PAGE, (limit, offset) => ids.limit(limit).offset(offset));
}

/** The stories of the series, in the order in which they came out: the first part first. */
export function inSeries(seriesId: string, page = 1): Promise<CardPage | null> {
  const ids = db()
    .select({ id: publications.id })
    .from(revisions)
    .innerJoin(publications, and(eq(publications.revisionId, revisions.id), live))
    .where(eq(revisions.seriesId, seriesId))
    .orderBy(asc(publications.firstPublishedAt), asc(publications.id));
  return pageOf(tag.series(seriesId), page, PAGE, (limit, offset) => ids.limit(limit).offset(offset));
}

async function pageOf(
  list: Tag,
  page: number,
  size: number,
  idsOf: (limit: number, offset: number) => Promise<{ id: string }[]>,
): Promise<CardPage | null> {
  const ids = await idsOf(size + 1, (page - 1) * size);
  if (ids.length === 0 && page > 1) return null;
  const cards = await cardsOf(ids.slice(0, size).map(({ id }) => id));
  return { cards, page, hasOlder: ids.length > size, tags: [list, ...tagsOfCards(cards)] };
}

/** The newest stories, and the newest of each of these sections: what the front is made from. */
export async function newest(
  sectionIds: readonly string[],
  { overall, perSection }: { overall: number; perSection: number },
): Promise<{ latest: Card[]; bySection: Card[][]; tags: Tag[] }> {
  const [latestIds = [], ...shelves] = await Promise.all([
    db()
      .select({ id: publications.id })
      .from(publications)
      .where(live)
      .orderBy(...newestFirst)
      .limit(overall),
    ...sectionIds.map((id) => shelf(id, perSection)),
  ]);
  const cards = await cardsOf([...new Set([latestIds, ...shelves].flat().map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.publicationId, card]));
  const cardsIn = (ids: { id: string }[]) => ids.flatMap(({ id }) => byId.get(id) ?? []);
  return { latest: cardsIn(latestIds), bySection: shelves.map(cardsIn), tags: [tag.stories, ...tagsOfCards(cards)] };
}

/** The newest stories for a feed: of one section, or of all. */
export async function forFeed(sectionId?: string): Promise<Pick<CardPage, "cards" | "tags">> {
  const list = sectionId ? await inSection(sectionId, 1, FEED) : await latest(1, FEED);
  return list ?? { cards: [], tags: [] };
}

/**
 * What to read after a story: those that share most topics with it, of its own section before others, newest first;
 * and the newest of its section that are not among them. Neither holds the story itself.
 */
export async function readNext(articleId: string): Promise<{ related: Card[]; more: Card[]; tags: Tag[] }> {
  const [at] = await db()
    .select({ revisionId: publications.revisionId, sectionId: publications.sectionId })
    .from(publications)
    .where(and(eq(publications.articleId, articleId), live));
  if (!at) return { related: [], more: [], tags: [tag.article(articleId)] };
  const mine = await db()
    .select({ id: revisionTopics.topicId })
    .from(revisionTopics)
    .where(eq(revisionTopics.revisionId, at.revisionId));
  const topicIds = mine.map(({ id }) => id);
  const related = await db()
    .select({ id: publications.id })
    .from(revisionTopics)
    .innerJoin(publications, and(eq(publications.revisionId, revisionTopics.revisionId), live))
    .where(and(inArray(revisionTopics.topicId, topicIds), ne(publications.articleId, articleId)))
    .groupBy(publications.id)
    .orderBy(desc(count()), desc(sql`${publications.sectionId} = ${at.sectionId}`), ...newestFirst)
    .limit(RELATED);
  const shelved = await shelf(at.sectionId, RELATED * 2 + 1, 0, ne(publications.articleId, articleId));
  const more = shelved.filter(({ id }) => !related.some((other) => other.id === id)).slice(0, RELATED);
  const cards = await cardsOf([...related, ...more].map(({ id }) => id));
  const relatedIds = new Set(related.map(({ id }) => id));
  return {
    related: cards.filter((card) => relatedIds.has(card.publicationId)),
    more: cards.filter((card) => !relatedIds.has(card.publicationId)),
    tags: [tag.section(at.sectionId), ...topicIds.map(tag.topic), ...tagsOfCards(cards)],
  };
}
