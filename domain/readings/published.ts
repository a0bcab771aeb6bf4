import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { publications, rankings } from "@/db/schema";
import { type Card, tagsOfCards } from "@/domain/articles/card";
import { cardsOf } from "@/domain/articles/cards";
import { isListed } from "@/domain/articles/live";
import { type Tag, tag } from "@/domain/events/tags";

/** The live stories that are read most, as last ranked, first the one read most. Empty while nothing was read. */
export async function mostRead(limit: number): Promise<{ cards: Card[]; tags: Tag[] }> {
  const ranked = await db()
    .select({ articleId: rankings.articleId, publicationId: publications.id })
    .from(rankings)
    .leftJoin(publications, and(eq(publications.articleId, rankings.articleId), isListed))
    .orderBy(asc(rankings.position));
  const live = ranked.flatMap(({ publicationId }) => publicationId ?? []);
  const cards = await cardsOf(live.slice(0, limit));
  // One that is not live now may come back before the ranking changes.
  const places = ranked.map(({ articleId }) => tag.article(articleId));
  return { cards, tags: [...new Set([tag.ranking, ...places, ...tagsOfCards(cards)])] };
}
