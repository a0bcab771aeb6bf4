"use client";

import { useId, useState } from "react";
import { controlClass, Field } from "@/components/ui/field";
import { resolveTime } from "@/domain/articles/schedule";
import { formatInstant } from "@/lib/time";
import { type WallTime, wallTimeOf } from "@/lib/zoned-time";

/**
 * A day and a time in the publication's zone, as the fields `at` and `turn` of the form around it (or `name.at` and
 * `name.turn`): with what the clocks of
 * whoever chooses show then, and, on the night on which the clocks go back, which of the two is meant.
 */
export function PlannedTimeField({
  label,
  timeZone,
  initially = "",
  initialTurn,
  errors,
  name,
  past = false,
  hint,
}: {
  label: string;
  timeZone: string;
  /** What the publication's clocks show at the time that is offered. */
  initially?: WallTime;
  /** Which of the two it is, where it comes twice. */
  initialTurn?: "first" | "second";
  errors: { at?: string; turn?: string };
  /** Where a form has several. */
  name?: string;
  /** Whether a time that has gone by may be chosen. */
  past?: boolean;
  /** What the time is for. */
  hint?: string;
}) {
  const [at, setAt] = useState(initially);
  const turn = useId();
  const now = past ? new Date(0) : new Date();
  const field = (part: "at" | "turn") => (name ? `${name}.${part}` : part);
  const resolved = resolveTime({ at, turn: "" }, timeZone, now);
  const first = resolveTime({ at, turn: "first" }, timeZone, now);
  const comesTwice = at !== "" && "asks" in resolved;
  const wrong = at === "" || "instant" in resolved || comesTwice ? errors.at : resolved.wrong;
  return (
    <div className="grid gap-3">
      <Field
        label={label}
        hint={
          <>
            {hint && `${hint} `}In the publication’s time, {named(timeZone)}.
            {"instant" in resolved && <OwnTime at={resolved.instant} timeZone={timeZone} />}
          </>
        }
        error={wrong}
      >
        {(control) => (
          <input
            type="datetime-local"
            name={field("at")}
            value={at}
            min={past ? undefined : wallTimeOf(now, timeZone)}
            onChange={(event) => setAt(event.currentTarget.value)}
            className={controlClass("sm:w-64")}
            {...control}
          />
        )}
      </Field>
      {comesTwice && "instant" in first && (
        <fieldset className="grid gap-1">
          <legend className="text-sm font-semibold">The clocks go back that night. Which {at.slice(11)}?</legend>
          {(["first", "second"] as const).map((each) => (
            <label key={each} className="flex items-center gap-2.5 py-1">
              <input
                type="radio"
                name={field("turn")}
                value={each}
                defaultChecked={initialTurn === each && at === initially}
                className="size-5 accent-ink"
                aria-describedby={turn}
              />
              {each === "first" ? "The first, before they go back" : "The second, an hour later"}
            </label>
          ))}
          {errors.turn && (
            <p id={turn} className="text-sm font-semibold text-bad">
              {errors.turn}
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}

/** What one's own clocks show then, where they show another time. */
function OwnTime({ at, timeZone }: { at: Date; timeZone: string }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!own || wallTimeOf(at, own) === wallTimeOf(at, timeZone)) return null;
  return ` For you, in ${named(own)}: ${formatInstant(at, "stamp", { timeZone: own, language: "en" })}.`;
}

function named(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
