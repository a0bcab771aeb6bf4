import { AudioLines, Captions, FileText, Film } from "lucide-react";
import { Picture } from "@/components/article/picture";
import { Badge } from "@/components/ui/notice";
import type { AssetSummary } from "@/domain/media/asset";
import type { LibraryAsset } from "@/domain/media/library";
import { formatDuration } from "@/lib/duration";
import { RIGHTS_MARKS } from "./library-words";

const ICONS = { audio: AudioLines, video: Film, captions: Captions, document: FileText };

/** The widest file that a tile has use for, in pixels. */
const WIDEST = 640;

/**
 * What an asset looks like, filling its place: a picture itself, else a sign for its kind and how long it plays.
 * @param whole all of a picture, rather than what fits its place
 */
export function AssetImage({
  asset: { kind, sources, played },
  sizes,
  whole = false,
}: {
  asset: AssetSummary;
  sizes: string;
  whole?: boolean;
}) {
  if (kind === "picture") {
    return (
      <Picture
        sources={sources}
        crop={whole ? "whole" : "4x3"}
        sizes={sizes}
        widest={WIDEST}
        alt=""
        className={whole ? "size-full object-contain" : "size-full object-cover"}
      />
    );
  }
  const Icon = ICONS[kind];
  return (
    <span className="grid size-full content-center justify-items-center gap-1 text-muted">
      <Icon aria-hidden className="size-8" />
      <span className="text-sm font-semibold">
        {SIGNS[kind]}
        {played?.duration && <span className="tabular-nums"> · {formatDuration(played.duration)}</span>}
      </span>
    </span>
  );
}

const SIGNS = { audio: "Sound", video: "Film", captions: "Captions", document: "Document" };

/** An asset in the grid: all of it, what it is called, who made it, and what is to be known before it is used. */
export function AssetTile({ asset }: { asset: LibraryAsset }) {
  const rights = asset.rights && RIGHTS_MARKS[asset.rights];
  const isUncredited = asset.kind !== "captions" && !asset.credit;
  return (
    <>
      <span className="relative block aspect-4/3 overflow-hidden rounded-sm bg-wash">
        <AssetImage asset={asset} sizes="(min-width: 40rem) 12rem, 45vw" whole />
        <span className="absolute right-1 bottom-1 left-1 flex flex-wrap justify-end gap-1">
          {rights && <Badge tone={rights.tone}>{rights.words}</Badge>}
          {asset.used && <Badge tone="good">Used</Badge>}
        </span>
      </span>
      <span title={asset.filename} className="mt-1 block truncate text-sm font-semibold">
        {asset.filename}
      </span>
      <span className="block truncate text-xs text-muted">
        {isUncredited ? <span className="font-semibold text-warn">No credit</span> : asset.credit || "Captions"}
        {asset.kind === "picture" && asset.alt === null && (
          <span className="font-semibold text-warn"> · No alt text</span>
        )}
        {asset.kind === "picture" && asset.alt === "" && " · Decorative"}
      </span>
    </>
  );
}
