import type { StoryBlock } from "@/domain/articles/story";
import { Inlines } from "./inlines";
import { List } from "./list";
import type { BlockSetting } from "./setting";

/** What a reader in a hurry must know. */
export function KeyPoints({
  block,
  id,
  setting,
}: {
  block: Extract<StoryBlock, { type: "keyPoints" }>;
  id: string;
  setting: BlockSetting;
}) {
  return (
    <section aria-labelledby={id} className="box key-points">
      <p id={id} className="box-title">
        {setting.words("storyKeyPoints")}
      </p>
      <ul>
        {block.attrs.points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <li key={index}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

/** What stands beside the story: facts, a life, a history in brief. */
export function FactBox({
  block,
  id,
  setting,
}: {
  block: Extract<StoryBlock, { type: "factBox" }>;
  id: string;
  setting: BlockSetting;
}) {
  const title = block.attrs.title.trim();
  return (
    <aside aria-labelledby={title ? id : undefined} className="box fact-box">
      {title && (
        <p id={id} className="box-title">
          {title}
        </p>
      )}
      {block.content.map((part, index) =>
        part.type === "paragraph" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <p key={index}>
            <Inlines content={part.content} setting={setting} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <List key={index} block={part} setting={setting} />
        ),
      )}
    </aside>
  );
}
