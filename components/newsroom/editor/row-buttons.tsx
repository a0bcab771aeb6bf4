"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { RefObject } from "react";
import { FrameButton } from "./block-frame";

/** What is done to one of several things in a block: moving it among them, and taking it out. */
export function RowButtons<T>({
  name,
  rows,
  index,
  onChange,
  list,
}: {
  /** What the row is called, such as "picture 2". */
  name: string;
  rows: readonly T[];
  index: number;
  onChange: (rows: T[]) => void;
  /** The list of the rows: each says its place in `data-row`. */
  list: RefObject<HTMLElement | null>;
}) {
  // The buttons stay with the place: the focus goes along with the thing, to a button that still does something.
  const focusIn = (place: number, selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${place}"] ${selector}`)?.focus());
  const move = (by: -1 | 1) => {
    const next = [...rows];
    next.splice(index + by, 0, ...next.splice(index, 1));
    onChange(next);
    const place = index + by;
    const direction = (by < 0 && place > 0) || place === next.length - 1 ? "earlier" : "later";
    focusIn(place, `[data-move="${direction}"]`);
  };
  return (
    <div className="flex gap-1">
      {rows.length > 1 && (
        <>
          <FrameButton label={`Move ${name} up`} data-move="earlier" disabled={index === 0} onClick={() => move(-1)}>
            <ArrowUp size={16} aria-hidden />
          </FrameButton>
          <FrameButton
            label={`Move ${name} down`}
            data-move="later"
            disabled={index === rows.length - 1}
            onClick={() => move(1)}
          >
            <ArrowDown size={16} aria-hidden />
          </FrameButton>
        </>
      )}
      <FrameButton
        label={`Remove ${name}`}
        onClick={() => {
          onChange(rows.filter((_, at) => at !== index));
          focusIn(Math.min(index, rows.length - 2), "button:last-child");
        }}
      >
        <X size={16} aria-hidden />
      </FrameButton>
    </div>
  );
}
