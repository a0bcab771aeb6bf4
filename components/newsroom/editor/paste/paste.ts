import { storyIn } from "@/domain/articles/body";
import { plainAddress } from "./links";
import { nestLists, wordLists } from "./lists";
import { wordNotes } from "./notes";
import { paragraphs } from "./paragraphs";
import { type PastedPicture, placePictures } from "./pictures";
import { tables } from "./tables";

/**
 * Makes HTML from elsewhere (a web page, Word, Google Docs, Pages) fit to be read by the story's schema: the schema keeps
 * only our blocks, this gives it better ones to find. Word's lists and notes become lists and notes, the look of things is
 * dropped except where it is how bold and italic are said, and what is no text of the writer's (menus, comments, deleted
 * words, empty lines as spacing) goes. HTML copied from this editor passes unchanged.
 * @returns the HTML, in which a mark stands for each picture, in a paragraph of its own; and the pictures.
 */
export function cleanPaste(html: string): { html: string; pictures: PastedPicture[] } {
  if (html.includes("data-pm-slice")) return { html, pictures: [] };
  const body = read(html);
  for (const back of body.querySelectorAll("div a[href*='#cmnt_ref']")) back.closest("div")?.remove();
  remove(body, LEFT_OUT);
  for (const hidden of body.querySelectorAll("[style]")) if (isHidden(hidden)) hidden.remove();
  for (const wrapper of body.querySelectorAll("b[id^='docs-internal-guid'], font, center, article, main, header")) {
    wrapper.replaceWith(...wrapper.childNodes);
  }
  wordNotes(body);
  wordLists(body);
  wordStyles(body);
  nestLists(body);
  for (const span of body.querySelectorAll("[style*='mso-spacerun'], [style*='mso-tab-count']")) span.replaceWith(" ");
  const pictures = placePictures(body);
  tables(body);
  headings(body);
  looks(body);
  links(body);
  spaces(body);
  paragraphs(body);
  return { html: body.innerHTML, pictures };
}

/** Reads HTML; without its style sheets and its base, which nobody looks at and the page's policy would complain of. */
function read(html: string): HTMLElement {
  const text = html.replaceAll(/<style\b[\s\S]*?<\/style\s*>|<base\b[^<>]*>/gi, "");
  return new DOMParser().parseFromString(text, "text/html").body;
}

/** The same where no pictures may stand. */
export function cleanPastedHtml(html: string): string {
  const { html: cleaned, pictures } = cleanPaste(html);
  return pictures.reduce((left, { mark }) => left.replace(`<p>${mark}</p>`, "").replace(mark, ""), cleaned);
}

/** What is never a part of the text: the page's furniture, the comments and the deleted words of a document. */
const LEFT_OUT = [
  "style, script, noscript, template, meta, link, title, xml, svg, video, audio, iframe, object, embed",
  "nav:not([data-quick-links]), :not(blockquote) > footer, button, input, select, textarea, dialog, [hidden], [aria-hidden='true']",
  "del, s, strike, .msoDel, .msoChangeProp, ins[cite] del",
  ".MsoCommentReference, .msocomanchor, .msocomtxt, .msocomoff, [style*='mso-element:comment']",
  "a[href*='#cmnt'], br.Apple-interchange-newline",
].join(", ");

function remove(root: Element, selector: string): void {
  for (const element of root.querySelectorAll(selector)) element.remove();
}

function isHidden(element: Element): boolean {
  return /(^|[;\s])(display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i.test(element.getAttribute("style") ?? "");
}

/** Word's styles that say what a paragraph is. */
function wordStyles(root: Element): void {
  const document = root.ownerDocument;
  const become = (selector: string, name: string) => {
    for (const paragraph of root.querySelectorAll(selector)) {
      const element = document.createElement(name);
      element.append(...paragraph.childNodes);
      paragraph.replaceWith(element);
    }
  };
  become("p.MsoTitle, p[class^='MsoTitleC']", "h1");
  for (const quote of root.querySelectorAll("p[class*='MsoQuote'], p[class*='MsoIntenseQuote']")) {
    const before = quote.previousElementSibling;
    const quotation = before?.hasAttribute("data-word-quote") ? before : document.createElement("blockquote");
    quotation.setAttribute("data-word-quote", "");
    if (quotation !== before) quote.before(quotation);
    // Its slant is its look.
    for (const slant of quote.querySelectorAll("i, em")) slant.replaceWith(...slant.childNodes);
    quotation.append(quote);
  }
}

/** A heading is bold by itself. */
function headings(root: Element): void {
  for (const heading of root.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    for (const emphasis of heading.querySelectorAll("b, strong")) emphasis.replaceWith(...emphasis.childNodes);
    for (const styled of heading.querySelectorAll("[style]")) styled.removeAttribute("style");
  }
}

const SAYS_BOLD_OR_ITALIC: ReadonlySet<string> = new Set(["span", "b", "strong", "i", "em"]);

function looks(root: Element): void {
  for (const styled of root.querySelectorAll<HTMLElement>("[style]")) {
    if (!SAYS_BOLD_OR_ITALIC.has(styled.localName)) styled.removeAttribute("style");
  }
}

function links(root: Element): void {
  for (const link of root.querySelectorAll("a[href]")) {
    const href = plainAddress(link.getAttribute("href") ?? "");
    // A place in the page that it comes from is no place here, nor is a story of another paper.
    if (href.startsWith("#") || storyIn(href) !== null) link.replaceWith(...link.childNodes);
    else link.setAttribute("href", href);
  }
}

/**
 * Spaces that do not break are mostly the trace of another editor's ways. They stay where they hold something together:
 * a number and what it counts, a mark and its word.
 */
function spaces(root: Element): void {
  const texts = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? "";
    if (!/[\u00a0\u00ad\u200b\ufeff]/.test(text)) continue;
    node.nodeValue = text
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .replace(/\s*\u00a0\s+|\s+\u00a0\s*|\u00a0{2,}/g, " ")
      .replace(/\u00a0/g, (_, at: number, all: string) =>
        /\d/.test(all[at - 1] ?? "") || /[«»:;!?%–—]/.test(`${all[at - 1] ?? ""}${all[at + 1] ?? ""}`) ? "\u00a0" : " ",
      );
  }
}

/** The picture files that a paste or drop brings, where they are what was meant and not the by-catch of copied text. */
export function picturesIn(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) return [];
  const body = read(data?.getData("text/html") ?? "");
  return /\S/.test((body.textContent ?? "").replaceAll("\u00a0", " ")) ? [] : files;
}
