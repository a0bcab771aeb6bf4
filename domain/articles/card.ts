import { type Tag, tag } from "@/domain/events/tags";
import type { PictureSources } from "@/domain/media/asset";
import type { LABELS } from "./article";

/** A section, topic or byline as a link. */
export type Named = { name: string; slug: string };

/** A section as a link, in its colour: "#rrggbb", or empty for the publication's own. */
export type Shelf = Named & { accent: string };

/** Somebody credited, as a link. */
export type Credited = Named & { id: string; title: string };

/** One story as lists, fronts and feeds show it. */
export type Card = {
  publicationId: string;
  articleId: string;
  path: string;
  headline: string;
  standfirst: string;
  /** What kind of journalism it is. */
  label: (typeof LABELS)[number];
  /** A few words above the headline; empty for none. */
  kicker: string;
  /** A BCP 47 tag where the story is not in the publication's language; else empty. */
  language: string;
  section: Shelf;
  bylines: Credited[];
  /** When it first came before readers. */
  publishedAt: Date;
  /** When what readers see changed notably. */
  updatedAt: Date;
  /** A retracted story is led to, and stands in no list. */
  isRetracted: boolean;
  /** In the crops of cards alone. */
  picture: { sources: PictureSources; alt: string } | null;
  /** Who speaks, where the story is an opinion: the face of its first byline that has one. */
  portrait: PictureSources | null;
  /** Until when what it shows of its pictures is right, by their rights. */
  pictureTags: Tag[];
};

/** One page of a list, newest first, whether there are older ones, and what it depends on. */
export type CardPage = { cards: Card[]; page: number; hasOlder: boolean; tags: Tag[] };

/** What anything depends on that shows these cards: the stories, and the names below them. */
export function tagsOfCards(cards: readonly Card[]): Tag[] {
  return cards.flatMap((card) => [
    tag.article(card.articleId),
    ...card.bylines.map(({ id }) => tag.profile(id)),
    ...card.pictureTags,
  ]);
}

/**
 * The cards with no picture twice: one whose picture stands on an earlier card comes without it.
 * @param shown the pictures shown before, by asset id; those of these cards are added.
 */
export function eachPictureOnce(cards: readonly Card[], shown: Set<string>): Card[] {
  return cards.map((card) => {
    const asset = card.picture?.sources.assetId;
    if (!asset) return card;
    if (shown.has(asset)) return { ...card, picture: null };
    shown.add(asset);
    return card;
  });
}
