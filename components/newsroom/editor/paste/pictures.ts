/** A picture in what was pasted: where it was to be had, and what was said of it there. */
export type PastedPicture = {
  /** What stands at its place, until the picture does. */
  mark: string;
  src: string;
  /** What to call it where it cannot be taken. */
  name: string;
  /** Null where nothing was said. */
  alt: string | null;
  caption: string;
};

/** Signs that no text holds: they are for private use. */
const MARK = /\ue0f0(\d+)\ue0f1/;

/** The mark in a text that is nothing but one. */
export function markIn(text: string): string | null {
  return MARK.exec(text.trim())?.[0] ?? null;
}

/**
 * Takes the pictures out of what was pasted, and leaves a mark in a paragraph of its own where each belongs: pictures
 * within words, lists and tables stand after them. What only looks like a picture (a spacer, a tick, a face) is none.
 */
export function placePictures(root: Element): PastedPicture[] {
  for (const source of root.querySelectorAll("picture")) source.replaceWith(...source.querySelectorAll("img"));
  captions(root);
  const pictures: PastedPicture[] = [];
  const last = new Map<Element, Element>();
  for (const image of [...root.querySelectorAll("img")]) {
    const alt = image.getAttribute("alt")?.trim() ?? "";
    if (isSymbol(image)) {
      image.replaceWith(alt.length <= 4 ? alt : "");
      continue;
    }
    const figure = image.closest("figure");
    const caption = oneLine(figure?.querySelector("figcaption"));
    const mark = `\ue0f0${pictures.length}\ue0f1`;
    const src = sourceOf(image);
    pictures.push({ mark, src, name: nameOf(src, alt, caption, pictures.length), alt: alt || null, caption });
    const paragraph = root.ownerDocument.createElement("p");
    paragraph.textContent = mark;
    const place = placeOf(root, image);
    // Several at one place keep their order.
    (last.get(place) ?? place).after(paragraph);
    last.set(place, paragraph);
    image.remove();
  }
  for (const figure of root.querySelectorAll("figure")) {
    if (figure.hasAttribute("data-picture")) continue;
    const hadPicture = last.has(figure);
    if (hadPicture) figure.querySelector("figcaption")?.remove();
    figure.replaceWith(...figure.childNodes);
  }
  return pictures;
}

/** What stands below a table or a quotation in one figure with it belongs to it; so does who is named in a quotation. */
function captions(root: Element): void {
  for (const caption of root.querySelectorAll("figcaption")) {
    const figure = caption.closest("figure");
    const table = figure?.querySelector("table");
    const quote = figure?.querySelector("blockquote");
    if (table && !table.querySelector("caption")) {
      const own = root.ownerDocument.createElement("caption");
      own.append(...caption.childNodes);
      table.prepend(own);
    } else if (quote) quote.setAttribute("data-attribution", speaker(caption));
    if (table || quote) caption.remove();
  }
  for (const cite of root.querySelectorAll("blockquote :is(footer, cite)")) {
    const quote = cite.closest("blockquote");
    const isAtItsEnd = !cite.nextElementSibling && /\S/.test(quote?.textContent?.replace(oneLine(cite), "") ?? "");
    if (!quote || !isAtItsEnd || oneLine(cite).length > 300) continue;
    if (!quote.getAttribute("data-attribution")) quote.setAttribute("data-attribution", speaker(cite));
    cite.remove();
  }
}

function speaker(element: Element): string {
  return oneLine(element)
    .replace(/^[—–-]+\s*/, "")
    .slice(0, 300);
}

/** After what a picture's place is kept: the whole list, table or quotation in which it stands, or its paragraph. */
function placeOf(root: Element, image: Element): Element {
  let place: Element | null = null;
  for (let outer: Element | null = image; outer && outer !== root; outer = outer.parentElement) {
    if (outer.matches("ul, ol, table, blockquote, figure, p, h1, h2, h3, h4, h5, h6")) place = outer;
    else if (!place && (outer.parentElement === root || outer.parentElement?.matches("div, section"))) place = outer;
  }
  return place ?? image;
}

