import { StoryFigure } from "@/components/article/figure";
import type { StoryBlock } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

const IN_GRID = "(min-width: 64rem) 17rem, (min-width: 40rem) 30vw, 46vw";

/** Pictures side by side. Each leads to its file; with script all open large, one after the other. */
export function Gallery({
  block,
  id,
  setting,
}: {
  block: Extract<StoryBlock, { type: "gallery" }>;
  id: string;
  setting: BlockSetting;
}) {
  return (
    <section aria-labelledby={id} className="gallery wide">
      <p id={id} className={block.title ? "box-title" : "sr-only"}>
        {block.title || setting.words("storyGallery")}
      </p>
      <ul className="plain">
        {block.figures.map((figure, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <li key={index}>
            <StoryFigure figure={figure} words={setting.words} sizes={IN_GRID} set={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
