import { StoryFigure } from "@/components/article/figure";
import type { StoryBlock } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

/** How wide a picture stands: two and four stand two in a row on a wide page, others three. */
const IN_GRID = { pairs: "(min-width: 64rem) 27rem, 46vw", rows: "(min-width: 64rem) 17rem, 46vw" };

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
  const sizes = [2, 4].includes(block.figures.length) ? IN_GRID.pairs : IN_GRID.rows;
  return (
    <section aria-labelledby={id} className="gallery wide">
      <p id={id} className={block.title ? "box-title" : "sr-only"}>
        {block.title || setting.words("storyGallery")}
      </p>
      <ul className="plain">
        {block.figures.map((figure, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <li key={index}>
            <StoryFigure figure={figure} words={setting.words} sizes={sizes} set={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
