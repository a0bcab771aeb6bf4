"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useRef } from "react";
import { useSmartTyping } from "@/components/newsroom/editor/smart-typing";
import { useTyped } from "@/components/newsroom/editor/use-typed";
import { LengthCount } from "./counts";

type Props = { id: string; text: string; language: string; readOnly: boolean; onChange: (text: string) => void };

// The page is the story: a rule beside the text shows the focus, not a box around it.
const BARE =
  "field-sizing-content -ml-3.5 w-[calc(100%+0.875rem)] resize-none border-transparent border-l-2 bg-transparent pl-3 font-serif outline-none placeholder:text-muted focus:border-link";

/** Beyond these many characters a headline is long for a phone, and for whoever reads it in a list. */
const SUGGESTED = 80;

/** The headline, as readers will see it. Enter goes on to the standfirst. */
export function HeadlineField({ id, text, language, readOnly, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useSmartTyping(field, language);
  return (
    <div className="group relative">
      <textarea
        ref={field}
        id={id}
        aria-label="Headline"
        aria-describedby={`${id}-length`}
        placeholder="Headline"
        rows={1}
        readOnly={readOnly}
        maxLength={300}
        // What a browser kept of the page before it was loaded anew is older than what is saved.
        autoComplete="off"
        enterKeyHint="next"
        onKeyDown={goOn}
        className={`${BARE} text-[clamp(2rem,5vw,2.875rem)] leading-[1.1] font-semibold tracking-[-0.01em] text-balance`}
        {...useTyped(text, (typed) => onChange(typed.replace(/\s*\n\s*/g, " ")), id)}
      />
      <p
        id={`${id}-length`}
        className={clsx(
          "absolute top-full text-xs leading-4 text-muted",
          text.length <= SUGGESTED && "not-group-focus-within:sr-only",
        )}
      >
        <LengthCount text={text} shown={SUGGESTED} over="long for a headline" />
      </p>
    </div>
  );
}

/** What stands below the headline. Enter goes on to the body. */
export function StandfirstField({ id, text, language, readOnly, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useSmartTyping(field, language);
  return (
    <textarea
      ref={field}
      id={id}
      aria-label="Standfirst"
      placeholder="Standfirst: what happened, in a sentence or two"
      rows={1}
      readOnly={readOnly}
      maxLength={1000}
      // What a browser kept of the page before it was loaded anew is older than what is saved.
      autoComplete="off"
      enterKeyHint="next"
      onKeyDown={goOn}
      className={`${BARE} text-[1.3125rem] leading-snug text-muted`}
      {...useTyped(text, (typed) => onChange(typed.replace(/\s*\n\s*/g, " ")), id)}
    />
  );
}

function goOn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const next = event.currentTarget.id.endsWith("headline") ? "article-standfirst" : "article-body";
  document.getElementById(next)?.focus();
}
