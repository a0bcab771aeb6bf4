import type { ReactNode, Ref } from "react";
import type { FramedPicture } from "./picture";

/** How high a picture stands at most while it is framed. */
const HIGHEST = "min(65vh, 38rem)";

/** The whole picture, as large as there is room for, under what is drawn over it. */
export function Stage({
  picture: { src, size },
  ref,
  children,
}: {
  picture: FramedPicture;
  ref: Ref<HTMLDivElement>;
  children: ReactNode;
}) {
  const ratio = size.width / size.height;
  return (
    // Room beside it, so that corners at its edges can be taken hold of.
    <div className="grid justify-items-center rounded-md bg-wash p-3 sm:p-5">
      <div
        ref={ref}
        className="relative select-none"
        style={{ aspectRatio: `${size.width} / ${size.height}`, width: `min(100%, calc(${HIGHEST} * ${ratio}))` }}
      >
        {/* biome-ignore lint/performance/noImgElement: a file of ours, of the width that is needed */}
        <img src={src} alt="" draggable={false} className="absolute inset-0 size-full" />
        {children}
      </div>
    </div>
  );
}
