import Form from "next/form";
import { FilterSelect } from "@/components/newsroom/filter-select";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";

type Named = { id: string; name: string };

/** Narrows the board, or the calendar, by its address. */
export function WorkFilterForm({
  label,
  address,
  kept = {},
  filters: { sectionId = "", staffId = "" },
  sections,
  writers,
}: {
  label: string;
  /** Of the whole of it. */
  address: string;
  /** What else the address says, and goes on to say. */
  kept?: Record<string, string>;
  filters: { sectionId?: string; staffId?: string };
  sections: Named[];
  writers: Named[];
}) {
  return (
    <Form
      key={`${sectionId} ${staffId}`}
      action={address}
      role="search"
      aria-label={label}
      className="mb-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
          <Link
            href={Object.keys(kept).length > 0 ? `${address}?${new URLSearchParams(kept)}` : address}
            className={buttonClass("quiet", "min-h-10.5")}
          >
            Clear
          </Link>
        )}
      </div>
    </Form>
  );
}
