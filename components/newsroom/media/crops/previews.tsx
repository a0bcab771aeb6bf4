import { clsx } from "clsx";
import type { ReactNode } from "react";
import { CARD_CROPS } from "@/components/site/card-crops";
import { Badge } from "@/components/ui/notice";
import { type Crop, NAMED_CROPS, type NamedCrop, type Region } from "@/domain/media/crop";
import { isTooSmall } from "@/domain/media/framing";
import { Part } from "./part";
import type { FramedPicture } from "./picture";
import { CROP_NAMES } from "./words";

/** A shape in which readers meet a picture. */
export type Shape = {
  name: string;
  crop: NamedCrop;
  wide?: boolean;
  draw: (picture: (className: string) => ReactNode) => ReactNode;
};

/** Every shape in which readers meet a picture on cards, drawn small. */
const CARDS: readonly Shape[] = [
  {
    name: "Lead of the front",
    crop: CARD_CROPS.lead,
    wide: true,
    draw: (picture) => (
      <>
        {picture("w-full")}
        <Lines className="mt-2" lines={["h-3.5 w-11/12", "h-3.5 w-2/3", "mt-1 w-full", "w-4/5"]} />
      </>
    ),
  },
  {
    name: "Feature of a section",
    crop: CARD_CROPS.feature,
    draw: (picture) => (
      <>
        {picture("w-full")}
        <Lines className="mt-2" lines={["h-2.5 w-11/12", "h-2.5 w-1/2", "mt-1 w-4/5"]} />
      </>
    ),
  },
  {
    name: "Column",
    crop: CARD_CROPS.column,
    draw: (picture) => (
      <>
        {picture("w-full")}
        <Lines className="mt-2" lines={["h-2 w-11/12", "h-2 w-3/5"]} />
      </>
    ),
  },
  {
    name: "Row of a list",
    crop: CARD_CROPS.row,
    draw: (picture) => (
      <div className="flex items-start gap-2.5">
        <Lines className="flex-1" lines={["h-2.5 w-full", "h-2.5 w-3/4", "mt-1 w-full", "w-2/3"]} />
        {picture("w-5/12 shrink-0")}
      </div>
    ),
  },
  {
    name: "On a phone",
    crop: CARD_CROPS.column,
    draw: (picture) => (
      <div className="mx-auto flex w-full max-w-40 items-start gap-2 rounded-lg border-2 border-edge p-2.5">
        <Lines className="flex-1" lines={["w-full", "w-full", "w-2/3"]} />
        {picture("w-[32%] shrink-0")}
      </div>
    ),
  },
  {
    name: "Opinion and portrait",
    crop: CARD_CROPS.voice,
    draw: (picture) => (
      <div className="flex items-center gap-3">
        {picture("size-16 shrink-0 rounded-full")}
        <Lines className="flex-1" lines={["w-4/5", "h-2.5 w-full", "h-2.5 w-2/3"]} />
      </div>
    ),
  },
  {
    name: "Shared link",
    crop: "16x9",
    draw: (picture) => (
      <div className="overflow-hidden rounded-md border border-edge">
        {picture("w-full")}
        <Lines className="bg-wash p-2" lines={["h-1 w-1/3", "w-11/12"]} />
      </div>
    ),
  },
];

function inColumn(name: string, crop: NamedCrop): Shape {
  return {
    name,
    crop,
    draw: (picture) => (
      <>
        {picture("w-full")}
        <Lines className="mt-2" lines={["w-full", "w-full", "w-3/4"]} />
      </>
    ),
  };
}

/** Every shape in which readers may meet a picture: on cards, and those of a story's column that no card has. */
export const EVERY_SHAPE: readonly Shape[] = [
  ...CARDS,
  ...NAMED_CROPS.filter((crop) => !CARDS.some((card) => card.crop === crop)).map((crop) =>
    inColumn(`In a story, ${CROP_NAMES[crop]}`, crop),
  ),
];

/** The shapes in which readers meet one story's picture: in the story, and if it is the lead on its cards. */
export function shapesOfUse(shape: Crop, isLead: boolean): readonly Shape[] {
  return [
    ...(shape === "whole" ? [] : [inColumn("In the story", shape)]),
    ...(isLead ? CARDS.filter(({ crop }) => crop !== CARD_CROPS.voice) : []),
  ];
}

/** What a picture looks like in these shapes, from its parts as they are now; marked where one has too few pixels for its place. */
export function CropPreviews({
  picture,
  regionOf,
  shapes = EVERY_SHAPE,
  current,
}: {
  picture: FramedPicture;
  regionOf: (crop: NamedCrop) => Region;
  shapes?: readonly Shape[];
  /** The crop that is being changed. */
  current?: NamedCrop;
}) {
  return (
    <ul
      aria-label="How readers see it"
      className="grid grid-flow-dense grid-cols-2 items-start gap-4 sm:grid-cols-3 lg:grid-cols-4"
    >
      {shapes.map(({ name, crop, wide, draw }) => {
        const region = regionOf(crop);
        return (
          <li
            key={name}
            data-shape={name}
            className={clsx(
              "rounded-md border bg-paper p-3",
              wide && "col-span-2 row-span-2 sm:col-span-1 lg:col-span-2",
              crop === current ? "border-link" : "border-line",
            )}
          >
            {draw((className) => (
              <Part of={picture} region={region} className={className} />
            ))}
            <p className="mt-2.5 flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-sm">
              <span className="font-semibold">{name}</span>
              <span className="text-muted tabular-nums">{CROP_NAMES[crop]}</span>
              {isTooSmall(picture.size, crop, region) && <Badge tone="warn">Few pixels</Badge>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Where words stand, without the words. */
function Lines({ lines, className }: { lines: readonly string[]; className?: string }) {
  return (
    <span aria-hidden className={clsx("grid content-start gap-1.5", className)}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <span key={index} className={clsx("block rounded-xs bg-line", !line.includes("h-") && "h-1.5", line)} />
      ))}
    </span>
  );
}
