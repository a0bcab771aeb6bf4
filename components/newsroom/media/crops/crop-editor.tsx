"use client";

import { clsx } from "clsx";
import { Minus, Plus, RotateCcw } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Focus, NAMED_CROPS, type NamedCrop, type Region, type Regions } from "@/domain/media/crop";
import { isTooSmall, resized, WIDEST_PLACE, widthsOf } from "@/domain/media/framing";
import { CropFrame } from "./crop-frame";
import { FocalPoint } from "./focal-point";
import { Part } from "./part";
import type { FramedPicture } from "./picture";
import { CropPreviews, type Shape } from "./previews";
import { Stage } from "./stage";
import { CROP_NAMES, CROP_PLACES, pixelWords } from "./words";

/** What a crop shows where nothing is chosen by hand, and how that is called. */
export type Base = (crop: NamedCrop) => { region: Region; called: string };

/**
 * Where the crops of a picture are chosen, by pointer or by keyboard: each begins as it would be by itself, and is given
 * back to that at will. Every shape in which readers meet the picture is drawn as it changes.
 */
export function CropEditor({
  picture,
  base,
  chosen,
  onChange,
  crops = NAMED_CROPS,
  initially = crops[0],
  places = CROP_PLACES,
  shapes,
  words,
  focal,
}: {
  picture: FramedPicture;
  base: Base;
  /** What is chosen by hand. */
  chosen: Regions;
  onChange: (chosen: Regions) => void;
  /** Those that may be chosen. */
  crops?: readonly NamedCrop[];
  /** The one that is chosen first. */
  initially?: NamedCrop;
  /** Where readers meet each. */
  places?: Record<NamedCrop, string>;
  /** What is drawn as they change; all there are, unless told. */
  shapes?: readonly Shape[];
  words: { chosen: string; reset: string };
  /** The focal point, where it may be set here too. */
  focal?: { focus: Focus | null; onFocus: (focus: Focus | null) => void };
}) {
  const stage = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<NamedCrop | "focus">(initially ?? "16x9");
  const current = wanted === "focus" ? (focal ? wanted : undefined) : crops.includes(wanted) ? wanted : crops[0];
  const regionOf = (crop: NamedCrop) => chosen[crop] ?? base(crop).region;
  if (!current) return null;
  const choose = (crop: NamedCrop, region: Region | undefined) => {
    const { [crop]: _, ...others } = chosen;
    onChange(region ? { ...others, [crop]: region } : others);
  };

  return (
    <div className="grid gap-6">
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid gap-3 lg:order-2">
          <Chooser
            picture={picture}
            crops={crops}
            places={places}
            current={current}
            onChoose={setWanted}
            regionOf={regionOf}
            calledOf={(crop) => (chosen[crop] ? words.chosen : base(crop).called)}
            isChosen={(crop) => chosen[crop] !== undefined}
            focal={focal}
          />
        </div>
        <div className="grid gap-3">
          <Stage picture={picture} ref={stage}>
            {current === "focus" ? (
              focal && <FocalPoint focus={focal.focus} onChange={focal.onFocus} stage={stage} />
            ) : (
              <CropFrame
                key={current}
                crop={current}
                size={picture.size}
                region={regionOf(current)}
                onChange={(region) => choose(current, region)}
                stage={stage}
              />
            )}
          </Stage>
          {current === "focus" ? (
            focal && <FocusTools {...focal} />
          ) : (
            <CropTools
              picture={picture}
              crop={current}
              region={regionOf(current)}
              onChange={(region) => choose(current, region)}
              reset={
                <Button look="quiet" disabled={!chosen[current]} onClick={() => choose(current, undefined)}>
                  <RotateCcw size={16} aria-hidden /> {words.reset}
                </Button>
              }
            />
          )}
        </div>
      </div>
      <CropPreviews
        picture={picture}
        regionOf={regionOf}
        shapes={shapes}
        current={current === "focus" ? undefined : current}
      />
    </div>
  );
}

