import ExifReader from "exifreader";
import { MAX_ALT, MAX_CAPTION, MAX_CREDIT } from "./asset";

/** What a picture says of itself. Empty where it says nothing; alt is then null, for somebody still has to say. */
export type EmbeddedText = { alt: string | null; caption: string; credit: string };

/**
 * Caption, credit and alt text from a picture's XMP and IPTC fields. XMP goes first: it is always UTF-8, and newer.
 * Never throws: a picture with broken fields is as good as one without.
 */
export function embeddedText(picture: Buffer): EmbeddedText {
  try {
    const found = ExifReader.load(picture, { expanded: true, includeTags: { xmp: true, iptc: true } });
    const xmp: Record<string, unknown> = { ...found.xmp };
    const iptc: Record<string, unknown> = { ...found.iptc };
    const first = (...candidates: unknown[]) => candidates.map(plain).find(Boolean) ?? "";
    const maker = first(xmp.creator, iptc["By-line"]);
    const agency = first(xmp.Credit, iptc.Credit);
    return {
      alt: clamp(first(xmp.AltTextAccessibility), MAX_ALT) || null,
      caption: clamp(first(xmp.description, iptc["Caption/Abstract"]), MAX_CAPTION),
      credit: clamp(creditOf(maker, agency) || first(xmp.Source, iptc.Source), MAX_CREDIT),
    };
  } catch {
    return { alt: null, caption: "", credit: "" };
  }
}

/** "Jane Roe/Agency"; one of them where the other is missing or already says it. */
function creditOf(maker: string, agency: string): string {
  if (!maker || agency.toLowerCase().includes(maker.toLowerCase())) return agency;
  if (!agency || maker.toLowerCase().includes(agency.toLowerCase())) return maker;
  return `${maker}/${agency}`;
}

/** The text of a field: of several values the names are joined, of several languages the first is taken. */
function plain(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(plain).filter(Boolean).join(", ");
  if (typeof tag !== "object" || tag === null || !("description" in tag)) return "";
  const value = "value" in tag ? tag.value : undefined;
  // An XMP list of languages or of names is given as an array of fields; its description would name the languages.
  if (Array.isArray(value) && value.some((entry) => typeof entry === "object")) {
    const isAlternatives = value.some((entry) => entry?.attributes?.lang);
    return isAlternatives ? plainValue(value[0]) : value.map(plainValue).filter(Boolean).join(", ");
  }
  return typeof tag.description === "string" ? clean(tag.description) : "";
}

function plainValue(entry: unknown): string {
  if (typeof entry === "object" && entry !== null && "value" in entry && typeof entry.value === "string") {
    return clean(entry.value);
  }
  return "";
}

/** One line, without the control characters that some programs pad fields with. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .normalize("NFC");
}

function clamp(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : `${[...text]
        .slice(0, longest - 1)
        .join("")
        .trimEnd()
        .slice(0, longest - 1)}…`;
}
