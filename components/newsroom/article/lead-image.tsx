"use client";

import { ImagePlus, Replace, Trash2 } from "lucide-react";
import { CropButton } from "@/components/newsroom/editor/cropping";
import { usePicking } from "@/components/newsroom/editor/picking";
import { PictureFields } from "@/components/newsroom/editor/picture-fields";
import { UsedPicture } from "@/components/newsroom/editor/pictures";
import { Button } from "@/components/ui/button";
import type { PictureUse } from "@/domain/articles/body";

/** The picture at the top of the story. */
export function LeadImage({
  id,
  lead,
  onChange,
}: {
  id: string;
  lead: PictureUse | null;
  onChange: (lead: PictureUse | null) => void;
}) {
  const pick = usePicking();
  if (!lead) {
    return (
      <button
        id={id}
        type="button"
        onClick={() => pick(onChange)}
        className="flex w-full cursor-pointer items-center justify-center gap-2 rounded-lg border border-edge border-dashed px-4 py-8 text-sm font-semibold text-muted hover:bg-wash hover:text-ink"
      >
        <ImagePlus size={20} aria-hidden /> Lead image
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would break the frame
    <div role="group" aria-label="Lead image" id={id} className="grid gap-3">
      <UsedPicture use={lead} sizes="(min-width: 48rem) 42rem, 100vw" className="rounded-sm" />
      <CropButton use={lead} isLead onChange={(change) => onChange({ ...lead, ...change })} />
      <PictureFields use={lead} onChange={(change) => onChange({ ...lead, ...change })} />
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => pick(onChange)}>
          <Replace size={16} aria-hidden /> Replace lead image
        </Button>
        <Button look="quiet" onClick={() => onChange(null)}>
          <Trash2 size={16} aria-hidden /> Remove lead image
        </Button>
      </div>
    </div>
  );
}
