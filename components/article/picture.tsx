import { preload } from "react-dom";
import { avifSrcset, type PictureSources, type Source, srcsetOf } from "@/domain/media/asset";
import type { Crop } from "@/domain/media/crop";

/**
 * A picture, drawn on the server and without script. Room is held for it until it is there.
 * @param sizes as the attribute of `<img>`: how wide it stands at which viewport.
 * @param widest the widest file that is of use where it stands, in pixels: wider ones are not offered.
 * @param alt empty for a decorative picture.
 * @param eager for the picture a reader sees first: it is fetched at once and before others, from the head on.
 */
export function Picture({
  sources,
  sizes,
  widest = Number.POSITIVE_INFINITY,
  alt,
  crop = "whole",
  eager = false,
  className,
}: {
  sources: PictureSources;
  sizes: string;
  widest?: number;
  alt: string;
  crop?: Crop;
  eager?: boolean;
  className?: string;
}) {
  const { width, height, jpeg } = sources.crops[crop];
  const best = bestFiles(sources, crop, widest);
  const mayStandStill = sources.isAnimated && crop === "whole";
  // React looks into no <picture>. Which file of one that moves is shown, the reader's wishes decide.
  if (eager && !mayStandStill) {
    const { type, srcset } = best ?? { type: "image/jpeg", srcset: srcsetOf(jpeg) };
    const files = { imageSrcSet: srcset, imageSizes: sizes, type, fetchPriority: "high" as const };
    preload(jpeg.at(-1)?.src ?? "", { as: "image", ...files });
  }
  return (
    <picture>
      {mayStandStill && <source media="(prefers-reduced-motion: reduce)" srcSet={srcsetOf(jpeg)} sizes={sizes} />}
      {best && <source type={best.type} srcSet={best.srcset} sizes={sizes} />}
      <img
        src={jpeg.at(-1)?.src}
        srcSet={jpeg.length > 1 ? srcsetOf(jpeg) : undefined}
        sizes={jpeg.length > 1 ? sizes : undefined}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? undefined : "lazy"}
        fetchPriority={eager ? "high" : undefined}
        decoding={eager ? "sync" : "async"}
        className={className}
      />
    </picture>
  );
}

/**
 * The files for browsers of today. One list has to do: each costs every reader of the page some hundred bytes. Where there
 * is AVIF its narrower steps are WebP, and browsers that read no AVIF get the JPEG.
 */
function bestFiles({ crops }: PictureSources, crop: Crop, widest: number) {
  const within = (files: Source[]) => files.filter(({ width }) => width <= widest);
  const { webp, avif } = crops[crop];
  const usable = {
    ...crops[crop],
    avif: within(avif),
    webp: within(webp).length > 0 ? within(webp) : webp.slice(0, 1),
  };
  const mixed = avifSrcset(usable);
  if (mixed) return { type: "image/avif", srcset: mixed };
  return usable.webp.length > 0 ? { type: "image/webp", srcset: srcsetOf(usable.webp) } : null;
}
