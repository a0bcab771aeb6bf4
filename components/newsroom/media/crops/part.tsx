import { clsx } from "clsx";
import type { Region } from "@/domain/media/crop";
import { pixelsOf } from "@/domain/media/framing";
import { behind, type FramedPicture } from "./picture";

/** A part of a picture, drawn from the whole of it: nothing is asked for, however often the part changes. */
export function Part({
  of: { src, size },
  region,
  className,
}: {
  of: FramedPicture;
  region: Region;
  className?: string;
}) {
  const { width, height } = pixelsOf(size, region);
  return (
    <span
      aria-hidden
      className={clsx("relative block overflow-hidden bg-wash", className)}
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      {/* biome-ignore lint/performance/noImgElement: a file of ours, of the width that is needed */}
      <img src={src} alt="" draggable={false} className="absolute max-w-none" style={behind(region)} />
    </span>
  );
}
