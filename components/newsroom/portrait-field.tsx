"use client";

import { useRef, useState } from "react";
import { Picture } from "@/components/article/picture";
import { Button } from "@/components/ui/button";
import type { AssetSummary } from "@/domain/media/asset";
import { AssetPicker } from "./media/asset-picker";

/** The choice of a portrait from the library. What is chosen is saved with the form that it stands in. */
export function PortraitField({ initially, error }: { initially: AssetSummary | null; error?: string }) {
  const [portrait, setPortrait] = useState(initially);
  const [choosing, setChoosing] = useState(false);
  const choose = useRef<HTMLButtonElement>(null);

  function remove() {
    setPortrait(null);
    choose.current?.focus();
  }

  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-semibold">Portrait</legend>
      <input type="hidden" name="portraitAssetId" value={portrait?.id ?? ""} />
      <div className="flex flex-wrap items-center gap-4">
        <span className="grid size-24 place-items-center overflow-hidden rounded-md border border-line bg-wash text-sm text-muted">
          {portrait ? (
            <Picture
              sources={portrait.sources}
              crop="1x1"
              sizes="6rem"
              alt={portrait.alt || `Portrait: ${portrait.filename}`}
              className="size-full object-cover"
            />
          ) : (
            "None"
          )}
        </span>
        <div className="flex flex-wrap gap-2">
          <Button ref={choose} onClick={() => setChoosing(true)}>
            {portrait ? "Change portrait" : "Choose portrait"}
          </Button>
          {portrait && (
            <Button look="quiet" onClick={remove}>
              Remove portrait
            </Button>
          )}
        </div>
      </div>
      <p className="text-sm text-muted">Shown square on the profile page. It counts once the byline is saved.</p>
      {error && <p className="text-sm font-semibold text-bad">{error}</p>}
      <AssetPicker open={choosing} onOpenChange={setChoosing} onPick={setPortrait} />
    </fieldset>
  );
}
