"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, Plus, X } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import type { Choice, Choices } from "./choices";

/** Stands in the list for "make a new one by this name". */
type Offer = Choice & { make?: true };

/**
 * A field in which several things, or one, are chosen by typing a part of their names. Those chosen stand before the input as
 * chips; `children` shows them instead where their order matters.
 */
export function ChoiceField({
  label,
  id,
  chosen,
  onChange,
  choices,
  making,
  hint,
  single = false,
  children,
}: {
  label: string;
  id: string;
  chosen: Choice[];
  onChange: (chosen: Choice[]) => void;
  choices: Choices;
  /** What making a new one is called, for those who may. */
  making?: (name: string) => string;
  hint?: string;
  /** Only one is chosen: another takes its place. */
  single?: boolean;
  children?: ReactNode;
}) {
  const describedBy = useId();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Choice[]>([]);
  const [status, setStatus] = useState<string | null>(null);
  const asking = useRef<AbortController>(undefined);
  // The first letter types and opens at once: what opens must not look for what stood before it.
  const latest = useRef("");
  /** The text that `found` answers; null while an answer is awaited. */
  const [answered, setAnswered] = useState<string | null>(null);
  /** Whether Enter was pressed meanwhile: it means the first of what is found, not of what stood there for fewer letters. */
  const entered = useRef(false);
  const present = useRef(chosen);
  present.current = chosen;

  const look = async (text: string) => {
    asking.current?.abort();
    const asked = new AbortController();
    asking.current = asked;
    entered.current = false;
    setAnswered(null);
    setStatus("Searching…");
    try {
      const results = await choices.search(text.trim(), asked.signal);
      if (asked.signal.aborted) return;
      setFound(results);
      setAnswered(text.trim());
      setStatus(
        results.length > 0 ? null : text.trim() ? `Nobody and nothing is called “${text.trim()}”.` : "None yet.",
      );
      const [first] = results;
      const isNew = !present.current.some(({ id }) => id === first?.id);
      if (entered.current && first && isNew) void choose([...present.current, first]);
    } catch (error) {
      if (asked.signal.aborted) return;
      asking.current = undefined;
      setStatus(error instanceof Error ? error.message : "The search did not work.");
    }
  };

  // Where the chosen stand elsewhere, Backspace in the input must not remove one.
  const Chips = children === undefined ? Combobox.Chips : "div";
  const name = typed.trim();
  const known = [...found, ...chosen].some((each) => each.name.toLowerCase() === name.toLowerCase());
  const offers: Offer[] =
    making && name && name === answered && !known ? [...found, { id: "", name, make: true }] : found;

  const choose = async (next: Offer[]) => {
    const wanted = next.find((each) => each.make);
    latest.current = "";
    setTyped("");
    const change = (all: Choice[]) => onChange(single ? all.slice(-1) : all);
    if (!wanted || !choices.create) {
      change(next);
      return;
    }
    setStatus(`Making “${wanted.name}”…`);
    try {
      change([...chosen, await choices.create(wanted.name)]);
      setStatus(null);
    } catch (error) {
      setTyped(wanted.name);
      setStatus(error instanceof Error ? error.message : "It could not be made.");
    }
  };

  return (
    <Combobox.Root
      multiple
      items={offers}
      value={chosen as Offer[]}
      filter={null}
      inputValue={typed}
      autoHighlight
      itemToStringLabel={(item: Offer) => item.name}
      isItemEqualToValue={(item: Offer, value: Offer) => item.id === value.id}
      onValueChange={(next: Offer[], details) => {
        // Escape closes the list; a second one must not empty the field.
        if (details.reason === "escape-key") details.cancel();
        else void choose(next);
      }}
      onInputValueChange={(text, { reason }) => {
        latest.current = reason === "item-press" ? "" : text;
        setTyped(latest.current);
        if (reason === "input-change") void look(text);
      }}
      onOpenChange={(open) => {
        if (open) void look(latest.current);
        else asking.current?.abort();
      }}
    >
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        {children}
        <Combobox.InputGroup className="flex min-h-11 w-full cursor-text flex-wrap items-center gap-1.5 rounded-md border border-edge bg-raised px-2 py-1.5 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-link">
          <Chips className="flex w-full flex-wrap items-center gap-1.5">
            {children === undefined &&
              chosen.map((each) => (
                <Combobox.Chip
                  key={each.id}
                  aria-label={each.name}
                  className="flex items-center gap-1 rounded-full bg-wash py-0.5 pr-1 pl-3 text-sm outline-none focus-within:bg-ink focus-within:text-paper"
                >
                  {each.name}
                  <Combobox.ChipRemove
                    aria-label={`Remove ${each.name}`}
                    className="grid size-6 cursor-pointer place-items-center rounded-full hover:bg-line"
                  >
                    <X size={14} aria-hidden />
                  </Combobox.ChipRemove>
                </Combobox.Chip>
              ))}
            <Combobox.Input
              id={id}
              placeholder={chosen.length === 0 ? "Type a name" : single ? "Type another" : "Add another"}
              aria-describedby={hint ? describedBy : undefined}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || answered !== null || !asking.current || asking.current.signal.aborted)
                  return;
                event.preventBaseUIHandler();
                event.preventDefault();
                entered.current = true;
              }}
              className="h-7 min-w-24 flex-1 bg-transparent px-1 text-base outline-none placeholder:text-muted"
            />
          </Chips>
        </Combobox.InputGroup>
        {hint && (
          <p id={describedBy} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup className="max-h-[min(var(--available-height),20rem)] w-[var(--anchor-width)] overflow-y-auto rounded-md border border-line bg-raised py-1 text-ink shadow-lg">
            <Combobox.Status className="px-3 py-2 text-sm text-muted empty:hidden">{status}</Combobox.Status>
            <Combobox.List>
              {(offer: Offer) => (
                <Combobox.Item
                  key={offer.id || "make"}
                  value={offer}
                  className="grid cursor-pointer grid-cols-[1.25rem_1fr] items-start gap-2 px-3 py-2 text-sm outline-none data-highlighted:bg-ink data-highlighted:text-paper"
                >
                  {offer.make ? (
                    <Plus size={16} className="mt-0.5" aria-hidden />
                  ) : (
                    <Combobox.ItemIndicator className="mt-0.5">
                      <Check size={16} aria-hidden />
                    </Combobox.ItemIndicator>
                  )}
                  <span className="col-start-2">
                    {offer.make ? making?.(offer.name) : offer.name}
                    {offer.note && <span className="block text-xs opacity-80">{offer.note}</span>}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
