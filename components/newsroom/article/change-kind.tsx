"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Checkbox, SelectField, TextArea } from "@/components/ui/field";
import { CORRECTION_PLACES, type PublicationKind } from "@/domain/articles/article";
import { CHANGE_NAMES, PLACE_NAMES } from "./kinds";

export type ChangeKindName = Exclude<PublicationKind, "first">;

const EXPLAINED: Record<ChangeKindName, string> = {
  minor: "A slip of the pen. Moves no time that readers see.",
  update: "News. Moves “updated” everywhere, and says what changed.",
  correction: "Something was wrong. Stands with the story for good.",
  clarification: "Something could be misread. Stands with the story for good.",
  retraction: "The story does not hold. It stays at its address, marked, and leaves every list.",
};

/** What an update to a published story is to readers, as named fields of the form around it: `change.kind` and the rest. */
export function ChangeKind({
  kinds,
  people,
  actorId,
  isRetracted,
  mayRetract,
  errors,
}: {
  /** Those that may be chosen; the first is, to begin with. */
  kinds: readonly ChangeKindName[];
  /** Who may have approved a correction. */
  people: readonly { id: string; name: string }[];
  actorId: string;
  /** Whether the story stands retracted. */
  isRetracted: boolean;
  /** Whether the actor may retract it, and end that. */
  mayRetract: boolean;
  /** What was refused, by the field's name. */
  errors: Record<string, string>;
}) {
  const [kind, setKind] = useState(kinds[0] ?? "update");
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(errors).some((name) => name.startsWith("change.")))
      group.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);
  const isCorrection = kind === "correction" || kind === "clarification";
  return (
    <div ref={group} className="grid gap-4">
      <fieldset>
        <legend className="text-sm font-semibold">What kind of change is this?</legend>
        <div className="mt-1.5 grid gap-1">
          {kinds
            .filter((each) => mayRetract || each !== "retraction")
            .map((each) => (
              <Choice key={each} kind={each} chosen={kind === each} onChoose={() => setKind(each)} />
            ))}
        </div>
      </fieldset>
      {kind === "update" && (
        <TextArea
          label="What changed"
          name="change.note"
          rows={2}
          maxLength={500}
          hint="Readers see this in the story’s history."
          error={errors["change.note"]}
          className="field-sizing-content"
        />
      )}
      {isCorrection && (
        <>
          <TextArea
            label={
              kind === "correction" ? "What was wrong, and what is right" : "What could be misread, and what is meant"
            }
            name="change.text"
            rows={3}
            maxLength={2000}
            error={errors["change.text"]}
            className="field-sizing-content"
          />
          <SelectField label="Where it stands" name="change.place" defaultValue="end" error={errors["change.place"]}>
            {CORRECTION_PLACES.map((place) => (
              <option key={place} value={place}>
                {PLACE_NAMES[place]}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Approved by"
            name="change.approvedBy"
            defaultValue={actorId}
            hint="Kept with the correction. Readers are not told."
            error={errors["change.approvedBy"]}
          >
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === actorId ? `${name} (you)` : name}
              </option>
            ))}
          </SelectField>
        </>
      )}
      {kind === "retraction" && (
        <TextArea
          label="Why it is retracted"
          name="change.reason"
          rows={3}
          maxLength={500}
          hint="Readers see this above the text."
          error={errors["change.reason"]}
          className="field-sizing-content"
        />
      )}
      {isRetracted && mayRetract && kind !== "retraction" && (
        <Checkbox
          name="change.endsRetraction"
          label="End the retraction"
          hint="The story is no longer marked and stands in lists again. Without this it stays retracted."
        />
      )}
    </div>
  );
}

function Choice({ kind, chosen, onChoose }: { kind: ChangeKindName; chosen: boolean; onChoose: () => void }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 rounded-md px-2 py-1.5 has-checked:bg-wash">
      <input
        id={id}
        type="radio"
        name="change.kind"
        value={kind}
        checked={chosen}
        onChange={onChoose}
        aria-describedby={`${id}-about`}
        className="mt-0.5 size-6 shrink-0 accent-ink"
      />
      <div>
        <label htmlFor={id} className="block cursor-pointer font-semibold">
          {CHANGE_NAMES[kind]}
        </label>
        <p id={`${id}-about`} className="text-sm text-muted">
          {EXPLAINED[kind]}
        </p>
      </div>
    </div>
  );
}
