import Form from "next/form";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Verb } from "@/domain/events/event";
import { SUBJECT_KINDS, VERBS, verbName } from "@/domain/events/sentence";
import { HOUSE_ACTOR, type TrailFilters } from "@/domain/events/trail";
import { TRAIL_NAMES, trailAddress } from "./trail-filters";

/**
 * Narrows a list of what happened by its address, so that it works without script and can be kept and shared: the whole
 * trail, or the part of it that the rest of the props say.
 */
export function TrailForm({
  filters,
  actors,
  subject,
  name = "Audit trail",
  about = "Story or person",
  verbs = VERBS,
  addressOf = trailAddress,
}: {
  filters: TrailFilters;
  actors: { id: string; name: string }[];
  /** The one thing it is narrowed to, by its name. */
  subject?: string;
  /** What the list is called. */
  name?: string;
  /** Whose names can be searched. */
  about?: string;
  /** What can have happened. */
  verbs?: readonly Verb[];
  addressOf?: (filters: TrailFilters) => string;
}) {
  const kinds = Object.entries(SUBJECT_KINDS)
    .map(([kind, name]) => ({ kind, name, verbs: verbs.filter((verb) => verb.startsWith(`${kind}.`)) }))
    .filter((each) => each.verbs.length > 0);
  const filtered = Object.entries(filters).some(([key, value]) => key !== "cursor" && value);
  return (
    <Form
      // The controls hold what the address says, also after going back or clearing.
      key={addressOf({ ...filters, cursor: undefined })}
      action={addressOf({})}
      role="search"
      aria-label={name}
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
        {kinds.map(({ kind, name, verbs }) => (
          <optgroup key={kind} label={name}>
            <option value={kind}>{name}: anything</option>
            {verbs.map((verb) => (
              <option key={verb} value={verb}>
                {verbName(verb)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <div className="col-span-2 lg:col-span-1">
        <TextField
          label={about}
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
          <Link href={addressOf({})} className={buttonClass("quiet")}>
            Clear
          </Link>
        )}
        {filters.subject && (
          <p className="text-sm">
            Only of <span className="font-semibold">{subject ?? "one thing"}</span>.{" "}
            <Link
              href={addressOf({ ...filters, subject: undefined, cursor: undefined })}
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
