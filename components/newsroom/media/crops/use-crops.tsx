"use client";

import { useState } from "react";
import { CARD_CROPS } from "@/components/site/card-crops";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { PictureUse } from "@/domain/articles/body";
import {
  CROPS,
  type Crop,
  type Framing,
  NAMED_CROPS,
  type NamedCrop,
  REGION_UNIT,
  type Regions,
} from "@/domain/media/crop";
import { framed } from "@/domain/media/framing";
import { CropEditor } from "./crop-editor";
import { Part } from "./part";
import { prepareCrop } from "./prepare";
import { shapesOfUse } from "./previews";
import { CROP_NAMES, CROP_PLACES } from "./words";

/** What one story chooses of a picture: the parts that it shows, and in which shape it stands in the story. */
export type UseFraming = Pick<PictureUse, "crops" | "shape">;

const ON_CARDS: readonly NamedCrop[] = [CARD_CROPS.lead, CARD_CROPS.column];
const WHOLE = { left: 0, top: 0, width: REGION_UNIT, height: REGION_UNIT };

/**
 * How one story shows a picture: in which shape it stands there, and which part of it that is; of a lead, also what its cards
 * show. The story takes it once the copies are made, so that no reader waits for one.
 */
export function UseCrops({
  use,
  isLead,
  src,
  framing,
  onDone,
}: {
  use: UseFraming & { assetId: string };
  isLead: boolean;
  src: string;
  /** As the library has it. */
  framing: Framing;
  onDone: (chosen: UseFraming) => void;
}) {
  const [shape, setShape] = useState<Crop>(use.shape);
  const [own, setOwn] = useState<Regions>(use.crops ?? {});
  const [state, setState] = useState<"choosing" | "preparing" | { failed: string }>("choosing");
  const picture = { src, size: framing };
  const base = (crop: NamedCrop) => ({ region: framed(framing, crop).region, called: "As in the library" });
  const crops = NAMED_CROPS.filter((crop) => crop === shape || (isLead && ON_CARDS.includes(crop)));
  const kept: Regions = Object.fromEntries(crops.flatMap((crop) => (own[crop] ? [[crop, own[crop]]] : [])));

  const take = async () => {
    setState("preparing");
    for (const crop of crops) {
      if (!kept[crop] && crop !== shape) continue;
      const failed = await prepareCrop(use.assetId, crop, kept[crop]);
      if (failed) return setState({ failed });
    }
    onDone({ shape, crops: Object.keys(kept).length > 0 ? kept : null });
  };

  return (
    <div className="grid gap-6">
      <fieldset>
        <legend className="mb-2 font-semibold">Shape in the story</legend>
        <div className="flex flex-wrap gap-2">
          {CROPS.map((crop) => (
            <label
              key={crop}
              className="flex cursor-pointer items-center gap-2 rounded-md border border-line bg-raised px-2.5 py-1.5 hover:bg-wash has-checked:border-link has-checked:ring-1 has-checked:ring-link has-focus-visible:outline-3 has-focus-visible:outline-link has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="shape"
                className="sr-only"
                checked={shape === crop}
                onChange={() => setShape(crop)}
              />
              <Part
                of={picture}
                region={crop === "whole" ? WHOLE : (own[crop] ?? base(crop).region)}
                className="h-7 w-auto"
              />
              <span className="text-sm font-semibold">{crop === "whole" ? "Whole picture" : CROP_NAMES[crop]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {crops.length > 0 ? (
        <CropEditor
          // What was just chosen is cropped next.
          key={shape}
          initially={shape === "whole" ? undefined : shape}
          places={placesOf(shape)}
          shapes={shapesOfUse(shape, isLead)}
          picture={picture}
          base={base}
          chosen={own}
          onChange={setOwn}
          crops={crops}
          words={{ chosen: "For this story", reset: "Back to the library’s crop" }}
        />
      ) : (
        <p className="text-muted">The whole picture stands in the story. Choose a shape to crop it.</p>
      )}
      {typeof state === "object" && (
        <Notice tone="bad" role="alert">
          {state.failed}
        </Notice>
      )}
      <div className="sticky -bottom-6 z-10 -mx-6 -mb-6 flex flex-wrap items-center gap-3 border-line border-t bg-raised px-6 py-4">
        <Button look="primary" held={state === "preparing"} onClick={() => void take()}>
          Use in this story
        </Button>
        <p role="status" className="text-sm text-muted">
          {state === "preparing" && "Making the copies …"}
        </p>
      </div>
    </div>
  );
}

/** Where readers of a story meet each crop that it may choose. */
function placesOf(shape: Crop): Record<NamedCrop, string> {
  if (shape === "whole") return CROP_PLACES;
  return {
    ...CROP_PLACES,
    [shape]: ON_CARDS.includes(shape) ? `The story itself. ${CROP_PLACES[shape]}` : "The story itself",
  };
}
