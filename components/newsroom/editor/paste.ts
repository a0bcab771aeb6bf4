import { MOST_COLUMNS, MOST_ROWS } from "./tables";

/**
 * Makes HTML from elsewhere (a web page, Word, Google Docs) fit to be read by the story's schema: the schema keeps only
 * our blocks, this gives it better ones to find. Word's lists become lists, the look of things is dropped except where
 * it is how bold and italic are said, and empty lines used as spacing go.
 * HTML copied from this editor passes unchanged.
 */
export function cleanPastedHtml(html: string): string {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  remove(
    body,
    "style, script, meta, link, title, img, picture, svg, video, audio, iframe, br.Apple-interchange-newline",
  );
  wordLists(body);
  tables(body);
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    for (const emphasis of heading.querySelectorAll("b, strong")) emphasis.replaceWith(...emphasis.childNodes);
    for (const styled of heading.querySelectorAll("[style]")) styled.removeAttribute("style");
  }
  for (const styled of body.querySelectorAll<HTMLElement>("[style]")) {
    if (!SAYS_BOLD_OR_ITALIC.has(styled.localName)) styled.removeAttribute("style");
  }
  for (const spacing of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div")) {
    if (isBlank(spacing)) spacing.remove();
  }
  for (const gap of body.querySelectorAll("br")) if (standsBetweenBlocks(gap)) gap.remove();
  return body.innerHTML;
}

const SAYS_BOLD_OR_ITALIC: ReadonlySet<string> = new Set(["span", "b", "strong", "i", "em"]);
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table, div";

function remove(root: Element, selector: string): void {
  for (const element of root.querySelectorAll(selector)) element.remove();
}

function isBlank(element: Element): boolean {
  return (
    !/\S/.test((element.textContent ?? "").replaceAll("\u00a0", " ")) && !element.querySelector("hr, [data-picture]")
  );
}

function standsBetweenBlocks(gap: Element): boolean {
  const isBlock = (element: Element | null) => element?.matches(BLOCKS) ?? false;
  return isBlock(gap.previousElementSibling) || isBlock(gap.nextElementSibling);
}

/**
 * Tables as a story holds them: a caption becomes one of ours, a table within a table becomes its text, a table that
 * is too long becomes several, and one that is too wide becomes a paragraph a row. Nothing that was written is lost.
 */
function tables(root: Element): void {
  for (const inner of [...root.querySelectorAll("table table")].reverse()) inner.replaceWith(...paragraphsOf(inner));
  for (const table of root.querySelectorAll("table")) {
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

/** Word writes a list as paragraphs that say "mso-list" and begin with the bullet or number as text. */
function wordLists(root: Element): void {
  /** The lists that are open, outermost first. */
  let open: Element[] = [];
  for (const paragraph of [...root.querySelectorAll("p")]) {
    const level = listLevel(paragraph);
    const follows = open.length > 0 && paragraph.previousElementSibling === open[0];
    if (level === 0) continue;
    if (!follows) open = [];
    const marker = takeMarker(paragraph);
    const kind = /^\(?[0-9a-z]{1,4}[.)]/i.test(marker) ? "ol" : "ul";
    open = open.slice(0, level);
    while (open.length < level) {
      const list = root.ownerDocument.createElement(kind);
      const outer = open.at(-1);
      if (outer) (outer.lastElementChild ?? outer.appendChild(root.ownerDocument.createElement("li"))).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    const item = root.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open.at(-1)?.append(item);
    paragraph.remove();
  }
}

function listLevel(paragraph: Element): number {
  const style = paragraph.getAttribute("style") ?? "";
  if (!/mso-list:\s*l\d/.test(style)) return 0;
  return Math.min(6, Number(style.match(/level(\d)/)?.[1] ?? 1));
}

function takeMarker(paragraph: Element): string {
  for (const span of paragraph.querySelectorAll("span")) {
    if (!/mso-list:\s*ignore/i.test(span.getAttribute("style") ?? "")) continue;
    const marker = (span.textContent ?? "").trim();
    span.remove();
    return marker;
  }
  return "";
}

/** The picture files that a paste or drop brings, where they are what was meant and not the by-catch of copied text. */
export function picturesIn(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) return [];
  const html = data?.getData("text/html") ?? "";
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return isBlank(body) ? files : [];
}
