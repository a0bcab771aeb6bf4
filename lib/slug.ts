import slugify from "@sindresorhus/slugify";

/** How long a slug made from a text may be: to read, and as it is asked for. A person may type a longer one. */
const LONGEST = { characters: 80, bytes: 240 };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Letters that are not written in Latin ones without losing the word: an Arabic, Hindi or Japanese address is legible as it is. */
const OWN_LETTERS = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L}/u;

/**
 * The web form of a text: lower-case words joined by hyphens, cut at a word; Latin, Greek and Cyrillic ones in ASCII,
 * others in their own letters, percent-encoded, as an address is asked for and kept. Empty if nothing is left.
 */
export function slugOf(text: string): string {
  const bare = text.normalize("NFKC").replace(/['’‘"“”\u0640]/g, "");
  if (!OWN_LETTERS.test(bare)) return shortened(slugify(bare, { decamelize: false }));
  const words = (bare.match(WORD) ?? []).map((word) => (OWN_LETTERS.test(word) ? word.toLowerCase() : slugify(word)));
  return encodeURIComponent(shortened(words.filter(Boolean).join("-")));
}

/** What was typed as a slug in the form in which it is kept, if it is one (see `isSlug`). */
export function typedSlug(text: string): string {
  return encodeURIComponent(legible(text.trim()).normalize("NFKC").toLowerCase());
}

/** Whether it is what a slug may be: words of lower-case letters and digits joined by single hyphens, percent-encoded. */
export function isSlug(slug: string): boolean {
  return /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(legible(slug)) && typedSlug(slug) === slug;
}

/** A part of an address as it is kept, whether it has been decoded or not: which of the two Next gives depends on the way. */
export function keptSlug(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return encodeURIComponent(part);
  }
}

/** A slug or an address as people read it: with letters for their codes. */
export function legible(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The slug itself, or with the first free number from 2 behind it. */
export function freeSlug(slug: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(slug)) return slug;
  let number = 2;
  while (used.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

function shortened(words: string): string {
  const fits = (length: number) =>
    length <= LONGEST.characters && encodeURIComponent(letters.slice(0, length).join("")).length <= LONGEST.bytes;
  const letters = [...words];
  if (fits(letters.length)) return words;
  let length = Math.min(letters.length, LONGEST.characters);
  while (!fits(length)) length--;
  // A word that just fits is whole.
  const cut = letters.slice(0, length + 1).lastIndexOf("-");
  return letters.slice(0, cut > 0 ? cut : length).join("");
}
