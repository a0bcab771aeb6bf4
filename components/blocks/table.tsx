import type { StoryBlock } from "@/domain/articles/story";
import { Inlines } from "./inlines";
import type { BlockSetting } from "./setting";

type TableBlock = Extract<StoryBlock, { type: "table" }>;
type Row = TableBlock["content"][number];
type Cell = Row["content"][number];

/** A table, which scrolls by itself where the screen is narrower. */
export function Table({ block, id, setting }: { block: TableBlock; id: string; setting: BlockSetting }) {
  const caption = block.attrs.caption.trim();
  const first = block.content.findIndex((row) => !isHead(row));
  const headRows = first < 0 ? 0 : first;
  const figures = figureColumns(block.content.slice(headRows));
  const rows = (from: readonly Row[], head: boolean) =>
    from.map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
      <tr key={at}>
        {row.content.map((cell, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <TableCell key={index} cell={cell} head={head} over={head && figures.has(index)} setting={setting} />
        ))}
      </tr>
    ));
  const named = caption ? { "aria-labelledby": id } : { "aria-label": setting.words("storyTable") };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be told as one of the story's parts
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by its keys
    <div role="region" {...named} tabIndex={0} className="table-scroll wide">
      <table>
        {caption && <caption id={id}>{caption}</caption>}
        {headRows > 0 && <thead>{rows(block.content.slice(0, headRows), true)}</thead>}
        <tbody>{rows(block.content.slice(headRows), false)}</tbody>
      </table>
    </div>
  );
}

/** @param over whether it stands over a column of figures. */
function TableCell({ cell, head, over, setting }: { cell: Cell; head: boolean; over: boolean; setting: BlockSetting }) {
  const { colspan, rowspan } = cell.attrs;
  // A head that says nothing, as in the corner, heads nothing.
  const isEmpty = cell.content.every((part) => !part.content?.length);
  const Element = cell.type === "tableHeader" && !isEmpty ? "th" : "td";
  const scope = head ? (colspan > 1 ? "colgroup" : "col") : rowspan > 1 ? "rowgroup" : "row";
  const parts = cell.content;
  return (
    <Element
      scope={Element === "th" ? scope : undefined}
      colSpan={colspan > 1 ? colspan : undefined}
      rowSpan={rowspan > 1 ? rowspan : undefined}
      className={over || isNumber(cell) ? "number" : undefined}
    >
      {parts.length === 1 ? (
        <Inlines content={parts[0]?.content} setting={setting} />
      ) : (
        parts.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
          <p key={index}>
            <Inlines content={paragraph.content} setting={setting} />
          </p>
        ))
      )}
    </Element>
  );
}

function isHead(row: Row): boolean {
  return row.content.every((cell) => cell.type === "tableHeader");
}

/** The columns that hold nothing but figures, by index; none where cells span some, so that a column is hard to tell. */
function figureColumns(rows: readonly Row[]): Set<number> {
  const [first] = rows;
  const cells = rows.flatMap((row) => row.content);
  if (!first || cells.some(({ attrs }) => attrs.colspan > 1 || attrs.rowspan > 1)) return new Set();
  const columns = first.content.map((_, index) => index);
  return new Set(columns.filter((index) => rows.every(({ content }) => content[index] && isNumber(content[index]))));
}

/** Figures stand below one another by their last digits. */
function isNumber({ type, content }: Cell): boolean {
  const text = content.flatMap((part) => part.content ?? []).map((node) => (node.type === "text" ? node.text : ""));
  return (
    type === "tableCell" &&
    /^[\s\d.,:%+\u2212\u2013\u00a0$€£-]*\d[\s\d.,:%+\u2212\u2013\u00a0$€£-]*$/.test(text.join(""))
  );
}
