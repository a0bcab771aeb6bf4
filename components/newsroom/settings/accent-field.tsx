"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass, Field } from "@/components/ui/field";
import { HEX_COLOUR } from "@/domain/settings/appearance";
import { contrastIn, readable } from "@/lib/colour";

/** What an empty picker shows, since a browser's cannot be empty: the house's own accent (app/theme.css). */
const HOUSE = "#98191d";

/** A colour that is checked as it is chosen: how well it reads in each theme, and what is made of it where it does not. */
export function AccentField({
  label,
  hint,
  own,
  initially,
  error,
  onChange,
}: {
  label: string;
  hint: string;
  /** What an empty field means, as a button says it: "Use the paper's own". */
  own: string;
  initially: string;
  error?: string;
  onChange?: (colour: string) => void;
}) {
  const [colour, setColour] = useState(initially);
  const typed = colour.trim().toLowerCase();
  const isColour = HEX_COLOUR.test(typed);
  const choose = (next: string) => {
    setColour(next);
    onChange?.(HEX_COLOUR.test(next.trim().toLowerCase()) ? next.trim().toLowerCase() : "");
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <input
              type="color"
              aria-label={`${label}: pick`}
              value={isColour ? typed : HOUSE}
              onChange={(event) => choose(event.target.value)}
              className="h-10.5 w-14 cursor-pointer rounded-md border border-edge bg-raised p-1"
            />
            <div className="w-36">
              <input
                name="accent"
                value={colour}
                onChange={(event) => choose(event.target.value)}
                maxLength={7}
                spellCheck={false}
                autoCapitalize="none"
                autoComplete="off"
                placeholder="#rrggbb"
                className={controlClass()}
                {...control}
              />
            </div>
            {colour && (
              <Button look="quiet" onClick={() => choose("")}>
                {own}
              </Button>
            )}
          </div>
          {isColour && <Contrast colour={typed} />}
        </div>
      )}
    </Field>
  );
}

const PAPERS = { light: "On light paper", dark: "On dark paper" } as const;

/** How a colour reads in each theme, and what readers get of it. Heard as it changes. */
function Contrast({ colour }: { colour: string }) {
  const shown = readable(colour);
  return (
    <ul aria-live="polite" aria-atomic="true" aria-label="Contrast" className="grid gap-2 sm:grid-cols-2">
      {(["light", "dark"] as const).map((theme) => {
        const changed = shown[theme] !== colour;
        return (
          <li
            key={theme}
            style={{ colorScheme: theme }}
            className="rounded-md border border-line bg-paper px-3 py-2.5 text-sm text-ink"
          >
            <p className="flex items-baseline justify-between gap-3">
              <span className="text-base font-semibold" style={{ color: shown[theme] }}>
                {PAPERS[theme]}
              </span>
              <span className="whitespace-nowrap tabular-nums">{ratio(theme, shown[theme])}</span>
            </p>
            <p className="mt-1 text-muted">
              {changed
                ? `Your colour has ${ratio(theme, colour)} here, too little to read by: readers get ${shown[theme]}, ${theme === "light" ? "darker" : "lighter"}.`
                : "Your colour reads well as it is."}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function ratio(theme: "light" | "dark", colour: string): string {
  // Never rounded up to what it does not reach.
  return `${(Math.floor(contrastIn(theme, colour) * 10) / 10).toFixed(1)} : 1`;
}
