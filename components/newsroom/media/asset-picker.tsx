"use client";

import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Empty } from "@/components/ui/page-header";
import { type AssetKind, type AssetSummary, KIND_NAMES } from "@/domain/media/asset";
import { isNarrowed, LibraryQuery } from "@/domain/media/library";
import { LibraryBrowser } from "./library-browser";
import { LibraryGrid } from "./library-grid";
import { countWords } from "./library-words";
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
    <Dialog title={several ? `Choose ${many}` : `Choose a ${one}`} open={open} onOpenChange={onOpenChange} wide="most">
      {several ? <PickSeveral kind={kind} onPick={pick} /> : <PickOne kind={kind} onPick={pick} />}
    </Dialog>
  );
}

function PickOne({ kind, onPick }: { kind: AssetKind; onPick: Picked }) {
  return <PickerContent kind={kind} onTake={(asset) => onPick([asset])} />;
}

/** Those that are pressed are taken, in the order in which they were. What is uploaded meanwhile is pressed already. */
function PickSeveral({ kind, onPick }: { kind: AssetKind; onPick: Picked }) {
  const [chosen, setChosen] = useState<AssetSummary[]>([]);
  const { one, many } = KIND_NAMES[kind];
  return (
    <>
      <PickerContent kind={kind} chosen={chosen} onChosen={setChosen} />
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

function PickerContent({
  kind,
  onTake,
  chosen = [],
  onChosen,
}: {
  kind: AssetKind;
  /** Takes one; where several are chosen, `onChosen` is told instead. */
  onTake?: (asset: AssetSummary) => void;
  chosen?: AssetSummary[];
  onChosen?: Dispatch<SetStateAction<AssetSummary[]>>;
}) {
  const [query, setQuery] = useState(() => LibraryQuery.parse({ kind }));
  const library = useLibrary(query);
  const { one, many } = KIND_NAMES[kind];
  // Those chosen stay so while others are looked for.
  const choose = (ids: string[]) => {
    const known = new Map([...library.assets, ...chosen].map((asset) => [asset.id, asset as AssetSummary]));
    onChosen?.(ids.flatMap((id) => known.get(id) ?? []));
  };
  return (
    <div data-library className="grid gap-5">
      <UploadZone
        kinds={[kind]}
        onUploaded={(asset) => {
          if (asset.kind !== kind || !onChosen) return;
          onChosen((before) => [...before.filter(({ id }) => id !== asset.id), asset]);
          library.again();
        }}
        uploaded={(asset) => {
          if (asset.kind !== kind) {
            return (
              <p className="text-sm text-muted">
                It is in the library, but it is a {KIND_NAMES[asset.kind].one}: here a {one} is needed.
              </p>
            );
          }
          return (
            onTake && (
              <Button look="primary" onClick={() => onTake(asset)}>
                Use this {one} <span className="sr-only">{asset.filename}</span>
              </Button>
            )
          );
        }}
      />
      <LibraryBrowser
        query={query}
        shelves={library.shelves}
        told={
          library.state === "loading" && library.assets.length === 0 ? "Looking …" : countWords({ ...library, kind })
        }
        busy={library.state === "loading"}
        onNarrow={setQuery}
      >
        {library.state === "failed" && (
          <Notice tone="bad" role="alert" className="mb-3">
            {library.reason ?? "The library could not be read."}{" "}
            <Button look="quiet" onClick={library.next && library.assets.length > 0 ? library.more : library.again}>
              Try again
            </Button>
          </Notice>
        )}
        <LibraryGrid
          assets={library.assets}
          label={many.charAt(0).toUpperCase() + many.slice(1)}
          press={onTake ? { take: onTake } : "choose"}
          chosen={chosen.map(({ id }) => id)}
          onChosen={onChosen && choose}
        />
        {library.state === "loading" && library.assets.length === 0 && (
          <p className="py-6 text-center text-muted">Looking in the library …</p>
        )}
        {library.state === "ready" && library.assets.length === 0 && (
          <Empty title={isNarrowed({ ...query, kind: null }) ? `No ${one} is so` : `No ${many} yet`}>
            {isNarrowed({ ...query, kind: null })
              ? "Try fewer or other words, or take a filter away."
              : "Upload the first one above."}
          </Empty>
        )}
        {library.next && <More many={many} onMore={library.more} held={library.state === "loading"} />}
      </LibraryBrowser>
    </div>
  );
}

/** Loads on as its place comes near, and where one presses it. */
function More({ many, held, onMore }: { many: string; held: boolean; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (!place.current) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: "300px",
    });
    seen.observe(place.current);
    return () => seen.disconnect();
  }, []);
  return (
    <div ref={place} className="mt-4 text-center">
      <Button held={held} onClick={onMore}>
        Show more {many}
      </Button>
    </div>
  );
}
