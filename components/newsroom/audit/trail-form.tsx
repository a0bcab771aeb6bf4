import Form from "next/form";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { SUBJECT_KINDS, VERBS, verbName } from "@/domain/events/sentence";
import { HOUSE_ACTOR, type TrailFilters } from "@/domain/events/trail";
import { routes } from "@/lib/routes";
import { TRAIL_NAMES, trailAddress } from "./trail-filters";

/** Narrows the trail by its address, so that it works without script and can be kept and shared. */
export function TrailForm({
  filters,
  actors,
  subject,
}: {
  filters: TrailFilters;
  actors: { id: string; name: string }[];
  /** The one thing it is narrowed to, by its name. */
  subject?: string;
}) {
  const filtered = Object.entries(filters).some(([key, value]) => key !== "cursor" && value);
  return (
    <Form
      // The controls hold what the address says, also after going back or clearing.
      key={trailAddress({ ...filters, cursor: undefined })}
      action={routes.newsroom.audit()}
      role="search"
      aria-label="Audit trail"
      className="mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-5"
    >
      <SelectField label="Who" name={TRAIL_NAMES.actorId} defaultValue={filters.actorId ?? ""}>
        <option value="">Anybody</option>
        <option value={HOUSE_ACTOR}>Masthead itself</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="What" name={TRAIL_NAMES.what} defaultValue={filters.what ?? ""}>
        <option value="">Anything</option>
        {Object.entries(SUBJECT_KINDS).map(([kind, name]) => (
          <optgroup key={kind} label={name}>
            <option value={kind}>{name}: anything</option>
            {VERBS.filter((verb) => verb.startsWith(`${kind}.`)).map((verb) => (
              <option key={verb} value={verb}>
                {verbName(verb)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <div className="col-span-2 lg:col-span-1">
        <TextField
          label="Story or person"
          name={TRAIL_NAMES.about}
          type="search"
          maxLength={200}
          autoComplete="off"
          defaultValue={filters.about ?? ""}
        />
      </div>
      <TextField label="From" name={TRAIL_NAMES.from} type="date" defaultValue={filters.from ?? ""} />
      <TextField label="Until" name={TRAIL_NAMES.until} type="date" defaultValue={filters.until ?? ""} />
      <div className="col-span-full flex flex-wrap items-center gap-2">
        {filters.subject && <input type="hidden" name={TRAIL_NAMES.subject} value={filters.subject} />}
        <button type="submit" className={buttonClass("secondary")}>
          Filter
        </button>
        {filtered && (
          <Link href={routes.newsroom.audit()} className={buttonClass("quiet")}>
            Clear
          </Link>
        )}
        {filters.subject && (
          <p className="text-sm">
            Only of <span className="font-semibold">{subject ?? "one thing"}</span>.{" "}
            <Link
              href={trailAddress({ ...filters, subject: undefined, cursor: undefined })}
              className="font-semibold text-link underline"
            >
              Show all
            </Link>
          </p>
        )}
      </div>
    </Form>
  );
}
