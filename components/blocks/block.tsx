import { Embed } from "@/components/article/embed";
import { StoryFigure } from "@/components/article/figure";
import type { StoryBlock } from "@/domain/articles/story";
import type { Words } from "@/lib/words";
import { Inlines } from "./inlines";
import { List } from "./list";
import { QuickLinks } from "./quick-links";
import { PullQuote, Quote } from "./quotes";
import { Table } from "./table";

/** The blocks of a story, in order. */
export function Blocks({ blocks, words }: { blocks: readonly StoryBlock[]; words: Words }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
  return blocks.map((block, index) => <OneBlock key={index} block={block} id={`quickLinks_${index}`} words={words} />);
}

function OneBlock({ block, id, words }: { block: StoryBlock; id: string; words: Words }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      );
    case "heading": {
      const Heading = `h${block.attrs.level}` as const;
      return (
        <Heading id={block.anchor}>
          <Inlines content={block.content} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <List block={block} />;
    case "quote":
      return <Quote block={block} />;
    case "pullQuote":
      return <PullQuote block={block} />;
    case "horizontalRule":
      return <hr />;
    case "picture":
      return <StoryFigure figure={block.figure} sizes="(min-width: 42rem) 39rem, 100vw" words={words} />;
    case "quickLinks":
      return <QuickLinks block={block} id={id} />;
    case "gallery":
      return block.figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <StoryFigure key={index} figure={figure} sizes="(min-width: 42rem) 39rem, 100vw" words={words} set={id} />
      ));
    case "keyPoints":
      return (
        <ul>
          {block.attrs.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      );
    case "factBox":
      return (
        <aside>
          <h3>{block.attrs.title}</h3>
          <Blocks blocks={block.content} words={words} />
        </aside>
      );
    case "table":
      return <Table block={block} />;
    case "embed":
      return <Embed {...block.attrs} words={words} />;
    default:
      return block satisfies never;
  }
}
