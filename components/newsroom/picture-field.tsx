"use client";

import { clsx } from "clsx";
import { useId, useRef, useState } from "react";
import { Picture } from "@/components/article/picture";
import { Button } from "@/components/ui/button";
import type { AssetSummary } from "@/domain/media/asset";
import type { Crop } from "@/domain/media/crop";
import { AssetPicker } from "./media/asset-picker";

/** The choice of a picture from the library. What is chosen is saved with the form that it stands in. */
export function PictureField({
  label,
  name,
  hint,
  crop,
  initially,
  error,
  onChange,
}: {
  label: string;
  name: string;
  hint: string;
  crop: Extract<Crop, "whole" | "1x1">;
  initially: AssetSummary | null;
  error?: string;
  onChange?: (picture: AssetSummary | null) => void;
}) {
  const [picture, setPicture] = useState(initially);
  const [choosing, setChoosing] = useState(false);
  const choose = useRef<HTMLButtonElement>(null);
  const id = useId();
  const what = label.toLowerCase();

  function take(next: AssetSummary | null) {
    setPicture(next);
    onChange?.(next);
  }

  return (
    <fieldset className="grid gap-1.5" aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <input type="hidden" name={name} value={picture?.id ?? ""} />
      <div className="flex flex-wrap items-center gap-4">
        <span
          className={clsx(
            "grid h-24 place-items-center overflow-hidden rounded-md border border-line bg-wash text-sm text-muted",
            crop === "1x1" ? "w-24" : "w-48",
          )}
        >
          {picture ? (
            <Picture
              sources={picture.sources}
              crop={crop}
              sizes={crop === "1x1" ? "6rem" : "12rem"}
              alt={picture.alt || `${label}: ${picture.filename}`}
              className={clsx("size-full", crop === "1x1" ? "object-cover" : "object-contain")}
            />
          ) : (
            "None"
          )}
        </span>
        <div className="flex flex-wrap gap-2">
          <Button ref={choose} aria-invalid={error ? true : undefined} onClick={() => setChoosing(true)}>
            {picture ? `Change ${what}` : `Choose ${what}`}
          </Button>
          {picture && (
            <Button
              look="quiet"
              onClick={() => {
                take(null);
                choose.current?.focus();
              }}
            >
              {`Remove ${what}`}
            </Button>
          )}
        </div>
      </div>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
      <AssetPicker
        kind="picture"
        open={choosing}
        onOpenChange={setChoosing}
        onPick={([chosen]) => chosen && take(chosen)}
      />
    </fieldset>
  );
}
