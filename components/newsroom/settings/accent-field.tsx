"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass, Field } from "@/components/ui/field";
import { HEX_COLOUR } from "@/domain/settings/appearance";
import { contrastIn, HOUSE_ACCENT, ratioText, readable, themeStyle } from "@/lib/colour";

/**
 * A colour whose contrast is told as it is chosen, with the nearest that has enough.
 * @param own what an empty field means, as a button says it: "Use the paper's own".
 */
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
  own: string;
  initially: string;
  error?: string;
  onChange?: (colour: string) => void;
}) {
  const [typed, setTyped] = useState(initially);
  const colour = colourIn(typed);
  const choose = (next: string) => {
    setTyped(next);
    onChange?.(colourIn(next));
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <input
              type="color"
              aria-label={`${label}, by eye`}
              // A picker cannot be empty.
              value={colour || HOUSE_ACCENT}
              onChange={(event) => choose(event.target.value)}
              className="h-10.5 w-14 cursor-pointer rounded-md border border-edge bg-raised p-1"
            />
            <div className="w-36">
              <input
                name="accent"
                value={typed}
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
            {typed && (
              <Button look="quiet" onClick={() => choose("")}>
                {own}
              </Button>
            )}
          </div>
          {colour && <Contrast colour={colour} onTake={choose} />}
        </div>
      )}
    </Field>
  );
}

function colourIn(typed: string): string {
  const colour = typed.trim().toLowerCase();
  return HEX_COLOUR.test(colour) ? colour : "";
}

/** How a colour reads on each paper. Heard as it changes. */
function Contrast({ colour, onTake }: { colour: string; onTake: (colour: string) => void }) {
  const { light, dark } = readable(colour);
  const enough = light === colour;
  return (
    <div className="grid gap-2">
      <ul aria-live="polite" aria-atomic="true" aria-label="Contrast" className="grid gap-2 sm:grid-cols-2">
        <Sample theme="light" colour={colour} name="On light paper">
          {enough
            ? "It reads well as it is."
            : `Too little to be read: it needs 4.5 : 1. The nearest that has it is ${light}.`}
        </Sample>
        <Sample theme="dark" colour={dark} name="On dark paper">
          {dark === colour ? "It reads well as it is." : `Readers get ${dark}, which is made of it.`}
        </Sample>
      </ul>
      {!enough && (
        <Button className="justify-self-start" onClick={() => onTake(light)}>
          <span aria-hidden className="size-4 rounded-full" style={{ background: light }} />
          Take {light}
        </Button>
      )}
    </div>
  );
}

function Sample({
  theme,
  colour,
  name,
  children,
}: {
  theme: "light" | "dark";
  colour: string;
  name: string;
  children: string;
}) {
  return (
    <li
      style={themeStyle(theme, colour)}
      className="rounded-md border border-line bg-paper px-3 py-2.5 text-sm text-ink"
    >
      <p className="flex items-baseline justify-between gap-3">
        <span className="flex items-center gap-2 font-semibold">
          <span aria-hidden className="size-3.5 rounded-full" style={{ background: colour }} />
          {name}
        </span>
        <span className="whitespace-nowrap">{ratioText(contrastIn(theme, colour))}</span>
      </p>
      <p className="mt-1 text-muted">{children}</p>
    </li>
  );
}
