import type { Card, Named } from "@/domain/articles/card";
import type { Tag } from "@/domain/events/tags";

/** How many pages of a search can be turned. */
export const LAST_PAGE = 50;
/** How many stories are counted: of more it is only said that there are more. */
export const COUNTED = 200;

/** A part of a text, and whether it is what was looked for. */
export type Segment = { text: string; marked: boolean };

export type SearchOrder = "best" | "newest";

/** What a reader asks for, as the address says it: anything at all may be typed, and slugs may name nothing. */
export type SearchAsked = {
  typed: string;
  order: SearchOrder;
  page: number;
  section?: string;
  topic?: string;
  byline?: string;
  /** The first and the last day, such as "2026-11-25", in the publication's zone. */
  from?: string;
  to?: string;
};

/** One story found: its headline, and what it says of what was looked for. */
export type SearchResult = { card: Card; headline: Segment[]; fragment: Segment[] };

/** The filters that hold: those that name something there is. */
export type SearchFilters = {
  section: Named | null;
  topic: Named | null;
  byline: Named | null;
  from: string | null;
  to: string | null;
};

export type SearchPage = {
  results: SearchResult[];
  page: number;
  hasMore: boolean;
  /** How many there are, at most COUNTED; whether there are more. */
  count: number;
  uncounted: boolean;
  filters: SearchFilters;
  /** What the stories found are about and by whom, the commonest first: to narrow the search by. */
  topics: Named[];
  bylines: Named[];
  /** Where nothing was found: stories that hold some of the words. */
  looser: SearchResult[];
  tags: Tag[];
};
