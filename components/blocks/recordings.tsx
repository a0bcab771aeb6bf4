import { Caption } from "@/components/article/figure";
import type { StoryBlock } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

/** A sound of ours. Nothing of it is fetched before it is played. */
export function AudioBlock({
  block,
  setting,
}: {
  block: Extract<StoryBlock, { type: "audio" }>;
  setting: BlockSetting;
}) {
  const { title, src, mime, duration, caption, credit } = block;
  return (
    <figure className="figure recording">
      <p className="box-title">
        {title} {duration !== null && <span className="tabular-nums text-muted">{clockOf(duration)}</span>}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in a sound alone stands in the story */}
      <audio controls preload="none" aria-label={title}>
        <source src={src} type={mime} />
      </audio>
      <Caption caption={caption} credit={credit} words={setting.words} />
    </figure>
  );
}

/** Fetches the picture once it comes near, where a browser can. React's types do not know it of films yet. */
const LAZY = { loading: "lazy" };

/** A film of ours, with what is said in it in writing. Nothing of it is fetched before it is played. */
export function VideoBlock({
  block,
  setting,
}: {
  block: Extract<StoryBlock, { type: "video" }>;
  setting: BlockSetting;
}) {
  const { title, src, mime, width, height, poster, captions, caption, credit } = block;
  const language = captions?.language || setting.locale.language;
  const size = { width: width || 16, height: height || 9 };
  return (
    <figure className="figure wide">
      <video
        controls
        playsInline
        preload="none"
        {...LAZY}
        poster={poster ?? undefined}
        {...size}
        // Else the picture's shape would take the place of the film's once it has come, and all below would move.
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
        aria-label={title}
      >
        <source src={src} type={mime} />
        {captions && <track kind="captions" src={captions.src} srcLang={language} label={nameOf(language)} default />}
      </video>
      <Caption caption={caption || title} credit={credit} words={setting.words} />
    </figure>
  );
}

/** A time in milliseconds as minutes and seconds, such as "2:05". */
function clockOf(duration: number): string {
  const seconds = Math.round(duration / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What a language calls itself. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}
