import type { Spotted } from "./checking";

/** Words that may rightly stand twice in a row, by language. */
const TWICE: Record<string, string[]> = {
  en: ["had", "that"],
  fr: ["nous", "vous"],
  de: ["der", "die", "das", "sie"],
  nl: ["die", "dat"],
};

/** The same word twice in a row. A name may be made of one: both then have capitals. */
export function doubledWords(text: string, language: string): Spotted[] {
  const allowed = TWICE[baseOf(language)] ?? [];
  const twice = /(?<![\p{L}\p{N}'’-])(\p{L}+)([ \u00a0\n]+)(\1)(?![\p{L}\p{N}'’-])/giu;
  return [...text.matchAll(twice)].flatMap((match): Spotted[] => {
    const [both, word = "", , again = ""] = match;
    const isName = /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(again);
    if (isName || allowed.includes(word.toLowerCase())) return [];
    const id = `doubled-word:${word.toLowerCase()}`;
    const message = "The word stands twice.";
    return [{ id, rule: "doubled-word", from: match.index, to: match.index + both.length, message, replacement: word }];
  });
}

export function doubledSpaces(text: string): Spotted[] {
  return [...text.matchAll(/[ \u00a0]{2,}/g)].map((match) => ({
    id: "doubled-space",
    rule: "doubled-space",
    from: match.index,
    to: match.index + match[0].length,
    message: "More than one space.",
    replacement: " ",
  }));
}

/** A headline is no sentence. One that ends with an abbreviation or with dots means it. */
export function headlineStop(text: string): Spotted[] {
  const headline = text.trimEnd();
  if (!/[^.]\.$/.test(headline) || /(^|[\s.])\p{L}\.$/u.test(headline)) return [];
  const to = headline.length;
  const message = "A headline has no full stop at its end.";
  return [{ id: "headline-stop", rule: "headline-stop", from: to - 1, to, message, replacement: "" }];
}

/** Quotation marks by language: double ones, single ones. */
const QUOTES: Record<string, [string, string, string, string]> = {
  en: ["“", "”", "‘", "’"],
  nl: ["“", "”", "‘", "’"],
  de: ["„", "“", "‚", "‘"],
  cs: ["„", "“", "‚", "‘"],
  pl: ["„", "”", "‚", "’"],
  fi: ["”", "”", "’", "’"],
  sv: ["”", "”", "’", "’"],
  fr: ["«\u202f", "\u202f»", "“", "”"],
  es: ["«", "»", "“", "”"],
  it: ["«", "»", "“", "”"],
  pt: ["“", "”", "‘", "’"],
  da: ["»", "«", "›", "‹"],
  nb: ["«", "»", "‘", "’"],
  no: ["«", "»", "‘", "’"],
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
};

/** Quotation marks and apostrophes as a typewriter has them; but not the signs for feet and inches. */
export function straightQuotes(text: string, language: string): Spotted[] {
  const quotes = QUOTES[baseOf(language)];
  return [...text.matchAll(/["']/g)].flatMap((match): Spotted[] => {
    const from = match.index;
    const [before, after] = [text[from - 1] ?? "", text[from + 1] ?? ""];
    if (/\d/.test(before) && !/\p{L}/u.test(after)) return [];
    const mark = {
      id: "straight-quote",
      rule: "straight-quote",
      from,
      to: from + 1,
      message: "A straight quotation mark.",
    };
    if (match[0] === "'" && /[\p{L}\p{N}]/u.test(before) && /\p{L}/u.test(after))
      return [{ ...mark, replacement: "’" }];
    const opens = !before || /[\s([{—–\u00a0«„“]/.test(before);
    const replacement = quotes?.[(match[0] === '"' ? 0 : 2) + (opens ? 0 : 1)];
    return [{ ...mark, ...(replacement && { replacement }) }];
  });
}

/** The language of a tag such as "en-GB". */
export function baseOf(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
