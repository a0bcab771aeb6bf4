"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Empty } from "@/components/ui/page-header";
import type { AssetSummary } from "@/domain/media/asset";
import { AssetTile, TILES } from "./asset-tile";
import { UploadZone } from "./upload-zone";
import { useLibrary } from "./use-library";

type Picked = (asset: AssetSummary) => void;

/** A dialog in which a picture is chosen from the library, or uploaded and chosen. It closes once one is. */
export function AssetPicker({
  open,
  onOpenChange,
  onPick,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: Picked;
}) {
  const pick: Picked = (asset) => {
    onPick(asset);
    onOpenChange(false);
  };
  return (
    <Dialog title="Choose a picture" open={open} onOpenChange={onOpenChange} wide>
      <PickerContent onPick={pick} />
    </Dialog>
  );
}

function PickerContent({ onPick }: { onPick: Picked }) {
  const [words, setWords] = useState("");
  const library = useLibrary(words.trim());
  return (
    <div className="grid gap-5">
      <UploadZone
        uploaded={(asset) => (
          <Button look="primary" onClick={() => onPick(asset)}>
            Use this picture <span className="sr-only">{asset.filename}</span>
          </Button>
        )}
      />
      <TextField
        label="Search pictures"
        hint="In file name, caption, credit and alt text"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div aria-busy={library.state === "loading"}>
        {library.state === "failed" && (
          <Notice tone="bad" role="alert" className="mb-3">
            {library.reason ?? "The library could not be read."}{" "}
            <Button look="quiet" onClick={library.again}>
              Try again
            </Button>
          </Notice>
        )}
        <p role="status" className="sr-only">
          {library.state === "ready" && `${library.assets.length} pictures shown`}
        </p>
        <ul aria-label="Pictures" className={TILES}>
          {library.assets.map((asset) => (
            <li key={asset.id}>
              <button
                type="button"
                className="w-full cursor-pointer rounded-md p-1.5 text-left hover:bg-wash"
                onClick={() => onPick(asset)}
              >
                <AssetTile asset={asset} />
              </button>
            </li>
          ))}
        </ul>
        {library.state === "loading" && <p className="py-6 text-center text-muted">Looking in the library …</p>}
        {library.state === "ready" && library.assets.length === 0 && (
          <Empty title={words.trim() ? "No picture says that" : "No pictures yet"}>
            {words.trim() ? "Try fewer or other words." : "Upload the first one above."}
          </Empty>
        )}
        {library.state === "ready" && library.next && (
          <div className="mt-4 text-center">
            <Button onClick={library.more}>Show older pictures</Button>
          </div>
        )}
      </div>
    </div>
  );
}