/** Which crop is chosen next, or the focal point; each says where its part comes from. */
function Chooser({
  picture,
  crops,
  places,
  current,
  onChoose,
  regionOf,
  calledOf,
  isChosen,
  focal,
}: {
  picture: FramedPicture;
  crops: readonly NamedCrop[];
  places: Record<NamedCrop, string>;
  current: NamedCrop | "focus";
  onChoose: (crop: NamedCrop | "focus") => void;
  regionOf: (crop: NamedCrop) => Region;
  calledOf: (crop: NamedCrop) => string;
  isChosen: (crop: NamedCrop) => boolean;
  focal?: { focus: Focus | null };
}) {
  const name = useId();
  const choice = (
    value: NamedCrop | "focus",
    sign: ReactNode,
    title: string,
    about: string,
    state: string,
    own: boolean,
  ) => (
    <label
      key={value}
      className="flex cursor-pointer items-center gap-3 rounded-md border border-line bg-raised px-3 py-2 hover:bg-wash has-checked:border-link has-checked:ring-1 has-checked:ring-link has-focus-visible:outline-3 has-focus-visible:outline-link has-focus-visible:outline-offset-2"
    >
      <input
        type="radio"
        name={name}
        className="sr-only"
        checked={current === value}
        onChange={() => onChoose(value)}
      />
      <span className="grid h-11 w-12 shrink-0 place-items-center">{sign}</span>
      <span className="grid min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span className="font-semibold tabular-nums">{title}</span>
          <span className={clsx("text-sm", own ? "font-semibold text-link" : "text-muted")}>{state}</span>
        </span>
        <span className="text-sm text-muted max-lg:hidden">{about}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="grid gap-2 max-lg:grid-cols-2 max-sm:gap-1.5">
      <legend className="sr-only">What to set</legend>
      {focal &&
        choice(
          "focus",
          <span aria-hidden className="grid size-9 place-items-center rounded-full border-2 border-edge">
            <span className="size-1.5 rounded-full bg-ink" />
          </span>,
          "Focal point",
          "What every crop should show",
          focal.focus ? "Set" : "Not set",
          focal.focus !== null,
        )}
      {crops.map((crop) =>
        choice(
          crop,
          <Part of={picture} region={regionOf(crop)} className={crop === "4x5" ? "h-11 w-auto" : "max-h-11 w-12"} />,
          CROP_NAMES[crop],
          places[crop],
          calledOf(crop),
          isChosen(crop),
        ),
      )}
    </fieldset>
  );
}

/** How large the crop is, and what may be done to it without a pointer that drags. */
function CropTools({
  picture,
  crop,
  region,
  onChange,
  reset,
}: {
  picture: FramedPicture;
  crop: NamedCrop;
  region: Region;
  onChange: (region: Region) => void;
  reset: ReactNode;
}) {
  const { size } = picture;
  const { smallest, largest } = widthsOf(size, crop);
  const to = (width: number) => onChange(resized(size, crop, region, width));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          aria-label="Smaller crop"
          className="px-2.5"
          held={region.width <= smallest}
          onClick={() => to(region.width / 1.1)}
        >
          <Minus size={18} aria-hidden />
        </Button>
        <input
          type="range"
          aria-label="Size of the crop"
          aria-valuetext={pixelWords(size, region)}
          min={smallest}
          max={largest}
          step={1}
          disabled={smallest === largest}
          value={region.width}
          onChange={(event) => to(Number(event.currentTarget.value))}
          className="h-10 min-w-24 flex-1 accent-ink"
        />
        <Button
          aria-label="Larger crop"
          className="px-2.5"
          held={region.width >= largest}
          onClick={() => to(region.width * 1.1)}
        >
          <Plus size={18} aria-hidden />
        </Button>
        <span className="text-sm text-muted tabular-nums">{pixelWords(size, region)}</span>
        {reset}
      </div>
      {isTooSmall(size, crop, region) && (
        <Notice tone="warn">
          This crop is narrower than the {WIDEST_PLACE[crop].toLocaleString("en-GB")} pixels of the widest place where
          readers see it. It will look soft there.
        </Notice>
      )}
      <p className="text-sm text-muted max-sm:hidden">
        Drag the frame or its corners. By keyboard: arrow keys move it, with Shift further; + and − change its size.
      </p>
    </>
  );
}

function FocusTools({ focus, onFocus }: { focus: Focus | null; onFocus: (focus: Focus | null) => void }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="quiet" disabled={!focus} onClick={() => onFocus(null)}>
          <RotateCcw size={16} aria-hidden /> Take the focal point away
        </Button>
      </div>
      <p className="text-sm text-muted">
        Click what matters most in the picture. Crops that nobody chose by hand are taken about it.
      </p>
    </>
  );
}
