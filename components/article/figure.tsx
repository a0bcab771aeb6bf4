import type { Figure } from "@/domain/articles/story";
import { Picture } from "./picture";

/** A picture of a story with what it shows and who made it, told apart. */
export function StoryFigure({ figure, sizes, eager }: { figure: Figure; sizes: string; eager?: boolean }) {
  const { sources, alt, caption, credit } = figure;
  return (
    <figure className="figure">
      <Picture sources={sources} alt={alt} sizes={sizes} eager={eager} className="h-auto w-full bg-wash" />
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
