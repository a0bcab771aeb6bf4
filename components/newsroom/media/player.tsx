import type { PlayedSource } from "@/domain/media/asset";

/** Plays a sound or film for staff, by the browser's own controls. Captions are shown where they are given. */
export function Player({
  played: { kind, src, width, height },
  label,
  poster,
  captions,
}: {
  played: PlayedSource;
  /** What is played, for those who do not see it. */
  label: string;
  poster?: string;
  captions?: { src: string; language: string };
}) {
  if (kind === "audio") {
    // biome-ignore lint/a11y/useMediaCaption: for staff who choose it; readers get what the story says of it
    return <audio controls preload="metadata" src={src} aria-label={label} className="w-full" />;
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: the same; captions are shown as soon as they are given
    <video
      // A film does not take over captions that come later.
      key={captions?.src}
      controls
      preload="metadata"
      src={src}
      poster={poster}
      aria-label={label}
      className="max-h-[70vh] w-full bg-black"
      style={width && height ? { aspectRatio: `${width} / ${height}` } : undefined}
    >
      {captions && <track kind="captions" default src={captions.src} srcLang={captions.language || "en"} />}
    </video>
  );
}
