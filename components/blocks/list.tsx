import type { StoryBlock } from "@/domain/articles/story";
import { Inlines } from "./inlines";
import type { BlockSetting } from "./setting";

type ListBlock = Extract<StoryBlock, { type: "bulletList" | "orderedList" }>;

export function List({ block, setting }: { block: ListBlock; setting: BlockSetting }) {
  const Tag = block.type === "bulletList" ? "ul" : "ol";
  return (
    <Tag>
      {block.content.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <li key={index}>
          {item.content.map((part, at) =>
            part.type === "paragraph" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <p key={at}>
                <Inlines content={part.content} setting={setting} />
              </p>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <List key={at} block={part} setting={setting} />
            ),
          )}
        </li>
      ))}
    </Tag>
  );
}
