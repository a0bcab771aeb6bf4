import type { StoryBlock } from "@/domain/articles/story";
import { Inlines } from "./inlines";
import type { BlockSetting } from "./setting";

export function Quote({ block, setting }: { block: Extract<StoryBlock, { type: "quote" }>; setting: BlockSetting }) {
  return (
    <figure className="quote">
      <blockquote>
        {block.content.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <p key={index}>
            <Inlines content={paragraph.content} setting={setting} />
          </p>
        ))}
      </blockquote>
      <Attribution to={block.attrs.attribution} />
    </figure>
  );
}

export function PullQuote({ block }: { block: Extract<StoryBlock, { type: "pullQuote" }> }) {
  return (
    <figure className="pull-quote">
      <blockquote>
        <p>{block.attrs.text}</p>
      </blockquote>
      <Attribution to={block.attrs.attribution} />
    </figure>
  );
}

function Attribution({ to }: { to: string }) {
  return to.trim() ? <figcaption>— {to.trim()}</figcaption> : null;
}
