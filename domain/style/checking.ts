import { doubledSpaces, doubledWords, headlineStop, straightQuotes } from "./marks";
import { namesSpelledTwoWays } from "./names";
import { type Passage, type Place, passagesOf, type Told } from "./passages";
import type { StyleRule } from "./style";

/** Something in a story that the house would write otherwise. */
export type Finding = {
  /** The same for all findings of the same kind and words: by it they are listed and ignored together. */
  id: string;
  /** What was looked for: the id of a rule of the house, or one of the checks that every paper has. */
  rule: string;
  where: Place & { from: number; to: number };
  /** The words that were found. */
  text: string;
  message: string;
  /** What to write instead, where that is known. */
  replacement?: string;
};

/** What is found in a passage by itself. */
export type Spotted = Omit<Finding, "where" | "text"> & { from: number; to: number };

/**
 * All that the house would write otherwise in a story, in the order of the text. It knows nothing of who reads it, and
 * forbids nothing.
 * @param language a BCP 47 tag: that of the story, else the publication's
 * @param names of those who are credited with the story, which are spelled right
 */
export function checkStyle(
  told: Told,
  rules: readonly StyleRule[],
  language: string,
  names: readonly string[] = [],
): Finding[] {
  return styleChecker(rules, language).check(told, names);
}

export type StyleChecker = {
  /** Looks through passages for as long as it may. @returns whether all are done, so that checking takes no time */
  prepare: (told: Told, mayGoOn: () => boolean) => boolean;
  check: (told: Told, names?: readonly string[]) => Finding[];
};

/** The same for a text that is being written: passages that stay as they were are not looked through again. */
export function styleChecker(rules: readonly StyleRule[], language: string): StyleChecker {
  const searches = rules.map((rule) => ({ rule, ...searchFor(rule) }));
  let known = new Map<string, Spotted[]>();
  const spot = (text: string): Spotted[] => [
    ...searches.flatMap((search) => avoided(text, search)),
    ...doubledWords(text, language),
    ...doubledSpaces(text),
    ...straightQuotes(text, language),
  ];
  const prepare: StyleChecker["prepare"] = (told, mayGoOn) => {
    for (const { text } of passagesOf(told)) {
      if (known.has(text)) continue;
      if (!mayGoOn()) return false;
      known.set(text, spot(text));
    }
    return true;
  };
  const check: StyleChecker["check"] = (told, names = []) => {
    const passages = passagesOf(told);
    const before = known;
    known = new Map();
    const found = passages.flatMap((passage) => {
      const { text, place } = passage;
      const spotted = known.get(text) ?? before.get(text) ?? spot(text);
      known.set(text, spotted);
      const ofHeadline = "field" in place && place.field === "headline" ? headlineStop(text) : [];
      return [...spotted, ...ofHeadline].map((one) => placed(passage, one));
    });
    const misspelt = namesSpelledTwoWays(passages, language, names).map(({ passage, ...one }) => placed(passage, one));
    return [...found, ...misspelt, ...unattributed(told)].sort(inOrder);
  };
  return { prepare, check };
}

function placed({ place, text }: Passage, { from, to, ...spotted }: Spotted): Finding {
  return { ...spotted, where: { ...place, from, to }, text: text.slice(from, to) };
}

/** Head before body, block after block, and within one as it is read. */
function inOrder({ where: a }: Finding, { where: b }: Finding): number {
  const block = (where: Finding["where"]) => ("field" in where ? (where.field === "headline" ? -2 : -1) : where.block);
  const path = (where: Finding["where"]) => ("field" in where ? [] : where.path);
  const steps = path(a).map((step, index) => step - (path(b)[index] ?? 0));
  return block(a) - block(b) || steps.find((step) => step !== 0) || a.from - b.from;
}

type Search = { rule: StyleRule; avoid: RegExp; preferred: RegExp | null };

function searchFor({ avoid, preferred, wholeWord, matchCase }: StyleRule): Omit<Search, "rule"> {
  const flags = matchCase ? "gu" : "giu";
  const [before, after] = wholeWord ? ["(?<![\\p{L}\\p{N}_])", "(?![\\p{L}\\p{N}_])"] : ["", ""];
  const contains = preferred.length > avoid.length && preferred.toLowerCase().includes(avoid.toLowerCase());
  return {
    avoid: new RegExp(`${before}${pattern(avoid)}${after}`, flags),
    preferred: contains ? new RegExp(pattern(preferred), flags) : null,
  };
}

/** A word or phrase as it may stand in a text: with any space between its words, and either apostrophe. */
function pattern(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/['’]/g, "['’]"))
    .join("\\s+");
}

function avoided(text: string, { rule, avoid, preferred }: Search): Spotted[] {
  const right = preferred
    ? [...text.matchAll(preferred)].map((match) => [match.index, match.index + match[0].length])
    : [];
  return [...text.matchAll(avoid)].flatMap((match): Spotted[] => {
    const [words] = match;
    const [from, to] = [match.index, match.index + words.length];
    // It may be a part of what is preferred.
    if (words === rule.preferred || right.some(([start = 0, end = 0]) => from >= start && to <= end)) return [];
    const replacement = rule.preferred && asCapital(rule, words);
    const message = rule.reason || (replacement ? `The house writes “${replacement}”.` : "The house avoids this.");
    return [{ id: rule.id, rule: rule.id, from, to, message, ...(replacement && { replacement }) }];
  });
}

/** At the beginning of a sentence the preferred form has a capital too. */
function asCapital({ preferred, avoid }: StyleRule, found: string): string {
  const isCapital = (word: string) => /^\p{Lu}/u.test(word);
  if (!isCapital(found) || isCapital(avoid)) return preferred;
  return preferred.charAt(0).toUpperCase() + preferred.slice(1);
}

/** Quotations that do not say whose words they are. */
function unattributed({ body }: Told): Finding[] {
  return body.blocks.flatMap((block, index): Finding[] => {
    if (block.type !== "quote" || block.attrs.attribution.trim()) return [];
    const text = passagesOf({ headline: "", standfirst: "", body: { version: 1, blocks: [block] } })
      .map((passage) => passage.text)
      .join(" ")
      .trim();
    if (!text) return [];
    const where = { block: index, path: [], attr: ["attribution"], from: 0, to: 0 };
    const id = `quotation:${text.slice(0, 80)}`;
    return [{ id, rule: "quotation", where, text, message: "Say whose words these are." }];
  });
}
