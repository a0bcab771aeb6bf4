import type { Named } from "@/domain/articles/card";
import type { SearchFilters, SearchOrder } from "@/domain/search/search";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

const field = "min-h-11 w-full border border-edge bg-raised px-3 py-2 text-base text-ink";

/** Asks for words, and behind a fold for a section, days and an order. It works by its address alone. */
export function SearchForm({
  typed,
  order,
  filters,
  sections,
  language,
}: {
  typed: string;
  order: SearchOrder;
  /** Those that hold now; nothing before anything was asked. */
  filters?: SearchFilters;
  sections: readonly Named[];
  language: string;
}) {
  const words = wordsOf(language);
  const narrowed = filters?.section || filters?.from || filters?.to || order !== "best";
  return (
    <search className="mt-5 block max-w-[44rem] font-sans">
      <form action={routes.search()}>
        <div className="flex gap-2">
          <label htmlFor="searchWords" className="sr-only">
            {words("searchPaper")}
          </label>
          <input
            id="searchWords"
            name="q"
            type="search"
            dir="auto"
            defaultValue={typed}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            className={`${field} min-w-0 flex-1 text-lg`}
          />
          <button
            type="submit"
            className="min-h-11 bg-ink px-5 py-2 font-semibold text-paper hover:bg-accent hover:text-on-accent"
          >
            {words("search")}
          </button>
        </div>
        {filters?.topic && <input type="hidden" name="topic" value={filters.topic.slug} />}
        {filters?.byline && <input type="hidden" name="byline" value={filters.byline.slug} />}
        <details open={Boolean(narrowed)} className="mt-3">
          <summary className="w-fit cursor-pointer py-1 text-[0.9375rem] font-semibold">
            {words("searchFilters")}
          </summary>
          <div className="mt-2 grid gap-4 text-sm sm:grid-cols-2">
            <label className="grid content-start gap-1 font-semibold">
              {words("searchSection")}
              <select name="section" defaultValue={filters?.section?.slug ?? ""} className={field}>
                <option value="">{words("searchAllSections")}</option>
                {sections.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label className="grid content-start gap-1 font-semibold">
              {words("searchOrder")}
              <select name="order" defaultValue={order} className={field}>
                <option value="best">{words("searchBest")}</option>
                <option value="newest">{words("searchNewest")}</option>
              </select>
            </label>
            <label className="grid content-start gap-1 font-semibold">
              {words("searchFrom")}
              <input type="date" name="from" defaultValue={filters?.from ?? ""} className={field} />
            </label>
            <label className="grid content-start gap-1 font-semibold">
              {words("searchTo")}
              <input type="date" name="to" defaultValue={filters?.to ?? ""} className={field} />
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}
