import type { StoryBlock } from "@/domain/articles/story";
import { Inlines } from "./inlines";

export function Quote({ block }: { block: Extract<StoryBlock, { type: "quote" }> }) {
  return (
    <figure className="quote">
      <blockquote>
        {block.content.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <p key={index}>
            <Inlines content={paragraph.content} />
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
  if (!to.trim()) return null;
  return <figcaption className="mt-2 font-sans text-[0.9375rem] leading-snug text-muted">— {to.trim()}</figcaption>;
}
