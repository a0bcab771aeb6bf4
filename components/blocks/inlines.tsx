import type { ReactNode } from "react";
import type { Inline, Mark } from "@/domain/articles/body";

/** A run of text with its marks. */
export function Inlines({ content }: { content: readonly Inline[] | undefined }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
  return content?.map((node, index) => <InlineNode key={index} node={node} />);
}

function InlineNode({ node }: { node: Inline }): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => marked(mark, inner), node.text);
    case "hardBreak":
      return <br />;
    case "footnote":
      return <small> [{node.attrs.text}]</small>;
    default:
      return node satisfies never;
  }
}

function marked(mark: Mark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "link":
      return <a href={mark.attrs.href}>{inner}</a>;
    default:
      return mark satisfies never;
  }
}
