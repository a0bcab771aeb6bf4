import Form from "next/form";
import { FilterSelect } from "@/components/newsroom/filter-select";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { routes } from "@/lib/routes";

type Named = { id: string; name: string };

/** Narrows the board by its address. */
export function BoardFilterForm({
  filters: { sectionId = "", staffId = "" },
  sections,
  writers,
}: {
  filters: { sectionId?: string; staffId?: string };
  sections: Named[];
  writers: Named[];
}) {
  return (
    <Form
      key={`${sectionId} ${staffId}`}
      action={routes.newsroom.board()}
      role="search"
      aria-label="Board"
      className="mb-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <FilterSelect
        className="min-h-10.5 sm:min-w-44"
        label="Section"
        name="section"
        defaultValue={sectionId}
        any="Any section"
        choices={sections}
      />
      <FilterSelect
        className="min-h-10.5 sm:min-w-44"
        label="Person"
        name="person"
        defaultValue={staffId}
        any="Anybody"
        choices={writers}
      />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass("secondary", "min-h-10.5")}>
          Filter
        </button>
        {(sectionId || staffId) && (
          <Link href={routes.newsroom.board()} className={buttonClass("quiet", "min-h-10.5")}>
            Clear
          </Link>
        )}
      </div>
    </Form>
  );
}
