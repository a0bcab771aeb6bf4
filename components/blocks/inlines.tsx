import type { ReactNode } from "react";
import type { Mark } from "@/domain/articles/body";
import type { StoryInline } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

/** A run of text with its marks and the numbers of its notes. */
export function Inlines({ content, setting }: { content: readonly StoryInline[] | undefined; setting: BlockSetting }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
  return content?.map((node, index) => <InlineNode key={index} node={node} setting={setting} />);
}

function InlineNode({ node, setting }: { node: StoryInline; setting: BlockSetting }): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => marked(mark, inner, setting), node.text);
    case "hardBreak":
      return <br />;
    case "footnote": {
      const { number } = node.attrs;
      return (
        <sup>
          <a id={`noteRef_${number}`} href={`#note_${number}`} aria-label={setting.words("storyNote", { number })}>
            {setting.number(number)}
          </a>
        </sup>
      );
    }
    default:
      return node satisfies never;
  }
}

function marked(mark: Mark, inner: ReactNode, { sponsored }: BlockSetting): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "link":
      return (
        <a href={mark.attrs.href} rel={sponsored && /^https?:/i.test(mark.attrs.href) ? "sponsored" : undefined}>
          {inner}
        </a>
      );
    default:
      return mark satisfies never;
  }
}
