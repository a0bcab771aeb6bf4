import { AudioLines, Captions, FileText, Film } from "lucide-react";
import { Picture } from "@/components/article/picture";
import { Badge } from "@/components/ui/notice";
import type { AssetSummary } from "@/domain/media/asset";
import { formatDuration } from "@/lib/duration";

/** The classes of a grid of tiles. */
export const TILES = "grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4";

const ICONS = { audio: AudioLines, video: Film, captions: Captions, document: FileText };

/** What an asset looks like, filling its place: a picture itself, else a sign for its kind and how long it plays. */
export function AssetImage({ asset: { kind, sources, played }, sizes }: { asset: AssetSummary; sizes: string }) {
  if (kind === "picture") {
    return <Picture sources={sources} crop="4x3" sizes={sizes} alt="" className="size-full object-cover" />;
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

/** An asset in a grid: what it looks like, what it is called, and what it still lacks. */
export function AssetTile({ asset }: { asset: AssetSummary }) {
  return (
    <>
      <span className="block aspect-4/3 overflow-hidden rounded-sm bg-wash">
        <AssetImage asset={asset} sizes="(min-width: 64rem) 15rem, (min-width: 40rem) 30vw, 45vw" />
      </span>
      <span className="mt-1.5 line-clamp-2 block text-sm font-semibold [overflow-wrap:anywhere]">{asset.filename}</span>
      <span className="mt-1 flex flex-wrap gap-1">
        {asset.kind === "picture" && asset.alt === null && <Badge tone="warn">No alt text</Badge>}
        {asset.kind === "picture" && asset.alt === "" && <Badge>Decorative</Badge>}
        {asset.kind !== "captions" && !asset.credit && <Badge tone="warn">No credit</Badge>}
      </span>
    </>
  );
}
