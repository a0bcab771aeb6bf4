import { type Term, termsOf } from "./terms";

/** Terms in a row. Where `open`, the last one is only a beginning. */
export type Phrase = { terms: string[]; open?: boolean };

/** What is asked: each of `all` in at least one of its forms, and nothing of `none`. */
export type Query = { all: Phrase[][]; none: Phrase[] };

/**
 * How much of what was typed is read: strangers pay nothing for what they ask. In characters; in words and phrases; in
 * terms of one phrase.
 */
const READ = 200;
const MOST_PARTS = 8;
const MOST_TERMS = 10;
/** How many letters a beginning must have: fewer would stand for half of all words. */
const SHORTEST_BEGINNING = 2;

const PART = /(?<not>(?<!\S)-)?(?:"(?<quoted>[^"]*)"?|(?<word>[^\s"]+))/gu;

/** What was typed into a search, as readQuery understands it; null where no word is asked for. */
export function queryOf(typed: string): Query | null {
  const query = readQuery(typed);
  return query.all.length > 0 ? query : null;
}

/**
 * Understands what was typed into a search: words that must all be there, "words in a row", -words that must not. The
 * last word may be unfinished, and so may any that ends in *. Whatever else was typed means nothing, and is never wrong.
 */
export function readQuery(typed: string): Query {
  const text = typed
    .slice(0, READ)
    .replace(/[“”„«»「」『』＂]/g, '"')
    .trim();
  const parts = [...text.matchAll(PART)];
  const query: Query = { all: [], none: [] };
  for (const [index, { groups }] of parts.entries()) {
    const terms = termsOf(groups?.quoted ?? groups?.word ?? "");
    if (terms.length === 0) continue;
    if (groups?.not) query.none.push(phraseOf(terms));
    else if (groups?.quoted !== undefined) query.all.push([phraseOf(terms)]);
    else {
      const word = groups?.word ?? "";
      query.all.push(...wordsIn(word, index === parts.length - 1 || word.endsWith("*")));
    }
    if (query.all.length + query.none.length >= MOST_PARTS) break;
  }
  return { ...query, all: query.all.slice(0, MOST_PARTS) };
}

/** Whether anything is asked for at all. */
export function isAsking(typed: string): boolean {
  return queryOf(typed) !== null;
}

/** The same search for stories that hold any of the words. */
export function looserQuery({ all, none }: Query): Query {
  return { all: [all.flat()], none };
}

/** All forms that a query looks for, for marking them in texts. */
export function phrasesOf({ all }: Query): Phrase[] {
  return all.flat();
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** What was typed between two blanks: one word, or several where a script sets none. */
function wordsIn(typed: string, unfinished: boolean): Phrase[][] {
  const terms = termsOf(typed).slice(0, READ);
  if (terms.every(({ pair }) => pair)) {
    const parts = [...words.segment(typed)].map(({ segment }) => termsOf(segment)).filter((part) => part.length > 0);
    // Between words a single sign is a particle; alone it is what is looked for.
    const telling = parts.filter((part) => part.length > 1);
    return (telling.length > 0 ? telling : parts).map((part) => [phraseOf(part)]);
  }
  const whole = phraseOf(terms);
  const last = terms.at(-1);
  if (!unfinished || !last || last.pair || last.beginning.length < SHORTEST_BEGINNING) return [[whole]];
  return [[whole, { terms: [...whole.terms.slice(0, -1), last.beginning], open: true }]];
}

function phraseOf(terms: Term[]): Phrase {
  const kept = terms.slice(0, MOST_TERMS);
  const [before, last] = [kept.at(-2), kept.at(-1)];
  const words = kept.map(({ term }) => term);
  if (!last?.pair || Array.from(last.term).length > 1) return { terms: words };
  // The last sign of a run: in a longer run it has another after it, and stands in the pair before it all the same.
  return before?.pair && before.end === last.end ? { terms: words.slice(0, -1) } : { terms: words, open: true };
}
