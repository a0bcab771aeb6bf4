import type { Sharp } from "sharp";
import { element, type Xml } from "@/lib/xml";
import { licenceAddress } from "./asset";

/** What a copy says of whose it is and how it may be used: all that a file which leaves the house carries besides its pixels. */
export type Terms = {
  creator: string;
  credit: string;
  copyrightNotice: string;
  licence: string;
  usageTerms: string;
};

/** Of what nothing is known. */
export const NO_TERMS: Terms = { creator: "", credit: "", copyrightNotice: "", licence: "", usageTerms: "" };

/** The terms of an asset, from its row. */
export function termsOf({ creator, credit, copyrightNotice, licence, usageTerms }: Terms): Terms {
  return { creator, credit, copyrightNotice, licence, usageTerms };
}

/** Terms as one text, by which it is told whether copies say what the library says. */
export function termsText(terms: Terms): string {
  return JSON.stringify(Object.values(termsOf(terms)));
}

/** JPEG files are what people save and share. Of others the narrow ones would grow by a twentieth, and nobody keeps them. */
const CARRIED_FROM = 640;

/** Writes the terms into a file, as XMP, which knows all of them, and as EXIF, which older programs read. */
export function carryTerms(image: Sharp, terms: Terms, { format, width }: { format: string; width: number }): Sharp {
  if (Object.values(terms).every((term) => !term) || (format !== "jpeg" && width < CARRIED_FROM)) return image;
  const exif = Object.fromEntries(
    Object.entries({ Artist: terms.creator, Copyright: terms.copyrightNotice }).filter(([, text]) => text),
  );
  const carrying = image.withXmp(xmpOf(terms));
  return Object.keys(exif).length > 0 ? carrying.withExif({ IFD0: exif }) : carrying;
}

const NAMESPACES = {
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:photoshop": "http://ns.adobe.com/photoshop/1.0/",
  "xmlns:xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
};

function xmpOf({ creator, credit, copyrightNotice, licence, usageTerms }: Terms): string {
  const address = licenceAddress(licence);
  const usage = [address ? "" : licence, usageTerms].filter(Boolean).join(" — ");
  const description = element(
    "rdf:Description",
    { "rdf:about": "", ...NAMESPACES },
    list("dc:creator", "Seq", creator),
    field("photoshop:Credit", credit),
    list("dc:rights", "Alt", copyrightNotice),
    field("xmpRights:Marked", copyrightNotice && "True"),
    list("xmpRights:UsageTerms", "Alt", usage),
    field("xmpRights:WebStatement", address ?? ""),
  );
  const rdf = element("rdf:RDF", { "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#" }, description);
  return element("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, rdf).xml;
}

function field(name: string, text: string): Xml | undefined {
  return text ? element(name, {}, plain(text)) : undefined;
}

/** A list of names, or a text in its only language. */
function list(name: string, kind: "Seq" | "Alt", text: string): Xml | undefined {
  const language = kind === "Alt" ? { "xml:lang": "x-default" } : {};
  return text ? element(name, {}, element(`rdf:${kind}`, {}, element("rdf:li", language, plain(text)))) : undefined;
}

/** Without the control characters that no XML may hold. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
