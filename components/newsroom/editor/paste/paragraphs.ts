const BLOCKS =
  "p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, table, div, section, figure, hr, aside, dl, dt, dd, pre";
const CONTAINERS = "div, section, blockquote, li, td, th, figure, aside, dd";
const TEXTS = "p, h1, h2, h3, h4, h5, h6, li, td, th, div, dt, dd, blockquote";

/** Every paragraph becomes one: words that stand loose, lines with an empty line between them, bullets that were typed. */
export function paragraphs(root: Element): void {
  for (const term of root.querySelectorAll("dt")) rename(term, "p");
  for (const container of [root, ...root.querySelectorAll(CONTAINERS)]) wrapLoose(container);
  for (const box of root.querySelectorAll("div")) if (!box.querySelector(BLOCKS)) rename(box, "p");
  for (const paragraph of root.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) splitAtEmptyLines(paragraph);
  for (const text of root.querySelectorAll(TEXTS)) trimBreaks(text);
  for (const gap of root.querySelectorAll("br")) if (standsBetweenBlocks(gap)) gap.remove();
  for (const spacing of [...root.querySelectorAll(`${TEXTS}, ul, ol`)].reverse()) {
    if (isBlank(spacing) && !spacing.matches("td, th") && !spacing.parentElement?.matches("td, th")) spacing.remove();
  }
  typedLists(root);
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && ((node as Element).matches(BLOCKS) || (node as Element).querySelector(BLOCKS) !== null);
}

function isBlank(element: Element): boolean {
  const text = (element.textContent ?? "").replaceAll("\u00a0", " ");
  return !/\S/.test(text) && !element.querySelector("hr, [data-picture], [data-footnote]");
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Beside blocks, or with empty lines in it, a run of words is a paragraph of its own. */
function wrapLoose(container: Element): void {
  const nodes = [...container.childNodes];
  if (!nodes.some(isBlock) && emptyLines(container).length === 0) return;
  let paragraph: Element | null = null;
  for (const node of nodes) {
    if (isBlock(node)) paragraph = null;
    else if (paragraph) paragraph.append(node);
    else if (node.nodeType === 1 || /\S/.test(node.nodeValue ?? "")) {
      paragraph = container.ownerDocument.createElement("p");
      node.replaceWith(paragraph);
      paragraph.append(node);
    }
  }
}

/** The second of each two breaks with nothing between them. */
function emptyLines(element: Element): Element[] {
  return [...element.querySelectorAll("br")].filter((gap) => {
    const before = beside(gap, "previousSibling");
    return before?.nodeName === "BR";
  });
}

/** What stands beside a node, spaces apart. */
function beside(node: Node, way: "previousSibling" | "nextSibling"): Node | null {
  let next = node[way];
  while (next && (next.nodeType === 8 || (next.nodeType === 3 && !/[^\s\u00a0]/.test(next.nodeValue ?? "")))) {
    next = next[way];
  }
  return next;
}

function splitAtEmptyLines(paragraph: Element): void {
  for (const gap of emptyLines(paragraph).reverse()) {
    // One of several in a row: it went with the space around the others.
    if (!paragraph.contains(gap)) continue;
    let rest: Node | null = null;
    let node: Node = gap;
    while (node !== paragraph) {
      const parent = node.parentElement;
      if (!parent) break;
      const half = parent.cloneNode(false);
      if (rest) half.appendChild(rest);
      while (node.nextSibling) half.appendChild(node.nextSibling);
      rest = half;
      node = parent;
    }
    if (rest) paragraph.after(rest);
    gap.remove();
    trimBreaks(paragraph);
    if (rest) trimBreaks(rest as Element);
  }
}

/** Breaks at the beginning and end of a text are space around it. */
function trimBreaks(text: Element): void {
  for (const [end, way] of [
    ["firstChild", "nextSibling"],
    ["lastChild", "previousSibling"],
  ] as const) {
    let node: Node | null = text[end];
    while (node) {
      const next: Node | null = beside(node, way);
      if (node.nodeName === "BR") (node as Element).remove();
      else if (/[^\s\u00a0]/.test(node.textContent ?? "")) {
        node = node.nodeType === 1 && !isBlock(node) ? node[end] : null;
        continue;
      }
      node = next;
    }
  }
}

function standsBetweenBlocks(gap: Element): boolean {
  const isOne = (element: Element | null) => element?.matches(BLOCKS) ?? false;
  return isOne(gap.previousElementSibling) || isOne(gap.nextElementSibling);
}

const TYPED = /^\s*(?:([•·▪◦‣⁃*-])|(\d{1,3})[.)])[\s\u00a0]+(?=\S)/;

/** Paragraphs that begin with a bullet, or are numbered from one, are a list whose marks were typed. */
function typedLists(root: Element): void {
  const markOf = (element: Element | null) =>
    element?.localName === "p" ? TYPED.exec(element.textContent ?? "") : null;
  for (const first of [...root.querySelectorAll("p")]) {
    const mark = markOf(first);
    if (!mark || !first.parentElement || first.closest("li, td, th")) continue;
    const items: Element[] = [];
    for (let next: Element | null = first; next; next = next.nextElementSibling) {
      const also = markOf(next);
      if (!also || (mark[1] ? also[1] !== mark[1] : Number(also[2]) !== items.length + 1)) break;
      items.push(next);
    }
    if (items.length < 2) continue;
    const list = root.ownerDocument.createElement(mark[1] ? "ul" : "ol");
    first.before(list);
    for (const paragraph of items) {
      const item = root.ownerDocument.createElement("li");
      cutBeginning(paragraph, markOf(paragraph)?.[0].length ?? 0);
      item.append(...paragraph.childNodes);
      list.append(item);
      paragraph.remove();
    }
  }
}

function cutBeginning(element: Element, length: number): void {
  const texts = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  let left = length;
  for (let node = texts.nextNode(); node && left > 0; node = texts.nextNode()) {
    const text = node.nodeValue ?? "";
    node.nodeValue = text.slice(left);
    left -= Math.min(left, text.length);
  }
}
