import type { StoryBlock } from "@/domain/articles/story";
import { Inlines } from "./inlines";

/** A table, which scrolls by itself where the screen is narrower. */
export function Table({ block }: { block: Extract<StoryBlock, { type: "table" }> }) {
  return (
    <table>
      {block.attrs.caption && <caption>{block.attrs.caption}</caption>}
      <tbody>
        {block.content.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <tr key={at}>
            {row.content.map((cell, index) => {
              const Cell = cell.type === "tableHeader" ? "th" : "td";
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Cell key={index} colSpan={cell.attrs.colspan} rowSpan={cell.attrs.rowspan}>
                  {cell.content.map((paragraph, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <p key={place}>
                      <Inlines content={paragraph.content} />
                    </p>
                  ))}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
