"use client";

import { type KeyboardEvent, type RefObject, useId } from "react";
import { type NamedCrop, REGION_UNIT, type Region } from "@/domain/media/crop";
import { type Corner, dragged, moved, resized, type Size } from "@/domain/media/framing";
import { over } from "./picture";
import { useDrag } from "./use-drag";
import { CROP_NAMES, regionWords } from "./words";

/** How far a key moves the frame, in REGION_UNIT: by itself, and with Shift. */
const STEP = { small: 100, large: 1000 };
/** By how much a key makes it larger. */
const GROWTH = { small: 1.04, large: 1.25 };

const CORNERS: Record<Corner, string> = {
  "top-left": "top-0 left-0 cursor-nwse-resize",
  "top-right": "top-0 left-full cursor-nesw-resize",
  "bottom-left": "top-full left-0 cursor-nesw-resize",
  "bottom-right": "top-full left-full cursor-nwse-resize",
};

/**
 * The frame of one crop over its picture, locked to its ratio. It is moved by pointer or arrow keys, and made larger or
 * smaller by its corners or by + and -.
 */
export function CropFrame({
  crop,
  size,
  region,
  onChange,
  stage,
}: {
  crop: NamedCrop;
  size: Size;
  region: Region;
  onChange: (region: Region) => void;
  stage: RefObject<HTMLDivElement | null>;
}) {
  const id = useId();
  const move = useDrag(stage, (from) => {
    const began = region;
    return (to) => onChange(moved(began, (to.x - from.x) * REGION_UNIT, (to.y - from.y) * REGION_UNIT));
  });
  const press = (event: KeyboardEvent) => {
    const changed = pressed(
      event,
      (across, down) => moved(region, across, down),
      (by) => resized(size, crop, region, region.width * by),
    );
    if (!changed) return;
    event.preventDefault();
    onChange(changed);
  };
  const place = over(region);
  return (
    <>
      <span aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
        <span className="absolute shadow-[0_0_0_200vmax_rgb(0_0_0/0.6)]" style={place} />
      </span>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Crop ${CROP_NAMES[crop]}`}
        aria-roledescription="crop frame"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((region.left / REGION_UNIT) * 100)}
        aria-valuetext={regionWords(size, region)}
        aria-describedby={id}
        data-crop-frame={crop}
        className="absolute cursor-move touch-none outline-2 outline-white ring-4 ring-black/50 focus-visible:outline-4 focus-visible:outline-link focus-visible:ring-white"
        style={place}
        onKeyDown={press}
        {...move}
      >
        <Thirds />
        {(Object.keys(CORNERS) as Corner[]).map((corner) => (
          <CornerHandle
            key={corner}
            corner={corner}
            stage={stage}
            onDrag={() => {
              const began = region;
              return (to) => onChange(dragged(size, crop, began, corner, to));
            }}
          />
        ))}
      </div>
      <p id={id} className="sr-only">
        Arrow keys move the crop, with Shift further. Plus and minus make it larger and smaller.
      </p>
    </>
  );
}

function CornerHandle({
  corner,
  stage,
  onDrag,
}: {
  corner: Corner;
  stage: RefObject<HTMLDivElement | null>;
  onDrag: () => (to: { x: number; y: number }) => void;
}) {
  const drag = useDrag(stage, onDrag);
  return (
    <span
      aria-hidden
      data-corner={corner}
      // As large as a finger; what is seen of it is smaller.
      className={`absolute grid size-10 -translate-1/2 touch-none place-items-center ${CORNERS[corner]}`}
      {...drag}
    >
      <span className="size-4 rounded-full border-2 border-black/60 bg-white" />
    </span>
  );
}

/** What leads the eye when a picture is composed. */
function Thirds() {
  return (
    <span aria-hidden className="pointer-events-none absolute inset-0 grid grid-cols-3 grid-rows-3 opacity-60">
      {["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((cell) => (
        <span key={cell} className="border-[0.5px] border-white/60" />
      ))}
    </span>
  );
}

/** What a key does to a frame or a point; nothing where it does nothing. */
function pressed<T>(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  move: (across: number, down: number) => T,
  grow: (by: number) => T,
): T | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const step = shiftKey ? STEP.large : STEP.small;
  switch (key) {
    case "ArrowLeft":
      return move(-step, 0);
    case "ArrowRight":
      return move(step, 0);
    case "ArrowUp":
      return move(0, -step);
    case "ArrowDown":
      return move(0, step);
    case "+":
    case "=":
      return grow(GROWTH.small);
    case "-":
    case "_":
      return grow(1 / GROWTH.small);
    case "PageUp":
      return grow(GROWTH.large);
    case "PageDown":
      return grow(1 / GROWTH.large);
    default:
      return undefined;
  }
}
