import type { Figure } from "@/domain/articles/story";
import { widestJpeg } from "@/domain/media/asset";
import type { Words } from "@/lib/words";
import { Picture } from "./picture";

/**
 * A picture of a story with what it shows and who made it, told apart.
 * @param set the name of the gallery it is of: then it leads to its file, and with script opens large.
 */
export function StoryFigure({
  figure,
  words,
  set,
  ...picture
}: {
  figure: Figure;
  words: Words;
  sizes: string;
  widest?: number;
  eager?: boolean;
  set?: string;
}) {
  const { sources, alt, caption, credit } = figure;
  const shown = <Picture sources={sources} alt={alt} className="bg-wash" {...picture} />;
  return (
    <figure className="figure" data-lightbox={set}>
      {set ? (
        <a href={widestJpeg(sources)?.src}>
          <span className="sr-only">{words("pictureOpen")}</span>
          {shown}
        </a>
      ) : (
        shown
      )}
      <Caption caption={caption} credit={credit} words={words} />
    </figure>
  );
}

/** What a picture or recording shows, and who made it. */
export function Caption({ caption, credit, words }: { caption: string; credit: string; words: Words }) {
  if (!caption && !credit) return null;
  return (
    <figcaption>
      {caption && <span>{caption}</span>}{" "}
      {credit && (
        <small>
          <span className="sr-only">{words("storyCredit")} </span>
          {credit}
        </small>
      )}
    </figcaption>
  );
}
