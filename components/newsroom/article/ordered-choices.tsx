"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { ChoiceField } from "./choice-field";
import type { Choice, Choices } from "./choices";

/** Things chosen by typing a part of their names, in the order readers see them. */
export function OrderedChoices({
  id: inputId,
  label,
  hint,
  chosen,
  onChange,
  choices,
  making,
  most = 20,
}: {
  id: string;
  label: string;
  hint?: string;
  chosen: Choice[];
  onChange: (chosen: Choice[]) => void;
  choices: Choices;
  making?: (name: string) => string;
  /** How many may be chosen. */
  most?: number;
}) {
  const list = useRef<HTMLOListElement>(null);

  const move = (index: number, by: -1 | 1) => {
    const next = [...chosen];
    const [moved] = next.splice(index, 1);
    if (!moved) return;
    next.splice(index + by, 0, moved);
    onChange(next);
    // The buttons stay with the place: the focus goes along with the name, to a button that still does something.
    const at = index + by;
    const direction = (by < 0 && at > 0) || at === next.length - 1 ? "earlier" : "later";
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-place="${at}"] [data-move="${direction}"]`)?.focus();
    });
  };

  return (
    <ChoiceField
      label={label}
      hint={chosen.length >= most ? `At most ${most} can be chosen: remove one to add another.` : hint}
      id={inputId}
      chosen={chosen}
      onChange={(next) => next.length <= most && onChange(next)}
      choices={choices}
      making={making}
    >
      {chosen.length === 0 ? null : (
        <ol ref={list} aria-label={`Chosen ${label.toLowerCase()}`} className="grid gap-1">
          {chosen.map(({ id, name, note }, index) => (
            <li key={id} data-place={index} className="flex items-center gap-0.5 rounded-md bg-wash py-0.5 pr-0.5 pl-3">
              <span className="min-w-0 flex-1 py-1">
                <span className="block truncate">{name}</span>
                {note && <span className="block truncate text-xs text-muted">{note}</span>}
              </span>
              {chosen.length > 1 && (
                <>
                  <PlaceButton
                    label={`Move ${name} earlier`}
                    data-move="earlier"
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    <ArrowUp size={16} aria-hidden />
                  </PlaceButton>
                  <PlaceButton
                    label={`Move ${name} later`}
                    data-move="later"
                    disabled={index === chosen.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <ArrowDown size={16} aria-hidden />
                  </PlaceButton>
                </>
              )}
              <PlaceButton
                label={`Remove ${name}`}
                onClick={() => {
                  onChange(chosen.filter((each) => each.id !== id));
                  document.getElementById(inputId)?.focus();
                }}
              >
                <X size={16} aria-hidden />
              </PlaceButton>
            </li>
          ))}
        </ol>
      )}
    </ChoiceField>
  );
}

export function PlaceButton({
  label,
  ...rest
}: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  "data-move"?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-md hover:bg-line disabled:cursor-not-allowed disabled:opacity-40"
      {...rest}
    />
  );
}
