"use client";

import { useId, useState } from "react";
import { ChoiceField } from "@/components/newsroom/article/choice-field";
import type { Choice } from "@/components/newsroom/article/choices";
import { routes } from "@/lib/routes";

/** Keywords, chosen of those that assets carry or made by typing. They are sent under `name`, parted by commas. */
export function KeywordField({
  label = "Keywords",
  name,
  initially = [],
  hint,
  making = true,
  onChange,
}: {
  label?: string;
  name: string;
  initially?: readonly string[];
  hint?: string;
  /** Whether new ones may be made. */
  making?: boolean;
  onChange?: (keywords: string[]) => void;
}) {
  const id = useId();
  const [chosen, setChosen] = useState(() => initially.map(choiceOf));
  return (
    <>
      <input type="hidden" name={name} value={chosen.map((each) => each.name).join(", ")} />
      <ChoiceField
        id={id}
        label={label}
        hint={hint}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next);
          onChange?.(next.map((each) => each.name));
        }}
        choices={{ search, create: async (typed) => choiceOf(typed) }}
        making={making ? (typed) => `Add “${typed}”` : undefined}
      />
    </>
  );
}

const choiceOf = (keyword: string): Choice => ({ id: keyword, name: keyword });

async function search(text: string, signal: AbortSignal): Promise<Choice[]> {
  const found = await fetch(`${routes.newsroom.keywordChoices()}?${new URLSearchParams({ q: text })}`, { signal });
  const words: unknown = await found.json().catch(() => null);
  if (!found.ok || !Array.isArray(words)) throw new Error("The keywords could not be read.");
  return words.map((word) => choiceOf(String(word)));
}
