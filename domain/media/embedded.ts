import ExifReader from "exifreader";
import { isLanguage } from "@/lib/language";
import { MAX_ALT, MAX_CAPTION, MAX_CREDIT, MAX_KEYWORD, MAX_KEYWORDS, MAX_NAME, MAX_PEOPLE, MAX_TERMS } from "./asset";
import { TakenAt } from "./taken-at";

/** What a picture says of itself. Empty where it says nothing; alt is then null, for somebody still has to say. */
export type EmbeddedText = {
  alt: string | null;
  caption: string;
  credit: string;
  creator: string;
  agency: string;
  source: string;
  place: string;
  people: string[];
  takenAt: string | null;
  language: string;
  keywords: string[];
  copyrightNotice: string;
  licence: string;
  usageTerms: string;
  restrictions: string;
};

const NOTHING: EmbeddedText = {
  alt: null,
  caption: "",
  credit: "",
  creator: "",
  agency: "",
  source: "",
  place: "",
  people: [],
  takenAt: null,
  language: "",
  keywords: [],
  copyrightNotice: "",
  licence: "",
  usageTerms: "",
  restrictions: "",
};

/** Of what a camera writes only this is read: never where it stood. */
const FROM_CAMERA = ["Artist", "Copyright", "DateTimeOriginal"];

type Fields = Record<string, unknown>;

/**
 * What a picture's XMP, IPTC and EXIF fields say of it. XMP goes first: it is always UTF-8, and newer; what a camera wrote
 * goes last. Never throws: a picture with broken fields is as good as one without.
 */
export function embeddedText(picture: Buffer): EmbeddedText {
  try {
    const found = ExifReader.load(picture, {
      expanded: true,
      includeTags: { xmp: true, iptc: true, exif: FROM_CAMERA },
    });
    return textOf({ ...found.xmp }, { ...found.iptc }, { ...found.exif });
  } catch {
    return { ...NOTHING };
  }
}

function textOf(xmp: Fields, iptc: Fields, exif: Fields): EmbeddedText {
  const creator = first(list(xmp.creator).join(", "), list(iptc["By-line"]).join(", "), camera(exif.Artist));
  const line = first(plain(xmp.Credit), plain(iptc.Credit));
  const source = first(plain(xmp.Source), plain(iptc.Source));
  return {
    alt: clamp(plain(xmp.AltTextAccessibility), MAX_ALT) || null,
    caption: clamp(first(plain(xmp.description), plain(iptc["Caption/Abstract"])), MAX_CAPTION),
    credit: clamp(creditOf(creator, line) || source, MAX_CREDIT),
    creator: clamp(creator, MAX_NAME),
    agency: clamp(agencyOf(creator, line), MAX_NAME),
    source: clamp(source, MAX_NAME),
    place: clamp(placeOf(xmp, iptc), MAX_NAME),
    people: distinct(list(xmp.PersonInImage), MAX_NAME).slice(0, MAX_PEOPLE),
    takenAt: takenAtOf(xmp, iptc, exif),
    language: languageOf(first(...list(xmp.language), plain(iptc["Language Identifier"]))),
    keywords: distinct(either(list(xmp.subject), list(iptc.Keywords)), MAX_KEYWORD).slice(0, MAX_KEYWORDS),
    copyrightNotice: clamp(
      first(plain(xmp.rights), plain(iptc["Copyright Notice"]), camera(exif.Copyright)),
      MAX_CREDIT,
    ),
    licence: clamp(first(plain(xmp.license), plain(xmp.WebStatement), parts(xmp.Licensor, ["LicensorURL"])), MAX_NAME),
    usageTerms: clamp(plain(xmp.UsageTerms), MAX_TERMS),
    restrictions: clamp(first(plain(xmp.Instructions), plain(iptc["Special Instructions"])), MAX_TERMS),
  };
}

/** "Jane Roe/Agency"; one of them where the other is missing or already says it. */
function creditOf(maker: string, agency: string): string {
  if (!maker || agency.toLowerCase().includes(maker.toLowerCase())) return agency;
  if (!agency || maker.toLowerCase().includes(agency.toLowerCase())) return maker;
  return `${maker}/${agency}`;
}

/** What a credit line names besides the maker: of "Jane Roe/Nordpress" the agency. */
function agencyOf(maker: string, line: string): string {
  const at = maker ? line.toLowerCase().indexOf(maker.toLowerCase()) : -1;
  const rest = at < 0 ? line : `${line.slice(0, at)} ${line.slice(at + maker.length)}`;
  return rest.replace(/^[\s/|,;:–—-]+|[\s/|,;:–—-]+$/g, "").replace(/^(?:for|via)\s+/i, "");
}

