import Form from "next/form";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Listing } from "./pager";

/** Narrows a list by its address, so that it works without script and can be kept and shared. */
export function SearchForm({
  action,
  label,
  asked,
  show,
}: {
  action: string;
  /** What is searched; without it nothing can be typed. */
  label?: string;
  asked: Listing;
  /** The kinds of which one may be shown, by name. */
  show?: { label: string; all: string; kinds: Record<string, string> };
}) {
  return (
    <Form
      // The controls hold what the address says, also after going back or clearing.
      key={`${asked.search} ${asked.show}`}
      action={action}
      role="search"
      className="mb-5 flex flex-wrap items-end gap-2"
    >
      {label && (
        <div className="grow basis-56 sm:max-w-sm">
          <TextField label={label} name="search" type="search" defaultValue={asked.search ?? ""} autoComplete="off" />
        </div>
      )}
      {show && (
        <div className="grow basis-40 sm:max-w-56">
          <SelectField label={show.label} name="show" defaultValue={asked.show ?? ""}>
            <option value="">{show.all}</option>
            {Object.entries(show.kinds).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <button type="submit" className={buttonClass("secondary", "min-h-10.5")}>
        {show ? "Filter" : "Search"}
      </button>
      {(asked.search || asked.show) && (
        <Link href={action} className={buttonClass("quiet", "min-h-10.5")}>
          Clear
        </Link>
      )}
    </Form>
  );
}
