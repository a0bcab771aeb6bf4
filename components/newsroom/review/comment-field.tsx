"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import type { Named } from "@/domain/articles/comment";
import { useReview } from "./review-context";

/**
 * Where a comment is written. "@" and a name offer the staff. What is typed is kept in this tab under `keptAs` until it is
 * sent or given up, whatever becomes of the panel.
 */
export function CommentField({
  label,
  keptAs,
  initially = "",
  mentioned = [],
  submit,
  onSend,
  onCancel,
}: {
  label: string;
  keptAs: string;
  initially?: string;
  /** Who is named in it already. */
  mentioned?: Named[];
  submit: string;
  /** @returns why it was not kept; null if it was */
  onSend: (text: string, mentions: string[]) => Promise<string | null>;
  onCancel: () => void;
}) {
  const id = useId();
  const review = useReview();
  const people = review?.conversation.people ?? mentioned;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => kept(keptAs) ?? initially);
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const offers = typed === null ? [] : people.filter(({ name }) => startsAWord(name, typed)).slice(0, 6);

  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  const change = (next: string, caret: number) => {
    setText(next);
    keep(keptAs, next);
    setTyped(next.slice(0, caret).match(/(?:^|\s)@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u)?.[1] ?? null);
    setChosen(0);
  };
  const choose = ({ name }: Named) => {
    const caret = field.current?.selectionStart ?? text.length;
    const before = text.slice(0, caret - (typed?.length ?? 0));
    const next = `${before}${name} `;
    change(next + text.slice(caret).trimStart(), next.length);
    setTyped(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.length, next.length);
    });
  };
  const send = async () => {
    if (sending) return;
    if (!text.trim()) {
      setRefused("Write a comment first.");
      field.current?.focus();
      return;
    }
    setSending(true);
    const named = [...people, ...mentioned].filter(({ name }) => text.includes(`@${name}`)).map((each) => each.id);
    // Told before the answer: what is drawn anew by it must not find the text again.
    keep(keptAs, "");
    const why = await onSend(text.trim(), [...new Set(named)]);
    setSending(false);
    setRefused(why);
    if (why !== null) keep(keptAs, text);
  };
  const cancel = () => {
    keep(keptAs, "");
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (offers.length > 0) {
      onKeyInList(event);
    } else if (event.key === "Escape") {
      event.preventDefault();
      cancel();
    }
  };
  const onKeyInList = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const offer = offers[chosen];
    if (by) setChosen((chosen + by + offers.length) % offers.length);
    else if (event.key === "Escape") setTyped(null);
    else if ((event.key === "Enter" || event.key === "Tab") && offer) choose(offer);
    else return;
    event.preventDefault();
  };

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="relative">
        <textarea
          ref={field}
          id={id}
          rows={3}
          maxLength={5000}
          value={text}
          aria-describedby={`${id}-hint`}
          aria-invalid={refused ? true : undefined}
          aria-autocomplete="list"
          aria-controls={offers.length > 0 ? `${id}-people` : undefined}
          aria-activedescendant={offers.length > 0 ? `${id}-person-${chosen}` : undefined}
          onChange={(event) => change(event.currentTarget.value, event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => setTyped(null)}
          className={controlClass("field-sizing-content")}
        />
        {offers.length > 0 && (
          <div
            id={`${id}-people`}
            role="listbox"
            aria-label="Staff"
            className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-md border border-line bg-raised py-1 shadow-lg"
          >
            {offers.map((offer, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
              <div
                key={offer.id}
                id={`${id}-person-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(offer)}
                className="cursor-pointer px-3 py-2 text-sm aria-selected:bg-ink aria-selected:text-paper"
              >
                {offer.name}
              </div>
            ))}
          </div>
        )}
      </div>
      <p role="status" className="sr-only">
        {offers.length > 0 && `${offers.length} to choose from. ${offers[chosen]?.name}`}
      </p>
      <p id={`${id}-hint`} className={refused ? "text-sm font-semibold text-bad" : "text-sm text-muted"}>
        {refused ?? "@ names somebody. Ctrl+Enter sends."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" held={sending} onClick={() => void send()}>
          {submit}
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </div>
  );
}

function startsAWord(name: string, typed: string): boolean {
  const [wanted = "", words = ""] = [typed, name].map(withoutAccents);
  return words.startsWith(wanted) || words.split(/\s+/).some((word) => word.startsWith(wanted));
}

/** As one types a name in haste: "ines" for "Inês". */
function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** What was typed and not sent; null if nothing was. */
export function kept(key: string): string | null {
  return typeof sessionStorage === "undefined" ? null : sessionStorage.getItem(`comment-${key}`);
}

function keep(key: string, text: string): void {
  if (text) sessionStorage.setItem(`comment-${key}`, text);
  else sessionStorage.removeItem(`comment-${key}`);
}
