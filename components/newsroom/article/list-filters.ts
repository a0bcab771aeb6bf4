import { READERS_FILTERS, type ReadersFilter, STAGES, type Stage } from "@/domain/articles/stage";
import { type Asked, askedText } from "@/lib/asked";
import { routes } from "@/lib/routes";

export type ArticleFilters = {
  search?: string;
  stage?: Stage;
  readers?: ReadersFilter;
  sectionId?: string;
  staffId?: string;
  cursor?: string;
};

/** The names in the address, for the form and for links. */
export const FILTER_NAMES = {
  search: "search",
  stage: "stage",
  readers: "readers",
  sectionId: "section",
  staffId: "person",
  cursor: "cursor",
} as const satisfies Record<keyof ArticleFilters, string>;

/** The filters that an address asks for; what it says wrongly is left out. */
export function filtersOf(asked: Asked): ArticleFilters {
  const text = (name: string, longest: number) => askedText(asked[name], longest);
  return {
    search: text(FILTER_NAMES.search, 200),
    stage: STAGES.find((stage) => stage === text(FILTER_NAMES.stage, 20)),
    readers: READERS_FILTERS.find((state) => state === text(FILTER_NAMES.readers, 20)),
    sectionId: text(FILTER_NAMES.sectionId, 40),
    staffId: text(FILTER_NAMES.staffId, 40),
    cursor: text(FILTER_NAMES.cursor, 100),
  };
}

/** The address of the list with these filters. */
export function articlesAddress(filters: ArticleFilters): string {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(FILTER_NAMES)) {
    const value = filters[key as keyof ArticleFilters];
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `${routes.newsroom.articles()}?${query}` : routes.newsroom.articles();
}
