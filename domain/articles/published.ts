import { and, asc, desc, eq, gte, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { listings, permalinks, publications, revisions } from "@/db/schema";
import { type Tag, tag } from "@/domain/events/tags";
import { type Card, type CardPage, tagsOfCards } from "./card";
import { cardsOf } from "./cards";
import { findGone } from "./gone";
import { listOf } from "./lists";
import { isListed, isLive } from "./live";
import { currentPath } from "./permalinks";
import type { Gone, Story } from "./story";
import { contentOf, tell } from "./telling";

/** How many stories a page of a list shows. */
const PAGE = 20;
/** How many stories are offered after one. */
const RELATED = 4;
/** Of how many of a topic's newest stories it is told which share most with another. */
const LOOKED_AT = 60;

const newestFirst = [desc(publications.firstPublishedAt), desc(publications.id)];

const atAddress = prepared((db, given) =>
  db
    .select({ retiredAt: permalinks.retiredAt, publication: publications, revision: revisions })
    .from(permalinks)
    .innerJoin(publications, and(eq(publications.articleId, permalinks.articleId), isLive))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(eq(permalinks.path, given("path"))),
);

/**
 * What stands at an address: a story that is live, where a live story has moved from there, what is told of one that
 * was taken from readers, or nothing.
 * @param path such as "/harbour/the-bridge-reopens"
 */
export async function findByPath(
  path: string,
): Promise<(({ story: Story } | { movedTo: string } | { gone: Gone }) & { tags: Tag[] }) | null> {
  const [row] = await atAddress({ path });
  if (!row) return findGone(path);
  const { publication, revision } = row;
  if (row.retiredAt) {
    const present = await currentPath(db(), publication.articleId);
    return present ? { movedTo: present, tags: [tag.article(publication.articleId)] } : null;
  }
  return tell(await contentOf(revision), {
    articleId: publication.articleId,
    path,
    publishedAt: publication.firstPublishedAt,
    updatedAt: publication.updatedAt,
    seenSince: publication.publishedAt,
    hasHistory: publication.kind !== "first",
    retraction: publication.retractedAt ? { at: publication.retractedAt, reason: publication.retraction } : null,
  });
}

/** All stories, newest first. A page past the last one is null. */
export function latest(page = 1, size = PAGE): Promise<CardPage | null> {
  const ids = db()
    .select({ id: publications.id })
    .from(publications)
    .where(isListed)
    .orderBy(...newestFirst);
  return pageOf(tag.stories, page, size, (limit, offset) => ids.limit(limit).offset(offset));
}

/** The stories on the section's shelf. A page past the last one is null; the first one may be empty. */
export function inSection(sectionId: string, page = 1, size = PAGE): Promise<CardPage | null> {
  return pageOf(tag.section(sectionId), page, size, (limit, offset) => shelf(sectionId, limit, offset));
}

const shelved = prepared((db, given) =>
  db
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.sectionId, given("sectionId")), isListed))
    .orderBy(...newestFirst)
    .limit(given("limit"))
    .offset(given("offset")),
);

/** What stands in a section, by what its index holds alone: else each story before the page would be looked up. */
function shelf(sectionId: string, limit: number, offset = 0) {
  return shelved({ sectionId, limit, offset });
}

/** The stories about the topic. */
export function onTopic(topicId: string, page = 1): Promise<CardPage | null> {
  return pageOf(tag.topic(topicId), page, PAGE, (limit, offset) => inList(listOf.topic(topicId), limit, offset));
}

/** The stories that the byline wrote, or had a part in. */
export function byByline(bylineId: string, page = 1): Promise<CardPage | null> {
  return pageOf(tag.byline(bylineId), page, PAGE, (limit, offset) => inList(listOf.byline(bylineId), limit, offset));
}

/** The stories of the series, in the order in which they came out: the first part first. */
export function inSeries(seriesId: string, page = 1): Promise<CardPage | null> {
  const ids = db()
    .select({ id: listings.publicationId })
    .from(listings)
    .where(eq(listings.list, listOf.series(seriesId)))
    .orderBy(asc(listings.firstPublishedAt), asc(listings.publicationId));
  return pageOf(tag.series(seriesId), page, PAGE, (limit, offset) => ids.limit(limit).offset(offset));
}

/** The newest stories of the series, the last part first. */
export function newestInSeries(seriesId: string, size = PAGE): Promise<CardPage | null> {
  return pageOf(tag.series(seriesId), 1, size, (limit, offset) => inList(listOf.series(seriesId), limit, offset));
}

