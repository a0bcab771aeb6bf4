import { Picture } from "@/components/article/picture";
import { Badge } from "@/components/ui/notice";
import type { AssetSummary } from "@/domain/media/asset";

/** The classes of a grid of tiles. */
export const TILES = "grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4";

/** A picture in a grid: what it looks like, what it is called, and what it still lacks. */
export function AssetTile({ asset }: { asset: AssetSummary }) {
  return (
    <>
      <span className="block aspect-4/3 overflow-hidden rounded-sm bg-wash">
        <Picture
          sources={asset.sources}
          crop="4x3"
          sizes="(min-width: 64rem) 15rem, (min-width: 40rem) 30vw, 45vw"
          alt=""
          className="size-full object-cover"
        />
      </span>
      <span className="mt-1.5 line-clamp-2 block text-sm font-semibold [overflow-wrap:anywhere]">{asset.filename}</span>
      <span className="mt-1 flex flex-wrap gap-1">
        {asset.alt === null && <Badge tone="warn">No alt text</Badge>}
        {asset.alt === "" && <Badge>Decorative</Badge>}
        {!asset.credit && <Badge tone="warn">No credit</Badge>}
      </span>
    </>
  );
}
