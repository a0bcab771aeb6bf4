"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRef } from "react";
import { controlClass } from "@/components/ui/field";
import { type ArticleContent, CREDIT_ROLES, type CreditRole } from "@/domain/articles/article";
import { ChoiceField } from "./choice-field";
import { bylineChoices, type Choice } from "./choices";
import { CREDIT_NAMES } from "./kinds";
import { PlaceButton } from "./ordered-choices";

type Credits = ArticleContent["credits"];
const MOST = 40;

/** Who is credited besides those who wrote, and for what, in the order readers see them. One person may have two parts. */
export function CreditField({
  id: inputId,
  credits,
  named,
  onChange,
  mayMake,
}: {
  id: string;
  credits: Credits;
  named: (bylineId: string) => Choice;
  /** @param chosen somebody who is new to the screen */
  onChange: (credits: Credits, chosen?: Choice) => void;
  mayMake: boolean;
}) {
  const list = useRef<HTMLOListElement>(null);
  const add = ([chosen]: Choice[]) => {
    if (!chosen || credits.length >= MOST) return;
    const parts = credits.filter(({ bylineId }) => bylineId === chosen.id).map(({ role }) => role);
    const role = CREDIT_ROLES.find((each) => !parts.includes(each));
    if (role) onChange([...credits, { role, bylineId: chosen.id }], chosen);
  };
  const move = (index: number, by: -1 | 1) => {
    const next = [...credits];
    next.splice(index + by, 0, ...next.splice(index, 1));
    onChange(next);
    const at = index + by;
    const direction = (by < 0 && at > 0) || at === next.length - 1 ? "earlier" : "later";
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-place="${at}"] [data-move="${direction}"]`)?.focus();
    });
  };
  return (
    <ChoiceField
      label="Credits"
      hint="Editors, fact-checkers, photographers and others, each with their part."
      id={inputId}
      chosen={[]}
      onChange={add}
      choices={bylineChoices}
      making={mayMake ? (name) => `New guest byline “${name}”` : undefined}
    >
      {credits.length === 0 ? null : (
        <ol ref={list} aria-label="Chosen credits" className="grid gap-2">
          {credits.map(({ role, bylineId }, index) => {
            const { name } = named(bylineId);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a credit is its place in the list
              <li key={index} data-place={index} className="grid gap-1 rounded-md bg-wash p-2">
                <div className="flex items-center gap-0.5">
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  {credits.length > 1 && (
                    <>
                      <PlaceButton
                        label={`Move the credit of ${name} earlier`}
                        data-move="earlier"
                        disabled={index === 0}
                        onClick={() => move(index, -1)}
                      >
                        <ArrowUp size={16} aria-hidden />
                      </PlaceButton>
                      <PlaceButton
                        label={`Move the credit of ${name} later`}
                        data-move="later"
                        disabled={index === credits.length - 1}
                        onClick={() => move(index, 1)}
                      >
                        <ArrowDown size={16} aria-hidden />
                      </PlaceButton>
                    </>
                  )}
                  <PlaceButton
                    label={`Remove the credit of ${name}`}
                    onClick={() => {
                      onChange(credits.filter((_, at) => at !== index));
                      document.getElementById(inputId)?.focus();
                    }}
                  >
                    <X size={16} aria-hidden />
                  </PlaceButton>
                </div>
                <select
                  aria-label={`Part of ${name}`}
                  className={controlClass()}
                  value={role}
                  onChange={(event) => {
                    const part = event.currentTarget.value as CreditRole;
                    onChange(credits.map((each, at) => (at === index ? { ...each, role: part } : each)));
                  }}
                >
                  {CREDIT_ROLES.map((each) => (
                    <option key={each} value={each}>
                      {CREDIT_NAMES[each]}
                    </option>
                  ))}
                </select>
              </li>
            );
          })}
        </ol>
      )}
    </ChoiceField>
  );
}
