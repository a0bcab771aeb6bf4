import type { StoryBlock } from "@/domain/articles/story";

/** Something of another site, as a link to it. */
export function Embed({ block }: { block: Extract<StoryBlock, { type: "embed" }> }) {
  const { url, title, caption } = block.attrs;
  return (
    <figure className="figure">
      <a href={url} rel="noopener">
        {title.trim() || url}
      </a>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
