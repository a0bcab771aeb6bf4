"use client";

import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Empty } from "@/components/ui/page-header";
import { type AssetKind, type AssetSummary, KIND_NAMES } from "@/domain/media/asset";
import { AssetTile, TILES } from "./asset-tile";
import { UploadZone } from "./upload-zone";
import { useLibrary } from "./use-library";

type Picked = (assets: AssetSummary[]) => void;

/** A dialog in which an asset of one kind, or several, are chosen from the library, or uploaded and chosen. Then it closes. */
export function AssetPicker({
  open,
  onOpenChange,
  kind,
  several = false,
  onPick,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  kind: AssetKind;
  several?: boolean;
  onPick: Picked;
}) {
  const pick: Picked = (assets) => {
    onPick(assets);
    onOpenChange(false);
  };
  const { one, many } = KIND_NAMES[kind];
  return (
    <Dialog title={several ? `Choose ${many}` : `Choose a ${one}`} open={open} onOpenChange={onOpenChange} wide>
      {several ? <PickSeveral kind={kind} onPick={pick} /> : <PickOne kind={kind} onPick={pick} />}
    </Dialog>
  );
}

function PickOne({ kind, onPick }: { kind: AssetKind; onPick: Picked }) {
  return (
    <PickerContent
      kind={kind}
      uploaded={(asset) => (
        <Button look="primary" onClick={() => onPick([asset])}>
          Use this {KIND_NAMES[kind].one} <span className="sr-only">{asset.filename}</span>
        </Button>
      )}
      tile={(asset) => (
        <button type="button" className={TILE} onClick={() => onPick([asset])}>
          <AssetTile asset={asset} />
        </button>
      )}
    />
  );
}

/** Those that are pressed are taken, in the order in which they were. What is uploaded meanwhile is pressed already. */
function PickSeveral({ kind, onPick }: { kind: AssetKind; onPick: Picked }) {
  const [chosen, setChosen] = useState<AssetSummary[]>([]);
  const { one, many } = KIND_NAMES[kind];
  const toggle = (asset: AssetSummary) =>
    setChosen((before) =>
      before.some(({ id }) => id === asset.id) ? before.filter(({ id }) => id !== asset.id) : [...before, asset],
    );
  return (
    <>
      <PickerContent
        kind={kind}
        onUploaded={toggle}
        tile={(asset) => {
          const place = chosen.findIndex(({ id }) => id === asset.id);
          return (
            <button
              type="button"
              aria-pressed={place >= 0}
              className={`${TILE} relative aria-pressed:bg-wash aria-pressed:outline-3 aria-pressed:outline-link`}
              onClick={() => toggle(asset)}
            >
              <AssetTile asset={asset} />
              {place >= 0 && (
                <span
                  aria-hidden
                  className="absolute top-3 left-3 flex items-center gap-1 rounded-full bg-ink px-2 py-0.5 text-sm font-semibold text-paper"
                >
                  <Check size={14} /> {place + 1}
                </span>
              )}
            </button>
          );
        }}
      />
      <div className="sticky -bottom-6 -mx-6 -mb-6 mt-5 flex flex-wrap items-center gap-3 border-line border-t bg-raised px-6 py-4">
        <Button look="primary" held={chosen.length === 0} onClick={() => onPick(chosen)}>
          {chosen.length === 0 ? `Add ${many}` : `Add ${chosen.length} ${chosen.length === 1 ? one : many}`}
        </Button>
        <p role="status" className="text-sm text-muted">
          {chosen.length === 0 ? `Press each ${one} that you want, in order.` : `${chosen.length} chosen`}
        </p>
      </div>
    </>
  );
}

const TILE = "w-full cursor-pointer rounded-md p-1.5 text-left hover:bg-wash";

function PickerContent({
  kind,
  tile,
  uploaded,
  onUploaded,
}: {
  kind: AssetKind;
  tile: (asset: AssetSummary) => ReactNode;
  uploaded?: (asset: AssetSummary) => ReactNode;
  onUploaded?: (asset: AssetSummary) => void;
}) {
  const [words, setWords] = useState("");
  const library = useLibrary(kind, words.trim());
  const { one, many } = KIND_NAMES[kind];
  return (
    <div className="grid gap-5">
      <UploadZone
        kinds={[kind]}
        onUploaded={(asset) => {
          if (asset.kind !== kind) return;
          onUploaded?.(asset);
          if (!uploaded) library.again();
        }}
        uploaded={(asset) =>
          asset.kind === kind ? (
            uploaded?.(asset)
          ) : (
            <p className="text-sm text-muted">
              It is in the library, but it is a {KIND_NAMES[asset.kind].one}: here a {one} is needed.
            </p>
          )
        }
      />
      <TextField
        label={`Search ${many}`}
        hint={kind === "picture" ? "In file name, caption, credit and alt text" : "In file name, caption and credit"}
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
          {library.state === "ready" && `${library.assets.length} ${many} shown`}
        </p>
        <ul aria-label={capital(many)} className={TILES}>
          {library.assets.map((asset) => (
            <li key={asset.id}>{tile(asset)}</li>
          ))}
        </ul>
        {library.state === "loading" && <p className="py-6 text-center text-muted">Looking in the library …</p>}
        {library.state === "ready" && library.assets.length === 0 && (
          <Empty title={words.trim() ? `No ${one} says that` : `No ${many} yet`}>
            {words.trim() ? "Try fewer or other words." : "Upload the first one above."}
          </Empty>
        )}
        {library.state === "ready" && library.next && (
          <div className="mt-4 text-center">
            <Button onClick={library.more}>Show older {many}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
