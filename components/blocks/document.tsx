import { Caption } from "@/components/article/figure";
import type { StoryBlock } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

/** A file to download: what it is called, and how large it is before one asks for it. */
export function DocumentBlock({
  block: { title, src, mime, bytes, caption, credit },
  setting: { words, locale },
}: {
  block: Extract<StoryBlock, { type: "document" }>;
  setting: BlockSetting;
}) {
  return (
    <figure className="figure document">
      <p className="box-title">
        <a href={src} type={mime} download="">
          {title}
        </a>{" "}
        <span className="text-muted">{words("documentSize", { size: sizeIn(bytes, locale.language) })}</span>
      </p>
      <Caption caption={caption} credit={credit} words={words} />
    </figure>
  );
}

/** How large a file is, in a language, such as "2.3 MB". */
function sizeIn(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const style = { style: "unit", unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, style).format(value);
}
