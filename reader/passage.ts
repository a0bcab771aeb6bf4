import { type Passage, textDirective } from "./text-fragment";

/** What a story's text is marked up with inside its blocks. */
const INLINE = "a,b,cite,code,em,i,mark,q,s,small,span,strong,sub,sup,time";
const UNSEEN = "script,style,noscript,template,[hidden],[data-passage]";

/** The directive that leads to a range of the page, as `textDirective` writes it. */
export function directiveTo(range: Range): string | null {
  const { startContainer: start } = range;
  const around = start instanceof Element ? start : start.parentElement;
  return textDirective(passageOf(document.body, range), around?.closest<HTMLElement>("[lang]")?.lang);
}

/** What a document says as a browser looks through it, and what of it a range takes in. */
export function passageOf(root: Element, range: Range): Passage {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let [text, from, to] = ["", -1, -1];
  let block: Element | null = null;
  const add = (said: string) => {
    const single = said.replace(/\s+/g, " ");
    text += /(^|\s)$/.test(text) ? single.trimStart() : single;
  };
  for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
    if (node.parentElement?.closest(UNSEEN)) continue;
    const stands = blockOf(node);
    if (stands !== block) text = text && `${text.trimEnd()}\n`;
    block = stands;
    const { data } = node;
    const place = range.comparePoint(node, 0);
    const starts = node === range.startContainer ? range.startOffset : from < 0 && place >= 0 ? 0 : null;
    const ends = node === range.endContainer ? range.endOffset : to < 0 && place > 0 ? 0 : null;
    let done = 0;
    if (starts !== null) {
      add(data.slice(0, starts));
      [from, done] = [text.length, starts];
    }
    if (ends !== null) {
      add(data.slice(done, ends));
      [to, done] = [text.length, ends];
    }
    add(data.slice(done));
  }
  if (from < 0) from = text.length;
  return { text, from, to: to < 0 ? text.length : to };
}

function blockOf(node: Text): Element | null {
  let element = node.parentElement;
  while (element?.matches(INLINE)) element = element.parentElement;
  return element;
}
