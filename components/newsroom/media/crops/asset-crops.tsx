"use client";

import { useState } from "react";
import { useLeaving } from "@/components/newsroom/use-leaving";
import { Button } from "@/components/ui/button";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { NamedCrop, Regions } from "@/domain/media/crop";
import { type Framing, framed } from "@/domain/media/framing";
import { CropEditor } from "./crop-editor";
import type { FramedPicture } from "./picture";
import { CropPreviews } from "./previews";

const CALLED = { suggested: "Suggested", focus: "From the focal point", hand: "By hand" };

/** The crops and the focal point of a picture in the library: chosen and saved, or looked at by those who may not. */
export function AssetCrops({
  id,
  picture,
  kept,
  suggested,
  action,
}: {
  id: string;
  picture: FramedPicture;
  /** As it was saved. */
  kept: Framing;
  suggested: Regions;
  /** Left out for who may not change it. */
  action?: FormAction;
}) {
  const [{ focus, crops }, setFraming] = useState<Framing>(kept);
  const [saved, setSaved] = useState<Framing>(kept);
  const isChanged = JSON.stringify({ focus, crops }) !== JSON.stringify(saved);
  useLeaving(isChanged);
  const by = (crop: NamedCrop, hand: Regions) => framed(picture.size, crop, { crops: hand, focus, suggested });

  return (
    <section aria-labelledby="asset-crops" className="mt-10 border-line border-t pt-6">
      <h2 id="asset-crops" className="font-serif text-xl font-semibold">
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
            onChange={(next) => setFraming({ focus, crops: next })}
            words={{ chosen: CALLED.hand, reset: focus ? "Back to the focal point" : "Back to the suggestion" }}
            focal={{ focus, onFocus: (next) => setFraming({ focus: next, crops }) }}
          />
          <div className="sticky bottom-0 z-10 mt-5 flex flex-wrap items-start gap-3 border-line border-t bg-paper py-3">
            <ActionForm
              action={action}
              submit="Save crops"
              done="Saved. Readers see it at once."
              hidden={{ id, framing: JSON.stringify({ focus, crops }) }}
              keep
              onDone={() => setSaved({ focus, crops })}
              className="grid gap-3"
            />
            {isChanged && (
              <Button look="quiet" onClick={() => setFraming(saved)}>
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
