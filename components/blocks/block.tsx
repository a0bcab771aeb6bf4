import { Embed } from "@/components/article/embed";
import { StoryFigure } from "@/components/article/figure";
import { Withheld } from "@/components/article/withheld";
import type { StoryBlock } from "@/domain/articles/story";
import { FactBox, KeyPoints } from "./boxes";
import { DocumentBlock } from "./document";
import { Gallery } from "./gallery";
import { Inlines } from "./inlines";
import { List } from "./list";
import { QuickLinks } from "./quick-links";
import { PullQuote, Quote } from "./quotes";
import { AudioBlock, VideoBlock } from "./recordings";
import { RelatedStories } from "./related-stories";
import type { BlockSetting } from "./setting";
import { Table } from "./table";

/** How wide a picture stands in the running text. */
const IN_TEXT = { sizes: "(min-width: 40rem) 37rem, 100vw", widest: 1280 };

/** The blocks of a story, in order. */
export function Blocks({ blocks, setting }: { blocks: readonly StoryBlock[]; setting: BlockSetting }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
    <OneBlock key={index} block={block} id={`block_${index}`} setting={setting} />
  ));
}

/** @param id an anchor that no subhead has: theirs have no underscores. */
function OneBlock({ block, id, setting }: { block: StoryBlock; id: string; setting: BlockSetting }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines content={block.content} setting={setting} />
        </p>
      );
    case "heading": {
      const Heading = `h${block.attrs.level}` as const;
      return (
        <Heading id={block.anchor}>
          <Inlines content={block.content} setting={setting} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <List block={block} setting={setting} />;
    case "quote":
      return <Quote block={block} setting={setting} />;
    case "pullQuote":
      return <PullQuote block={block} />;
    case "horizontalRule":
      return <hr />;
    case "picture":
      return <StoryFigure figure={block.figure} words={setting.words} {...IN_TEXT} />;
    case "gallery":
      return <Gallery block={block} id={id} setting={setting} />;
    case "quickLinks":
      return <QuickLinks block={block} id={id} setting={setting} />;
    case "keyPoints":
      return <KeyPoints block={block} id={id} setting={setting} />;
    case "factBox":
      return <FactBox block={block} id={id} setting={setting} />;
    case "table":
      return <Table block={block} id={id} setting={setting} />;
    case "embed":
      return <Embed {...block.attrs} words={setting.words} />;
    case "audio":
      return <AudioBlock block={block} setting={setting} />;
    case "video":
      return <VideoBlock block={block} setting={setting} />;
    case "document":
      return <DocumentBlock block={block} setting={setting} />;
    case "relatedStories":
      return <RelatedStories block={block} id={id} setting={setting} />;
    case "withheld":
      return <Withheld kind={block.kind} language={setting.locale.language} />;
    default:
      return block satisfies never;
  }
}
