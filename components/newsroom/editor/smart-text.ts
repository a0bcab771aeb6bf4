/** Quotation marks: outer opening and closing, inner opening and closing. As the Unicode CLDR has them for each language. */
type Marks = readonly [string, string, string, string];

const ENGLISH: Marks = ["“", "”", "‘", "’"];
const GERMAN: Marks = ["„", "“", "‚", "‘"];
const SWEDISH: Marks = ["”", "”", "’", "’"];
const NORDIC: Marks = ["«", "»", "‘", "’"];
const ROMANCE: Marks = ["«", "»", "“", "”"];
const RUSSIAN: Marks = ["«", "»", "„", "“"];
const POLISH: Marks = ["„", "”", "«", "»"];
const POINTED: Marks = ["«", "»", "‹", "›"];
const CORNERS: Marks = ["「", "」", "『", "』"];
const NARROW = "\u202f";
const FRENCH: Marks = [`«${NARROW}`, `${NARROW}»`, "“", "”"];

/** By language, or by language and region or script where that differs. Any other: as in English. */
const MARKS: Record<string, Marks> = {
  ...each("de cs sk sl is et lt bg sr mk", GERMAN),
  ...each("de-CH de-LI it-CH", POINTED),
  ...each("sv fi he", SWEDISH),
  ...each("nb nn no", NORDIC),
  ...each("es it ca eu gl pt-PT el sq hy", ROMANCE),
  ...each("ru uk be", RUSSIAN),
  ...each("pl ro", POLISH),
  hu: ["„", "”", "»", "«"],
  hr: ["„", "”", "‚", "’"],
  ...each("ar fa az", POINTED),
  fr: FRENCH,
  "fr-CH": [`«${NARROW}`, `${NARROW}»`, `‹${NARROW}`, `${NARROW}›`],
  ...each("ja zh-Hant zh-TW zh-HK", CORNERS),
};

/** Where a break in a sentence is a long dash; elsewhere it is a shorter one. */
const LONG_DASH = new Set("en-US en-CA es pt ru uk be bg el ro".split(" "));

/** A letter typed takes some of the text before it with it: what goes, and what stands there instead. */
export type Smart = { replaced: string; by: string };

/**
 * What a straight quote, a hyphen or a stop becomes in print, as the last letter of a text that is being typed.
 * @returns null where it stays as it is
 */
export function smartened(text: string, language: string): Smart | null {
  const typed = text.at(-1);
  const before = text.slice(0, -1);
  switch (typed) {
    case '"':
    case "'":
      return quoted(before, typed, forLanguage(MARKS, language) ?? ENGLISH);
    case "-":
      return dashed(before, language);
    case ".":
      return /(^|[^.])\.\.$/.test(before) ? { replaced: "...", by: "…" } : null;
    case " ":
      // A mark that brings its own narrow space needs no other.
      return before.endsWith(`«${NARROW}`) ? { replaced: `«${NARROW} `, by: `«${NARROW}` } : null;
    default:
      return null;
  }
}

function quoted(before: string, typed: '"' | "'", [open, close, innerOpen, innerClose]: Marks): Smart {
  const isOpen = (opening: string, closing: string) =>
    opening !== closing && before.lastIndexOf(opening) > before.lastIndexOf(closing);
  if (typed === '"') {
    // Somebody who writes French types the space before the mark, too.
    if (close.startsWith(NARROW) && /\S $/.test(before) && isOpen(open, close)) return { replaced: ' "', by: close };
    return { replaced: typed, by: begins(before, open) ? open : close };
  }
  if (begins(before, open)) return { replaced: typed, by: innerOpen };
  // Where inner marks are double, a single one after a letter is an apostrophe: l’eau.
  const isElision = /\p{Script=Latin}$/u.test(before) && !"‘’›』".includes(innerClose.at(-1) ?? "");
  return { replaced: typed, by: isOpen(innerOpen, innerClose) && !isElision ? innerClose : "’" };
}

/** Whether a quotation begins after a text: at its start, after a space, a bracket, a dash or the outer mark. */
function begins(before: string, open: string): boolean {
  return /(^|[\s([{/–—])$/.test(before) || before.endsWith(open);
}

function dashed(before: string, language: string): Smart | null {
  // Three hyphens: the longest dash. Two at the start of a paragraph may become three, which is a divider.
  if (/\S.*–$/s.test(before)) return { replaced: "–-", by: "—" };
  if (!/\S.*-$/s.test(before) || before.endsWith("--")) return null;
  const isRange = /\d-$/.test(before);
  return { replaced: "--", by: !isRange && isLong(language) ? "—" : "–" };
}

function isLong(language: string): boolean {
  return LONG_DASH.has(language) || LONG_DASH.has(language.split("-")[0] ?? "");
}

function forLanguage<T>(table: Record<string, T>, language: string): T | undefined {
  return table[language] ?? table[language.split("-").slice(0, 2).join("-")] ?? table[language.split("-")[0] ?? ""];
}

function each(languages: string, marks: Marks): Record<string, Marks> {
  return Object.fromEntries(languages.split(" ").map((language) => [language, marks]));
}
