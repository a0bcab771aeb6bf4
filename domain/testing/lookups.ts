import type { Lookups } from "@/domain/articles/enhance";

/** What a story refers to and where it stands: nothing and nowhere, unless given. */
export function lookups(given: Partial<Lookups> = {}): Lookups {
  return {
    articleId: "x",
    path: null,
    section: null,
    topics: [],
    bylines: [],
    credits: [],
    publishedAt: null,
    updatedAt: null,
    seenSince: null,
    retraction: null,
    hasHistory: false,
    corrections: [],
    series: null,
    translations: [],
    pictures: new Map(),
    played: new Map(),
    cards: new Map(),
    ...given,
  };
}
