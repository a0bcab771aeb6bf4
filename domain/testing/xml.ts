import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element as a parser reads it: its children by name, in order, and its attributes and text. */
export type Parsed = { name: string; attributes: Record<string, string>; children: Parsed[]; text: string };

type Raw = Record<string, unknown> & { ":@"?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
});

/** The one element of a document. @throws if it is not well-formed. */
export function parseXml(xml: string): Parsed {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`${valid.err.msg} (line ${valid.err.line})`);
  const root = (parser.parse(xml) as Raw[]).map(tidy).find(({ name }) => !name.startsWith("?"));
  if (!root) throw new Error("There is no element");
  return root;
}

function tidy(raw: Raw): Parsed {
  const name = Object.keys(raw).find((key) => key !== ":@") ?? "";
  const inside = (raw[name] ?? []) as Raw[];
  const children = inside.filter((child) => !("#text" in child)).map(tidy);
  const text = inside.map((child) => String(child["#text"] ?? "")).join("");
  return { name, attributes: raw[":@"] ?? {}, children, text };
}

/** All children of an element by this name; the first one. */
export function all(of: Parsed, name: string): Parsed[] {
  return of.children.filter((child) => child.name === name);
}
export function one(of: Parsed, name: string): Parsed {
  const [found] = all(of, name);
  if (!found) throw new Error(`There is no <${name}> in <${of.name}>`);
  return found;
}
