import type { Phrase } from "./query";
import type { Segment } from "./search";
import { type Term, termsOf } from "./terms";

type Match = { phrase: number; start: number; end: number };

/** How long a fragment is, and how much of it stands before what was looked for, in characters. */
const LENGTH = 220;
const BEFORE = 60;

/** The whole text, with what was looked for marked. */
export function marked(text: string, phrases: readonly Phrase[]): Segment[] {
  return segments(text, 0, text.length, matchesIn(termsOf(text), phrases));
}

/**
 * The part of a text that says most of what was looked for, with that marked.
 * @returns null where the text says nothing of it.
 */
export function fragmentOf(text: string, phrases: readonly Phrase[]): Segment[] | null {
  const terms = termsOf(text);
  const matches = matchesIn(terms, phrases);
  const first = richest(matches);
  if (!first) return null;
  const from = terms.find(({ start }) => start >= first.start - BEFORE)?.start ?? first.start;
  const last = terms.findLast(({ end }) => end <= from + LENGTH)?.end ?? first.end;
  const to = Math.max(last, first.end);
  // What closes a sentence goes with it.
  const until = to + (/^[\p{P}\p{Pf}]+/u.exec(text.slice(to))?.[0].length ?? 0);
  const told = segments(text, from, until, matches);
  return [
    ...(from > (terms[0]?.start ?? 0) ? [{ text: "… ", marked: false }] : []),
    ...told,
    ...(until < text.trimEnd().length ? [{ text: " …", marked: false }] : []),
  ];
}

function matchesIn(terms: readonly Term[], phrases: readonly Phrase[]): Match[] {
  return terms.flatMap((first, at) =>
    phrases.flatMap((phrase, index) => {
      const last = phrase.terms.length - 1;
      const fits = phrase.terms.every((wanted, n) => {
        const term = terms[at + n]?.term;
        return term === wanted || (n === last && phrase.open && term?.startsWith(wanted));
      });
      return fits ? [{ phrase: index, start: first.start, end: terms[at + last]?.end ?? first.end }] : [];
    }),
  );
}

/** The match from which on most different ones stand together. */
function richest(matches: readonly Match[]): Match | undefined {
  let best: Match | undefined;
  let most = 0;
  for (const [index, match] of matches.entries()) {
    const together = new Set<number>();
    for (let n = index; n < matches.length; n++) {
      const other = matches[n];
      if (!other || other.end > match.start + LENGTH - BEFORE) break;
      together.add(other.phrase);
    }
    if (!best || together.size > most) [best, most] = [match, together.size];
  }
  return best;
}

function segments(text: string, from: number, to: number, matches: readonly Match[]): Segment[] {
  const told: Segment[] = [];
  const tell = (until: number, marked: boolean) => {
    if (until > at) told.push({ text: text.slice(at, until).replace(/\s+/g, " "), marked });
    at = Math.max(at, until);
  };
  let at = from;
  let open: Match | undefined;
  for (const match of matches) {
    if (match.start < from || match.end > to) continue;
    if (open && match.start <= open.end) {
      open = { ...open, end: Math.max(open.end, match.end) };
      continue;
    }
    if (open) tell(open.end, true);
    tell(match.start, false);
    open = match;
  }
  if (open) tell(open.end, true);
  tell(to, false);
  return told;
}
