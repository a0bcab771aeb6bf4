/** An element, written out. Made only by `element`, so that what is not escaped can't be taken for one. */
export type Xml = { readonly xml: string };

/** An XML element; what its children and attributes say is escaped. Children that are undefined are left out. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  ...children: (Xml | string | undefined)[]
): Xml {
  const inner = fragment(...children).xml;
  return { xml: `<${name}${written(attributes)}${inner ? `>${inner}</${name}>` : "/>"}` };
}

/** Several elements and texts in a row. */
export function fragment(...children: (Xml | string | undefined)[]): Xml {
  return { xml: children.map((child) => (typeof child === "string" ? escapeXml(child) : (child?.xml ?? ""))).join("") };
}

/** The elements of HTML that have no content, of those that stories are made of. */
const VOID = new Set(["br", "hr", "img"]);

/** As `element`, but HTML: what is empty without being so by its nature keeps its end tag. */
export function htmlElement(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  ...children: (Xml | string | undefined)[]
): Xml {
  const start = `<${name}${written(attributes)}>`;
  return { xml: VOID.has(name) ? start : `${start}${fragment(...children).xml}</${name}>` };
}

/** A whole document around its one element. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function written(attributes: Record<string, string | number | undefined>): string {
  return Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escapeXml(String(value))}"`))
    .join("");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Escapes what has a meaning in XML, and leaves out the characters that XML cannot hold, halves of pairs among them. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
