"use client";

import { useId } from "react";
import type { Body } from "@/domain/articles/body";
import { AboutText } from "./about-text";

/** A text in a form, with its label and what is wrong with it. */
export function AboutTextField({
  initially,
  error,
  onChange,
}: {
  initially: Body;
  error: string | undefined;
  onChange: (body: Body) => void;
}) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="text-sm font-semibold">
        Text
      </span>
      <AboutText
        id={`${id}-text`}
        label="Text"
        initially={initially}
        errorId={error && `${id}-error`}
        onChange={onChange}
      />
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
