import type { Spotted } from "./checking";
import { baseOf } from "./marks";
import type { Passage } from "./passages";

/** Languages in which a name has one form, and nouns have no capitals: in others two forms of it are no mistake. */
const UNCHANGING: ReadonlySet<string> = new Set(["en", "fr", "es", "it", "pt", "nl", "da", "nb", "nn", "no", "sv"]);

/** Shorter names are too often those of two people. */
const SHORTEST = 5;
/** From this length on two letters may differ. */
const LONG = 8;

type Seen = { passage: Passage; from: number; word: string };

/**
 * Names that stand in the text in two spellings. Which one is right nobody knows but those who are credited; else it is
 * the one that stands there more often, or first.
 */
export function namesSpelledTwoWays(
  passages: readonly Passage[],
  language: string,
  credited: readonly string[],
): (Spotted & { passage: Passage })[] {
  if (!UNCHANGING.has(baseOf(language))) return [];
  const known = new Set(credited.flatMap((name) => name.match(/\p{L}{2,}/gu) ?? []));
  const seen = namesIn(passages, known);
  const count = (word: string) => (known.has(word) ? Number.POSITIVE_INFINITY : (seen.get(word)?.length ?? 0));
  const byLetter = new Map<string, string[]>();
  for (const word of new Set([...seen.keys(), ...known])) {
    byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);
  }
  return [...seen].flatMap(([word, places]) => {
    if (known.has(word)) return [];
    // The names in `seen` stand in the order of the text.
    const right = (byLetter.get(word.charAt(0)) ?? [])
      .filter((other) => other !== word && count(other) >= places.length && isAlike(word, other))
      .filter((other) => count(other) > places.length || isBefore(seen, other, word))
      .sort((a, b) => count(b) - count(a))[0];
    if (!right || isCalendar(word, language) || isCalendar(right, language)) return [];
    return places.map(({ passage, from }) => ({
      passage,
      id: `name:${word}/${right}`,
      rule: "name",
      from,
      to: from + word.length,
      message: known.has(right) ? `Those credited are called “${right}”.` : `Elsewhere it is “${right}”.`,
      replacement: right,
    }));
  });
}

function isBefore(seen: Map<string, Seen[]>, one: string, other: string): boolean {
  const order = [...seen.keys()];
  return order.indexOf(one) < order.indexOf(other);
}

/** Words with a capital that is not that of a sentence, and that never stand without one; where each stands. */
function namesIn(passages: readonly Passage[], known: ReadonlySet<string>): Map<string, Seen[]> {
  const seen = new Map<string, Seen[]>();
  const within = new Set<string>();
  const common = new Set<string>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(/\p{L}+/gu)) {
      const [word] = match;
      if (!/^\p{Lu}/u.test(word)) {
        common.add(word);
        continue;
      }
      if (word.length < SHORTEST || word === word.toUpperCase()) continue;
      const begins = /(^|[.!?:…“”"‘«„(\n\ufffc–—-])\s*$/u.test(
        passage.text.slice(Math.max(0, match.index - 4), match.index),
      );
      if (!begins && !passage.isHeading) within.add(word);
      const places = seen.get(word) ?? [];
      places.push({ passage, from: match.index, word });
      seen.set(word, places);
    }
  }
  for (const word of seen.keys()) {
    if (!known.has(word) && (!within.has(word) || common.has(word.toLowerCase()))) seen.delete(word);
  }
  return seen;
}

/** Whether two names are so alike that they may be one. */
function isAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const most = short.length >= LONG ? 2 : 1;
  if (long.length - short.length > most) return false;
  // "German" and "Germany", "Russia" and "Russian": but a doubled last letter is a slip.
  if (long.startsWith(short) && long.at(-1) !== short.at(-1)) return false;
  // "Maria" and "Marie" are two people.
  if (short.length === long.length && short.slice(0, -1) === long.slice(0, -1)) return false;
  return distance(short, long) <= most;
}

/** How many letters to change, add, leave out or swap with the next, to make one word the other. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

const calendars = new Map<string, Set<string>>();

/** Days and months are alike, and are no names. */
function isCalendar(word: string, language: string): boolean {
  let calendar = calendars.get(language);
  if (!calendar) {
    const days = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    const months = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    const words = Array.from({ length: 12 }, (_, n) => [
      days.format(new Date(Date.UTC(2026, 0, n + 1))),
      months.format(new Date(Date.UTC(2026, n, 1))),
    ]);
    calendar = new Set(words.flat().map((each) => each.toLowerCase()));
    calendars.set(language, calendar);
  }
  const lower = word.toLowerCase();
  return calendar.has(lower) || (lower.endsWith("s") && calendar.has(lower.slice(0, -1)));
}