const standingIn = prepared((db, given) =>
  db
    .select({ id: listings.publicationId, at: listings.firstPublishedAt, section: listings.sectionId })
    .from(listings)
    .where(eq(listings.list, given("list")))
    .orderBy(desc(listings.firstPublishedAt), desc(listings.publicationId))
    .limit(given("limit"))
    .offset(given("offset")),
);

/** What stands in a list, the newest first: one walk along its key. */
function inList(list: string, limit: number, offset = 0) {
  return standingIn({ list, limit, offset });
}

/** The stories that first came out from `start` on and before `end`. A period without any has an empty first page. */
export function firstPublishedIn({ start, end }: { start: Date; end: Date }, page = 1): Promise<CardPage | null> {
  const ids = db()
    .select({ id: publications.id })
    .from(publications)
    .where(and(isListed, gte(publications.firstPublishedAt, start), lt(publications.firstPublishedAt, end)))
    .orderBy(...newestFirst);
  return pageOf(tag.stories, page, PAGE, (limit, offset) => ids.limit(limit).offset(offset));
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

/** The newest stories, the newest opinions, and the newest of each of these sections: what the front is made from. */
export async function newest(
  sectionIds: readonly string[],
  { overall, opinions, perSection }: { overall: number; opinions: number; perSection: number },
): Promise<{ latest: Card[]; opinions: Card[]; bySection: Card[][]; tags: Tag[] }> {
  const [latestIds = [], opinionIds = [], ...shelves] = await Promise.all([
    db()
      .select({ id: publications.id })
      .from(publications)
      .where(isListed)
      .orderBy(...newestFirst)
      .limit(overall),
    inList(listOf.label("opinion"), opinions),
    ...sectionIds.map((id) => shelf(id, perSection)),
  ]);
  const cards = await cardsOf([...new Set([latestIds, opinionIds, ...shelves].flat().map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.publicationId, card]));
  const cardsIn = (ids: { id: string }[]) => ids.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    latest: cardsIn(latestIds),
    opinions: cardsIn(opinionIds),
    bySection: shelves.map(cardsIn),
    tags: [tag.stories, ...tagsOfCards(cards)],
  };
}

const liveOf = prepared((db, given) =>
  db
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.articleId, given("articleId")), isLive)),
);

/**
 * Stories about these topics, those first that share most of them, of this section before others, newest first. Of each
 * topic the newest are looked at: nobody reads on with what is older, and a topic may have a hundred thousand.
 */
async function sharing(topicIds: readonly string[], sectionId: string | undefined) {
  const lists = await Promise.all(topicIds.map((id) => inList(listOf.topic(id), LOOKED_AT)));
  const found = new Map<string, { id: string; at: number; shared: number; here: boolean }>();
  for (const { id, at, section } of lists.flat()) {
    const shared = (found.get(id)?.shared ?? 0) + 1;
    found.set(id, { id, at: at.getTime(), shared, here: section === sectionId });
  }
  return [...found.values()].sort(
    (one, other) =>
      other.shared - one.shared ||
      Number(other.here) - Number(one.here) ||
      other.at - one.at ||
      (other.id > one.id ? 1 : -1),
  );
}

/**
 * What to read after a story: what its editor chose, then those that share most topics with it, of its own section before
 * others, newest first; and the newest of its section that are not among them. Neither holds the story itself.
 */
export async function readNext({
  articleId,
  section,
  topics,
  related: chosen,
}: Pick<Story, "articleId" | "section" | "topics" | "related">): Promise<{
  related: Card[];
  more: Card[];
  tags: Tag[];
}> {
  const topicIds = topics.map(({ id }) => id);
  const chosenIds = chosen.map((card) => card.publicationId);
  const [itself] = await liveOf({ articleId });
  const left = new Set([...chosenIds, itself?.id]);
  const alike = (await sharing(topicIds, section?.id))
    .filter(({ id }) => !left.has(id))
    .slice(0, Math.max(0, RELATED - chosen.length));
  for (const { id } of alike) left.add(id);
  const beside = section ? await shelf(section.id, RELATED + left.size) : [];
  const more = beside.filter(({ id }) => !left.has(id)).slice(0, RELATED);
  const cards = await cardsOf([...alike, ...more].map(({ id }) => id));
  const alikeIds = new Set(alike.map(({ id }) => id));
  return {
    related: [...chosen, ...cards.filter((card) => alikeIds.has(card.publicationId))],
    more: cards.filter((card) => !alikeIds.has(card.publicationId)),
    tags: [...(section ? [tag.section(section.id)] : []), ...topicIds.map(tag.topic), ...tagsOfCards(cards)],
  };
}
