"use client";

import { useState } from "react";
import { useLeaving } from "@/components/newsroom/use-leaving";
import { Button } from "@/components/ui/button";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Framing, NamedCrop, Regions } from "@/domain/media/crop";
import { framed } from "@/domain/media/framing";
import { CropEditor } from "./crop-editor";
import { CROPS_ID, type FramedPicture } from "./picture";
import { CropPreviews } from "./previews";

type Chosen = Pick<Framing, "focus" | "crops">;

const CALLED = { suggested: "Suggested", focus: "From the focal point", hand: "By hand" };

/** The crops and the focal point of a picture in the library: chosen and saved, or looked at by those who may not. */
export function AssetCrops({
  id,
  src,
  framing,
  action,
}: {
  id: string;
  /** A file of the whole picture. */
  src: string;
  /** As it was saved. */
  framing: Framing;
  /** Left out for who may not change it. */
  action?: FormAction;
}) {
  const picture: FramedPicture = { src, size: framing };
  const [{ focus, crops }, setChosen] = useState<Chosen>(framing);
  const [saved, setSaved] = useState<Chosen>(framing);
  const isChanged = JSON.stringify([focus, crops]) !== JSON.stringify([saved.focus, saved.crops]);
  useLeaving(isChanged);
  const by = (crop: NamedCrop, hand: Regions) => framed({ ...framing, focus, crops: hand }, crop);

  return (
    <section aria-labelledby={CROPS_ID} className="mt-10 border-line border-t pt-6">
      <h2 id={CROPS_ID} className="font-serif text-xl font-semibold">
        Crops
      </h2>
      <p className="mt-1 mb-5 max-w-prose text-sm text-muted">
        Cards and stories show these parts of the picture. A story may have crops of its own; those stay as they are.
      </p>
      {action ? (
        <>
          <CropEditor
            picture={picture}
            base={(crop) => {
              const { region, origin } = by(crop, {});
              return { region, called: CALLED[origin] };
            }}
            chosen={crops}
            onChange={(next) => setChosen({ focus, crops: next })}
            words={{ chosen: CALLED.hand, reset: focus ? "Back to the focal point" : "Back to the suggestion" }}
            focal={{ focus, onFocus: (next) => setChosen({ focus: next, crops }) }}
          />
          <div className="sticky bottom-0 z-10 mt-5 flex flex-wrap items-start gap-3 border-line border-t bg-paper py-3">
            <ActionForm
              action={action}
              submit="Save crops"
              done="Saved. Readers see it at once."
              hidden={{ id, focus: JSON.stringify(focus), crops: JSON.stringify(crops) }}
              keep
              onDone={() => setSaved({ focus, crops })}
              className="grid gap-3"
            />
            {isChanged && (
              <Button look="quiet" onClick={() => setChosen(saved)}>
                Discard changes
              </Button>
            )}
          </div>
        </>
      ) : (
        <CropPreviews picture={picture} regionOf={(crop) => by(crop, crops).region} />
      )}
    </section>
  );
}
