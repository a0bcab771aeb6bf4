import { stemmer } from "stemmer";

/**
 * How texts are taken apart, in what is searched and in what is asked alike: whatever one side folds away, the other
 * does too. The engine only keeps lists of these terms. Whoever changes what comes out raises VERSION: the index is then
 * made anew after the next start.
 */
export const VERSION = 1;

export type Term = {
  /** What the index holds: the word without accents and endings, or two signs of a script that sets no spaces. */
  term: string;
  /** What longer words begin with: the word without accents. */
  beginning: string;
  /** Whether it is such two signs, or one that has none after it. */
  pair: boolean;
  /** Where it stands in the text. */
  start: number;
  end: number;
};

/** The longest term kept, in characters: what is longer is no word. */
const LONGEST = 64;

const RUN = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;
/** Scripts that set no spaces between words, and Korean, which hangs its particles on them. */
const UNSPACED_SCRIPTS = ["Hani", "Hira", "Kana", "Hang", "Bopo", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"]
  .map((script) => `\\p{scx=${script}}`)
  .join("");
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, "u");
const PART = new RegExp(`(?<unspaced>[${UNSPACED_SCRIPTS}]+)|[^${UNSPACED_SCRIPTS}]+`, "gu");
const POSSESSIVE = /(?<=\p{L})['’]s(?!\p{L})/giu;

/** The terms of a text, in order. */
export function termsOf(text: string): Term[] {
  // "The harbour's" is about the harbour: blanks keep the places of what follows.
  const read = text.replace(POSSESSIVE, (ending) => " ".repeat(ending.length));
  const terms: Term[] = [];
  // Most texts have words alone: looking in each for what is none takes longer than all the rest.
  const isSpaced = !UNSPACED.test(read);
  for (const run of read.matchAll(RUN)) {
    if (isSpaced) addWord(terms, run[0], run.index);
    else {
      for (const part of run[0].matchAll(PART)) {
        const start = run.index + part.index;
        if (part.groups?.unspaced) terms.push(...pairsOf(part[0], start));
        else addWord(terms, part[0], start);
      }
    }
  }
  return terms;
}

function addWord(terms: Term[], word: string, start: number): void {
  const { term, beginning } = known(word);
  if (term) terms.push({ term, beginning, pair: false, start, end: start + word.length });
}

/** What words come to, of those met lately: folding and stemming one takes ten times as long as looking it up. */
const met = new Map<string, Pick<Term, "term" | "beginning">>();
const MOST_MET = 20_000;

function known(word: string): Pick<Term, "term" | "beginning"> {
  const before = met.get(word);
  if (before) return before;
  const plain = folded(word).slice(0, LONGEST);
  const found = { term: plain && stemOf(plain), beginning: withoutArticle(plain) };
  if (met.size >= MOST_MET) met.clear();
  // No run of signs without an end is kept.
  if (word.length <= LONGEST) met.set(word, found);
  return found;
}

/** Each sign with the one after it, and the last alone: any part of the run is found, whatever its words are. */
function pairsOf(run: string, start: number): Term[] {
  const signs = Array.from(folded(run));
  const written = Array.from(run);
  // Where folding joined or parted signs, the whole run stands for each.
  const aligned = signs.length === written.length;
  let at = start;
  return signs.map((sign, index) => {
    const here = at;
    const next = signs[index + 1] ?? "";
    at += (aligned ? written[index]?.length : 0) ?? 0;
    const end = aligned ? at + (next ? (written[index + 1]?.length ?? 0) : 0) : start + run.length;
    return { term: sign + next, beginning: sign + next, pair: true, start: here, end };
  });
}

/** Signs that only say how a letter is read: accents, the vowels of Arabic and Hebrew. Elsewhere marks are the vowels. */
const READING_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const NO_PART_OF_WORDS = /[^\p{L}\p{N}\p{M}]/gu;

/** Letters that are written in several ways, or not on every keyboard. */
const SAME: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "n", ς: "σ" },
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك", ـ: "" },
};
const WRITTEN_OTHERWISE = new RegExp(`[${Object.keys(SAME).join("")}]`, "g");

/** The zeros of digits that are not ours. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯]/g;

function folded(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(READING_MARKS, "")
    .replace(WRITTEN_OTHERWISE, (letter) => SAME[letter] ?? letter)
    .replace(OTHER_DIGITS, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
    })
    .normalize("NFC")
    .replace(NO_PART_OF_WORDS, "");
}

const ARABIC = /^[\u0621-\u064a\u066e-\u06d3]+$/;

/** English loses its endings by Porter's rules, Arabic its article and commonest endings ("light10"). */
function stemOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return stemmer(word);
  if (!ARABIC.test(word)) return word;
  let stem = withoutArticle(word);
  for (const ending of ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"]) {
    if (stem.endsWith(ending) && stem.length - ending.length >= 3) stem = stem.slice(0, -ending.length);
  }
  return stem;
}

function withoutArticle(word: string): string {
  if (!ARABIC.test(word)) return word;
  const article = ["وال", "بال", "كال", "فال", "لل", "ال", "و"].find((beginning) => word.startsWith(beginning));
  return article && word.length - article.length >= 3 ? word.slice(article.length) : word;
}
