import { avifSrcset, type Crop, type PictureSources, srcsetOf } from "@/domain/media/asset";

/**
 * A picture, drawn on the server and without script. Room is held for it and its placeholder shows until it is there.
 * @param sizes as the attribute of `<img>`: how wide it stands at which viewport.
 * @param alt empty for a decorative picture.
 * @param eager for the picture a reader sees first: it is fetched at once and before others.
 */
export function Picture({
  sources,
  sizes,
  alt,
  crop = "whole",
  eager = false,
  className,
}: {
  sources: PictureSources;
  sizes: string;
  alt: string;
  crop?: Crop;
  eager?: boolean;
  className?: string;
}) {
  const { width, height, webp, jpeg } = sources.crops[crop];
  const avif = avifSrcset(sources.crops[crop]);
  return (
    <picture>
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      {webp.length > 0 && <source type="image/webp" srcSet={srcsetOf(webp)} sizes={sizes} />}
      <img
        src={jpeg.at(-1)?.src}
        srcSet={jpeg.length > 1 ? srcsetOf(jpeg) : undefined}
        sizes={jpeg.length > 1 ? sizes : undefined}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : undefined}
        decoding={eager ? "sync" : "async"}
        className={className}
        style={{ backgroundImage: `url(${sources.placeholder})`, backgroundSize: "cover" }}
      />
    </picture>
  );
}
