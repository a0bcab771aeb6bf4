"use client";

import { useId, useState } from "react";
import { OwnTime, useOwnZone } from "@/components/newsroom/own-time";
import { controlClass, Field } from "@/components/ui/field";
import { resolveTime } from "@/domain/articles/schedule";
import { formatInstant } from "@/lib/time";
import { instantsOf, wallTimeOf } from "@/lib/zoned-time";

/**
 * A day and a time in the publication's zone, as the fields `at` and `turn` of the form around it (or `name.at` and
 * `name.turn`): with what the clocks of whoever chooses show then, and, on the night on which the clocks go back, which of
 * the two is meant.
 */
export function PlannedTimeField({
  label,
  timeZone,
  initially = null,
  errors,
  name,
  past = false,
  hint,
  onChosen,
}: {
  label: string;
  timeZone: string;
  /** The time that is offered. */
  initially?: Date | null;
  errors: { at?: string; turn?: string };
  /** Where a form has several. */
  name?: string;
  /** Whether a time that has gone by may be chosen. */
  past?: boolean;
  /** What the time is for. */
  hint?: string;
  onChosen?: () => void;
}) {
  const offered = initially ? wallTimeOf(initially, timeZone) : "";
  const [at, setAt] = useState(offered);
  const turn = useId();
  const now = past ? new Date(0) : new Date();
  const field = (part: "at" | "turn") => (name ? `${name}.${part}` : part);
  const resolved = resolveTime({ at, turn: "" }, timeZone, now);
  const comesTwice = at !== "" && "asks" in resolved;
  const [first, second] = (comesTwice && instantsOf(at, timeZone)) || [];
  const wrong = at === "" || "instant" in resolved || comesTwice ? errors.at : resolved.wrong;
  return (
    <div className="grid gap-3">
      <Field
        label={label}
        hint={
          <>
            {hint && `${hint} `}In the publication’s time, {named(timeZone)}.
            {"instant" in resolved && <ForYou at={resolved.instant} timeZone={timeZone} />}
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
            onChange={(event) => {
              setAt(event.currentTarget.value);
              onChosen?.();
            }}
            className={controlClass("sm:max-w-64")}
            {...control}
          />
        )}
      </Field>
      {first && second && (
        <fieldset className="grid gap-1">
          <legend className="text-sm font-semibold">The clocks go back that night. Which {at.slice(11)}?</legend>
          {Object.entries({ first, second }).map(([each, instant]) => (
            <label key={each} className="flex items-center gap-2.5 py-1">
              <input
                type="radio"
                name={field("turn")}
                value={each}
                defaultChecked={initially !== null && at === offered && each === turnOf(initially, timeZone)}
                className="size-5 accent-ink"
                aria-describedby={errors.turn && turn}
              />
              <span>
                {each === "first" ? "The first, before they go back" : "The second, an hour later"}
                <OwnTime at={instant} timeZone={timeZone} />
              </span>
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
function ForYou({ at, timeZone }: { at: Date; timeZone: string }) {
  const own = useOwnZone();
  if (!own || wallTimeOf(at, own) === wallTimeOf(at, timeZone)) return null;
  return ` For you, in ${named(own)}: ${formatInstant(at, "stamp", { timeZone: own, language: "en" })}.`;
}

/** Which of the two it is that the clocks show so, where they show it twice. */
function turnOf(at: Date, timeZone: string): "first" | "second" {
  const [, second] = instantsOf(wallTimeOf(at, timeZone), timeZone) ?? [];
  return second && at >= second ? "second" : "first";
}

function named(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
