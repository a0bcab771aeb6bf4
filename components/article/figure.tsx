import type { Figure } from "@/domain/articles/story";
import { widestJpeg } from "@/domain/media/asset";
import type { Words } from "@/lib/words";
import { Picture } from "./picture";

/**
 * A picture of a story with what it shows and who made it, told apart. It links to its file, and opens large where scripts
 * run (reader/lightbox.ts).
 * @param set the name of the pictures among which one can go on there.
 */
export function StoryFigure({
  figure,
  sizes,
  eager,
  words,
  set = "story",
}: {
  figure: Figure;
  sizes: string;
  eager?: boolean;
  words: Words;
  set?: string;
}) {
  const { sources, alt, caption, credit } = figure;
  return (
    <figure className="figure" data-lightbox={set}>
      <a href={widestJpeg(sources)?.src} aria-label={[words("pictureOpen"), alt].filter(Boolean).join(": ")}>
        <Picture sources={sources} alt={alt} sizes={sizes} eager={eager} className="h-auto w-full bg-wash" />
      </a>
      {(caption || credit) && (
        <figcaption className="mt-2 font-sans text-[0.875rem] leading-[1.45] text-muted">
          {caption && <span className="text-ink">{caption}</span>}{" "}
          {credit && (
            <span className="inline-block">
              <span className="sr-only">Credit: </span>
              {credit}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}
