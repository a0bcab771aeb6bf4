import { and, count, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, publications, revisionBylines, revisions, revisionTopics, topics } from "@/db/schema";
import { countEntries, findEntries, type SearchQuestion, withoutNeedlessBeginnings } from "@/db/search";
import { assetsIn, EMPTY_BODY, readableBody } from "@/domain/articles/body";
import { type Named, tagsOfCards } from "@/domain/articles/card";
import { cardsOf } from "@/domain/articles/cards";
import { isListed } from "@/domain/articles/live";
import { tag } from "@/domain/events/tags";
import { saidInLibrary } from "@/domain/media/sources";
import { findByline, findSection, findTopic } from "@/domain/taxonomy/published";
import { dayNamed } from "@/lib/time";
import { fragmentOf, marked } from "./fragments";
import { searchedText, shelf } from "./indexing";
import { looserQuery, type Phrase, phrasesOf, queryOf } from "./query";
import { COUNTED, LAST_PAGE, type SearchAsked, type SearchPage, type SearchResult } from "./search";

/** How many stories a page shows; how many are shown that hold only some of the words. */
const PAGE = 20;
const LOOSER = 5;
/** From how many of the newest stories found it is told what they are about, and how many topics and bylines are. */
const LOOKED_AT = 200;
const OFFERED = 8;

/**
 * The stories that readers see now and that answer what was typed. What is typed is never wrong: at worst nothing is
 * found. A filter that names nothing is left out.
 * @returns null past the last page, or where nothing was asked for
 */
export async function search(asked: SearchAsked, timeZone: string): Promise<SearchPage | null> {
  const query = queryOf(asked.typed);
  if (!query || asked.page > LAST_PAGE) return null;
  const { question, filters } = await questionOf(asked, timeZone);
  const exact = await withoutNeedlessBeginnings(db(), { ...question, ...query });
  const phrases = phrasesOf(query);
  const found = await findEntries(db(), exact, {
    order: asked.order,
    limit: PAGE + 1,
    offset: (asked.page - 1) * PAGE,
  });
  if (found.length === 0 && asked.page > 1) return null;
  const [counted, narrower] = await Promise.all([
    countEntries(db(), exact, COUNTED + 1),
    namesOn(await findEntries(db(), exact, { order: "newest", limit: LOOKED_AT, offset: 0 })),
  ]);
  const results = await resultsOf(found.slice(0, PAGE), phrases);
  const looser = found.length === 0 ? await looserResults({ ...question, ...looserQuery(query) }, phrases) : [];
  return {
    results,
    page: asked.page,
    hasMore: found.length > PAGE && asked.page < LAST_PAGE,
    count: Math.min(counted, COUNTED),
    uncounted: counted > COUNTED,
    filters,
    ...narrower,
    looser,
    tags: [tag.stories, tag.search, ...tagsOfCards([...results, ...looser].map(({ card }) => card))],
  };
}

async function questionOf({ section, topic, byline, from, to }: SearchAsked, timeZone: string) {
  const [onShelf, about, by] = await Promise.all([
    section ? findSection(section) : null,
    topic ? findTopic(topic) : null,
    byline ? findByline(byline) : null,
  ]);
  const first = from ? dayNamed(from, timeZone) : null;
  const last = to ? dayNamed(to, timeZone) : null;
  const question: Omit<SearchQuestion, "all" | "none"> = {
    shelves: [
      ...(onShelf ? [shelf.section(onShelf.id)] : []),
      ...(about ? [shelf.topic(about)] : []),
      ...(by ? [shelf.byline(by)] : []),
    ],
    from: first?.start,
    before: last?.end,
  };
  const filters = {
    section: onShelf,
    topic: about,
    byline: by,
    from: first ? (from ?? null) : null,
    to: last ? (to ?? null) : null,
  };
  return { question, filters };
}

async function looserResults(question: SearchQuestion, phrases: Phrase[]): Promise<SearchResult[]> {
  return resultsOf(await findEntries(db(), question, { order: "best", limit: LOOSER, offset: 0 }), phrases);
}

async function resultsOf(articleIds: string[], phrases: readonly Phrase[]): Promise<SearchResult[]> {
  const texts = await db()
    .select({ id: publications.id, articleId: publications.articleId, body: revisions.body })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(inArray(publications.articleId, articleIds), isListed));
  const byArticle = new Map(texts.map((text) => [text.articleId, text]));
  const inOrder = articleIds.flatMap((id) => byArticle.get(id) ?? []);
  const bodies = new Map(inOrder.map(({ articleId, body }) => [articleId, readableBody(body)]));
  const [cards, library] = await Promise.all([
    cardsOf(inOrder.map(({ id }) => id)),
    saidInLibrary(db(), [...bodies.values()].flatMap(assetsIn)),
  ]);
  return cards.map((card) => {
    const body = searchedText(bodies.get(card.articleId) ?? EMPTY_BODY, library);
    return {
      card,
      headline: marked(card.headline, phrases),
      fragment: fragmentOf(body, phrases) ?? marked(card.standfirst, phrases),
    };
  });
}

/** What these stories are about and by whom. */
async function namesOn(articleIds: string[]): Promise<{ topics: Named[]; bylines: Named[] }> {
  const shown = and(inArray(publications.articleId, articleIds), isListed);
  const [about, by] = await Promise.all([
    db()
      .select({ name: topics.name, slug: topics.slug })
      .from(publications)
      .innerJoin(revisionTopics, eq(revisionTopics.revisionId, publications.revisionId))
      .innerJoin(topics, eq(topics.id, revisionTopics.topicId))
      .where(shown)
      .groupBy(topics.id)
      .orderBy(desc(count()), topics.name)
      .limit(OFFERED),
    db()
      .select({ name: bylines.name, slug: bylines.slug })
      .from(publications)
      .innerJoin(revisionBylines, eq(revisionBylines.revisionId, publications.revisionId))
      .innerJoin(bylines, eq(bylines.id, revisionBylines.bylineId))
      .where(shown)
      .groupBy(bylines.id)
      .orderBy(desc(count()), bylines.name)
      .limit(OFFERED),
  ]);
  return { topics: about, bylines: by };
}
