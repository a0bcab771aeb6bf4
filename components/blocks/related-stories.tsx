import { Card } from "@/components/site/card";
import type { StoryBlock } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

/** Other stories of ours, where they stand in the text. */
export function RelatedStories({
  block,
  id,
  setting,
}: {
  block: Extract<StoryBlock, { type: "relatedStories" }>;
  id: string;
  setting: BlockSetting;
}) {
  return (
    <aside aria-labelledby={id} className="box related-stories no-print">
      {/* A heading, unlike the titles of other boxes: those of the stories stand below it. */}
      <h2 id={id} className="box-title">
        {setting.words("storyReadAlso")}
      </h2>
      <ul className="plain">
        {block.cards.map((card) => (
          <li key={card.articleId}>
            <Card story={card} size="line" level={3} locale={setting.locale} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