/** Faces, ticks, lines and counters. */
function isSymbol(image: Element): boolean {
  const size = (name: string) => Number.parseFloat(image.getAttribute(name) ?? "") || Number.POSITIVE_INFINITY;
  if (size("width") <= 24 || size("height") <= 24) return true;
  if (image.closest("[role='checkbox']") || /emoji|smiley|spacer/i.test(image.className)) return true;
  const src = sourceOf(image);
  return src === "" || (src.startsWith("data:") && (!src.startsWith("data:image/") || src.length < 200));
}

/** Pages that load their pictures late name them elsewhere. */
function sourceOf(image: Element): string {
  const src = image.getAttribute("src") ?? "";
  const late = image.getAttribute("data-src") ?? image.getAttribute("data-original") ?? "";
  return late && (src === "" || (src.startsWith("data:") && src.length < 1000)) ? late : src;
}

function nameOf(src: string, alt: string, caption: string, index: number): string {
  const said = caption || (/^https?:|^[a-z]:\\|\.(png|jpe?g|gif|webp)$/i.test(alt) ? "" : alt);
  if (said) return said.length > 60 ? `${said.slice(0, 60).trimEnd()}…` : said;
  const file = /^(data|blob):/.test(src) ? "" : (src.split(/[?#]/)[0]?.split(/[\\/]/).at(-1) ?? "");
  return file || `Picture ${index + 1}`;
}

function oneLine(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

const ENDINGS: Record<string, string> = { "image/jpeg": "jpg", "image/svg+xml": "svg" };

/** The file that an address of the form "data:image/png;base64,…" is; null where it is none. */
export function fileOfData(address: string, name: string): File | null {
  const [, type = "", coding, data = ""] = /^data:(image\/[\w+.-]+)((?:;[^,]*)?),(.*)$/s.exec(address) ?? [];
  if (!type) return null;
  try {
    const text = coding?.includes("base64") ? atob(data.replace(/\s/g, "")) : decodeURIComponent(data);
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return new File([bytes], fileName(name, type), { type });
  } catch {
    return null;
  }
}

/** The pictures that Word puts on the clipboard as RTF beside its HTML, where they are only named: in their order. */
export function picturesOfRtf(rtf: string): File[] {
  const files: File[] = [];
  for (let at = rtf.indexOf("{\\pict"); at >= 0; at = rtf.indexOf("{\\pict", at + 1)) {
    // A picture may stand a second time, for programs that do not know its kind.
    if (rtf.slice(0, at).trimEnd().endsWith("\\nonshppict")) continue;
    const own = ownTextOf(rtf, at);
    const kind = /\\(png|jpeg)blip/.exec(own)?.[1];
    const pairs = own.replace(/\\[a-z]+-?\d*\s?/g, "").match(/[0-9a-f]{2}/gi) ?? [];
    const bytes = Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
    const type = kind === "png" ? "image/png" : "image/jpeg";
    // One of another kind keeps its number, so that the others keep theirs.
    files.push(new File(kind ? [bytes] : [], fileName(`Picture ${files.length + 1}`, type), { type }));
  }
  return files;
}

/** What stands in the group of an RTF text that begins at a place, without the groups in it. */
function ownTextOf(rtf: string, start: number): string {
  let depth = 0;
  let own = "";
  let from = start + 1;
  for (let at = start; at < rtf.length; at++) {
    const sign = rtf[at];
    if (sign === "{" && ++depth === 2) own += rtf.slice(from, at);
    if (sign !== "}") continue;
    if (--depth === 0) return own + rtf.slice(from, at);
    if (depth === 1) from = at + 1;
  }
  return own;
}

function fileName(name: string, type: string): string {
  const base =
    name
      .replace(/\.(png|jpe?g|gif|webp|avif|svg)$/i, "")
      .replace(/[\\/:*?"<>|…]/g, " ")
      .trim() || "Picture";
  return `${base}.${ENDINGS[type] ?? type.replace(/^image\//, "")}`;
}

/** The file at an address that this page itself may load: its own, or of this site. Null for what it may not. */
export async function fileOfPage(address: string, name: string): Promise<File | null> {
  const isOwn = /^(https?:|\/)/i.test(address) && new URL(address, location.href).origin === location.origin;
  if (!isOwn && !address.startsWith("blob:")) return null;
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: image.naturalWidth,
      height: image.naturalHeight,
    });
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    return blob && new File([blob], fileName(name, "image/png"), { type: "image/png" });
  } catch {
    return null;
  }
}
