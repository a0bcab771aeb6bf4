"use client";

import { type KeyboardEvent, type RefObject, useId } from "react";
import type { Focus } from "@/domain/media/crop";
import { CENTRE } from "@/domain/media/framing";
import { percent } from "./picture";
import { useDrag } from "./use-drag";
import { pointWords } from "./words";

/** How far a key moves the point, as a fraction of the picture: by itself, and with Shift. */
const STEP = { small: 0.01, large: 0.1 };

const KEYS: Record<string, Focus> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The point of a picture about which it is cropped: set by a click anywhere, dragged, or moved by the arrow keys. */
export function FocalPoint({
  focus,
  onChange,
  stage,
}: {
  focus: Focus | null;
  onChange: (focus: Focus) => void;
  stage: RefObject<HTMLDivElement | null>;
}) {
  const id = useId();
  const set = (to: Focus) => onChange({ x: kept(to.x), y: kept(to.y) });
  const drag = useDrag(stage, (at) => {
    set(at);
    return set;
  });
  const { x, y } = focus ?? CENTRE;
  const press = (event: KeyboardEvent) => {
    const way = KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!way && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const step = event.shiftKey ? STEP.large : STEP.small;
    // The first key says that where it stands is meant.
    set(way && focus ? { x: x + way.x * step, y: y + way.y * step } : { x, y });
  };
  return (
    <>
      <div className="absolute inset-0 cursor-crosshair" {...drag}>
        <div
          role="slider"
          tabIndex={0}
          aria-label="Focal point"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(x * 100)}
          aria-valuetext={focus ? pointWords(focus) : "Not set"}
          aria-describedby={id}
          className={`absolute grid size-11 -translate-1/2 cursor-move touch-none place-items-center rounded-full border-3 border-white ring-3 ring-black/60 focus-visible:outline-4 focus-visible:outline-link focus-visible:outline-offset-4 ${focus ? "bg-black/30" : "border-dashed opacity-80"}`}
          style={{ left: percent(x), top: percent(y) }}
          onKeyDown={press}
        >
          <span aria-hidden className="size-2 rounded-full bg-white ring-2 ring-black/60" />
        </div>
      </div>
      <p id={id} className="sr-only">
        Arrow keys move the point, with Shift further.
      </p>
    </>
  );
}

/** Within the picture, to four decimals. */
function kept(fraction: number): number {
  return Math.round(Math.min(1, Math.max(0, fraction)) * 10_000) / 10_000;
}
