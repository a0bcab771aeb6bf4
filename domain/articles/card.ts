import type { PictureSources } from "@/domain/media/asset";

/** A section, topic or byline as a link. */
export type Named = { name: string; slug: string };

/** One story as lists, fronts and feeds show it. */
export type Card = {
  publicationId: string;
  articleId: string;
  path: string;
  headline: string;
  standfirst: string;
  section: Named;
  bylines: Named[];
  /** When it first came before readers. */
  publishedAt: Date;
  /** When the text that readers now see was published. */
  updatedAt: Date;
  /** In the crops of cards alone. */
  picture: { sources: PictureSources; alt: string } | null;
};

/** One page of a list, newest first, and whether there are older ones. */
export type CardPage = { cards: Card[]; page: number; hasOlder: boolean };
