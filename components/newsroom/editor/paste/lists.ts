/** Word writes a list as paragraphs that say "mso-list" and begin with the bullet or number as text. */
export function wordLists(root: Element): void {
  /** The lists that are open, outermost first. */
  let open: Element[] = [];
  for (const paragraph of [...root.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const level = listLevel(paragraph);
    if (level === 0) continue;
    const marker = takeMarker(paragraph);
    // A heading that is numbered stays a heading.
    if (paragraph.localName !== "p") continue;
    if (open.length === 0 || paragraph.previousElementSibling !== open[0]) open = [];
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

/** Google Docs and old pages put a list between the items of another: it belongs to the item before it. */
export function nestLists(root: Element): void {
  for (const list of root.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const before = list.previousElementSibling;
    if (before?.localName === "li") before.append(list);
    else if (before) before.after(list);
    else {
      // A list that begins with a list: there is nothing to which it belongs.
      const outer = list.parentElement;
      if (outer?.children.length === 1) outer.replaceWith(list);
    }
  }
}
