import type { Figure } from "@/domain/articles/story";
import { type PictureSources, srcsetOf, widestJpeg } from "@/domain/media/asset";
import type { CredentialsForReaders } from "@/domain/media/credentials";
import type { Words } from "@/lib/words";
import { Picture } from "./picture";

/**
 * A picture of a story with what it shows and who made it, told apart. It leads to its file, and opens large where scripts
 * run (reader/lightbox.ts).
 * @param set the name of the pictures among which one can go on there.
 */
export function StoryFigure({
  figure,
  words,
  set = "story",
  ...picture
}: {
  figure: Figure;
  words: Words;
  sizes: string;
  widest?: number;
  eager?: boolean;
  set?: string;
}) {
  const { sources, shape, alt, caption, credit } = figure;
  const shown = <Picture sources={sources} crop={shape} alt={alt} className="bg-wash" {...picture} />;
  return (
    <figure className="figure" data-lightbox={set}>
      <a href={widestJpeg(sources)?.src} {...(shape !== "whole" && wholeOf(sources))}>
        <span className="sr-only">{words("pictureOpen")}</span>
        {shown}
      </a>
      <Caption caption={caption} credit={credit} words={words} signed={sources.signed} />
    </figure>
  );
}

/** What reader/lightbox.ts needs to show the whole of a picture of which a part stands in the story. */
function wholeOf({ crops: { whole } }: PictureSources) {
  return { "data-whole": srcsetOf(whole.webp), "data-size": `${whole.width} ${whole.height}` };
}

/** What a picture or recording shows, and who made it. */
export function Caption({
  caption,
  credit,
  words,
  signed,
}: {
  caption: string;
  credit: string;
  words: Words;
  /** What its content credentials say, where readers may believe them. */
  signed?: CredentialsForReaders | null;
}) {
  if (!caption && !credit && !signed) return null;
  return (
    <figcaption>
      {caption && <span>{caption}</span>}{" "}
      {credit && (
        <small dir="auto">
          <span className="sr-only">{words("storyCredit")} </span>
          {credit}
        </small>
      )}
      {signed && (
        <small className="signed">
          {words("credentialsSigned", { signer: signed.signer })}
          {signed.isGenerated && ` ${words("credentialsGenerated")}`}
        </small>
      )}
    </figcaption>
  );
}
