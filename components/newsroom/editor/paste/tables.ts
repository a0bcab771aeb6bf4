import { MOST_COLUMNS, MOST_ROWS } from "@/components/newsroom/editor/tables";

/**
 * Tables as a story holds them: a caption becomes one of ours, a table within a table becomes its text, a table that
 * is too long becomes several, and one that is too wide becomes a paragraph a row. Nothing that was written is lost.
 */
export function tables(root: Element): void {
  for (const inner of [...root.querySelectorAll("table table")].reverse()) inner.replaceWith(...paragraphsOf(inner));
  for (const layout of root.querySelectorAll("table[role='presentation'], table[role='none']")) {
    layout.replaceWith(...[...layout.querySelectorAll("td, th")].flatMap((cell) => inBox(cell)));
  }
  for (const table of root.querySelectorAll("table")) {
    plainCells(table);
    const caption = table.querySelector("caption");
    if (caption) table.setAttribute("data-caption", oneLine(caption).slice(0, 500));
    caption?.remove();
    const rows = [...table.querySelectorAll("tr")];
    if (rows.some((row) => widthOf(row) > MOST_COLUMNS)) {
      table.replaceWith(...paragraphsOf(table));
      continue;
    }
    let last: Element = table;
    for (let from = MOST_ROWS; from < rows.length; from += MOST_ROWS) {
      const next = root.ownerDocument.createElement("table");
      next.append(...rows.slice(from, from + MOST_ROWS));
      last.after(next);
      last = next;
    }
  }
}

function widthOf(row: Element): number {
  return [...row.children].reduce(
    (width, cell) => width + Math.max(1, Number(cell.getAttribute("colspan") ?? 1) || 1),
    0,
  );
}

/** Each row as one paragraph, its cells told apart by a bar. */
function paragraphsOf(table: Element): Element[] {
  return [...table.querySelectorAll("tr")].map((row) => {
    const paragraph = table.ownerDocument.createElement("p");
    paragraph.textContent = [...row.children].map(oneLine).filter(Boolean).join(" | ");
    return paragraph;
  });
}

function oneLine(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function inBox(cell: Element): Element {
  const box = cell.ownerDocument.createElement("div");
  box.append(...cell.childNodes);
  return box;
}

/** A cell holds paragraphs: what else stands in one becomes paragraphs, the items of a list with a bullet. */
function plainCells(table: Element): void {
  for (const other of table.querySelectorAll(":is(td, th) :is(li, h1, h2, h3, h4, h5, h6)")) {
    const paragraph = table.ownerDocument.createElement("p");
    if (other.localName === "li") paragraph.append("• ");
    paragraph.append(...other.childNodes);
    other.replaceWith(paragraph);
  }
  for (const other of [...table.querySelectorAll(":is(td, th) :is(ul, ol, blockquote)")].reverse()) {
    other.replaceWith(...other.childNodes);
  }
  for (const rule of table.querySelectorAll("hr")) rule.remove();
}
