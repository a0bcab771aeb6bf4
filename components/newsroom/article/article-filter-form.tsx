import Form from "next/form";
import { FilterSelect, namedBy } from "@/components/newsroom/filter-select";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { READERS_FILTER_NAMES, READERS_FILTERS, STAGE_NAMES, STAGES } from "@/domain/articles/stage";
import { routes } from "@/lib/routes";
import { type ArticleFilters, articlesAddress, FILTER_NAMES } from "./list-filters";

type Named = { id: string; name: string };

/** Narrows the list by its address, so that it works without script and can be kept and shared. */
export function ArticleFilterForm({
  filters,
  sections,
  writers,
  filtered,
}: {
  filters: ArticleFilters;
  sections: Named[];
  writers: Named[];
  filtered: boolean;
}) {
  return (
    <Form
      // The controls hold what the address says, also after going back or clearing.
      key={articlesAddress({ ...filters, cursor: undefined })}
      action={routes.newsroom.articles()}
      role="search"
      aria-label="Articles"
      className="mb-6 grid grid-cols-2 items-end gap-3 sm:grid-cols-4 xl:grid-cols-[minmax(0,2fr)_1fr_1fr_1fr_1fr_auto]"
    >
      <div className="col-span-2 sm:col-span-4 xl:col-span-1">
        <TextField
          label="Search headlines"
          name={FILTER_NAMES.search}
          type="search"
          maxLength={200}
          autoComplete="off"
          defaultValue={filters.search ?? ""}
        />
      </div>
      <FilterSelect
        className="min-h-10.5"
        label="Stage"
        name={FILTER_NAMES.stage}
        defaultValue={filters.stage ?? ""}
        any="Any stage"
        choices={namedBy(STAGES, STAGE_NAMES)}
      />
      <FilterSelect
        className="min-h-10.5"
        label="Readers"
        name={FILTER_NAMES.readers}
        defaultValue={filters.readers ?? ""}
        any="Seen or not"
        choices={namedBy(READERS_FILTERS, READERS_FILTER_NAMES)}
      />
      <FilterSelect
        className="min-h-10.5"
        label="Section"
        name={FILTER_NAMES.sectionId}
        defaultValue={filters.sectionId ?? ""}
        any="Any section"
        choices={sections}
      />
      <FilterSelect
        className="min-h-10.5"
        label="Person"
        name={FILTER_NAMES.staffId}
        defaultValue={filters.staffId ?? ""}
        any="Anybody"
        choices={writers}
      />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass("secondary", "min-h-10.5")}>
          Filter
        </button>
        {filtered && (
          <Link href={routes.newsroom.articles()} className={buttonClass("quiet", "min-h-10.5")}>
            Clear
          </Link>
        )}
      </div>
    </Form>
  );
}