/** From the narrowest to the widest, as names: "Aura quay, Turku, Finland". */
function placeOf(xmp: Fields, iptc: Fields): string {
  const named = [
    first(plain(xmp.Location), plain(iptc["Sub-location"])),
    first(plain(xmp.City), plain(iptc.City)),
    first(plain(xmp.State), plain(iptc["Province/State"])),
    first(plain(xmp.Country), plain(iptc["Country/Primary Location Name"])),
  ];
  const place = distinct(named, MAX_NAME).join(", ");
  return place || parts(xmp.LocationCreated, ["Sublocation", "City", "ProvinceState", "CountryName"]);
}

function takenAtOf(xmp: Fields, iptc: Fields, exif: Fields): string | null {
  const [date, time] = [raw(iptc["Date Created"]), raw(iptc["Time Created"])];
  const said = [
    plain(xmp.DateCreated),
    `${date} ${time}`,
    date,
    camera(exif.DateTimeOriginal),
    plain(xmp.DateTimeOriginal),
  ];
  for (const each of said) {
    const taken = readTime(each);
    if (taken) return taken;
  }
  return null;
}

/** A time as cameras and programs write it ("2026:02:03 10:11:12", "20260203 101112+0200"), as the clock showed it. */
function readTime(said: string): string | null {
  const match = /^(\d{4})[:/-]?(\d\d)[:/-]?(\d\d)(?:[T ]+(\d\d):?(\d\d))?/.exec(said.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute] = match;
  const date = `${year}-${month}-${day}`;
  const whole = TakenAt.safeParse(hour ? `${date}T${hour}:${minute}` : date);
  return whole.success ? whole.data : (TakenAt.safeParse(date).data ?? null);
}

function languageOf(said: string): string {
  return said && isLanguage(said) ? (Intl.getCanonicalLocales(said)[0] ?? "").slice(0, 35) : "";
}

function first(...candidates: string[]): string {
  return candidates.find(Boolean) ?? "";
}

function either(one: string[], other: string[]): string[] {
  return one.length > 0 ? one : other;
}

/** Each once, whatever its case; the first way of writing it counts. */
function distinct(texts: string[], longest: number): string[] {
  const kept = new Map<string, string>();
  for (const text of texts) {
    if (text && !kept.has(text.toLowerCase())) kept.set(text.toLowerCase(), clamp(text, longest));
  }
  return [...kept.values()];
}

/** The text of a field: of several values the names are joined, of several languages the first is taken. */
function plain(tag: unknown): string {
  return list(tag).join(", ");
}

/** Several texts of a field, each for itself; of several languages the first alone. */
function list(tag: unknown): string[] {
  if (Array.isArray(tag)) return tag.flatMap(list);
  if (typeof tag !== "object" || tag === null || !("description" in tag)) return [];
  const value = "value" in tag ? tag.value : undefined;
  // An XMP list of languages or of names is given as an array of fields; its description would name the languages.
  if (Array.isArray(value) && value.some((entry) => typeof entry === "object")) {
    const isAlternatives = value.some((entry) => entry?.attributes?.lang);
    return (isAlternatives ? value.slice(0, 1) : value).map(plainValue).filter(Boolean);
  }
  const said = typeof tag.description === "string" ? clean(tag.description) : "";
  return said ? [said] : [];
}

/** Some fields of the first of a list of structures, joined. */
function parts(tag: unknown, names: readonly string[]): string {
  const value = typeof tag === "object" && tag !== null && "value" in tag ? tag.value : undefined;
  const [one] = Array.isArray(value) ? value : [value];
  if (typeof one !== "object" || one === null) return "";
  return distinct(
    names.map((name) => plain((one as Fields)[name])),
    MAX_NAME,
  ).join(", ");
}

/** A field as its digits stand in the file, where the library would format it. */
function raw(tag: unknown): string {
  const value = typeof tag === "object" && tag !== null && "value" in tag ? tag.value : undefined;
  return Array.isArray(value) && value.every((byte) => typeof byte === "number")
    ? clean(String.fromCharCode(...value.slice(0, 40)))
    : plain(tag);
}

/** What a camera wrote: bytes of no said encoding, by the letter, which mostly are UTF-8. */
function camera(tag: unknown): string {
  const text = plain(tag);
  if ([...text].some((letter) => letter > "\u00ff")) return text;
  try {
    return clean(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1")));
  } catch {
    return text;
  }
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
