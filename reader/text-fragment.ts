/** The longest passage that is named word for word, in characters; of a longer one its beginning and its end are. */
const LONGEST_EXACT = 160;
/** In how many words a beginning, an end or a neighbourhood is named: as few as tell the place from others. */
const FEWEST = 3;
const MOST = 16;
/** Marks alone are found by no browser. */
const WORD = /[\p{L}\p{N}]/u;

/** What a document says, its blocks parted by "\n" and its words by single spaces, and a passage of it. */
export type Passage = { text: string; from: number; to: number };

type Fragment = { prefix?: string; start: string; end?: string; suffix?: string };

/**
 * The directive that leads to a passage, such as "text=the%20bridge,reopened": what stands after `#:~:`. Browsers look for
 * whole words, so the passage grows to them.
 * https://wicg.github.io/scroll-to-text-fragment/
 * @returns null if the passage holds no words
 */
export function textDirective(passage: Passage, language?: string): string | null {
  const { text, from, to } = wholeWords(passage, language);
  if (!WORD.test(text.slice(from, to))) return null;
  let last: Fragment | undefined;
  for (const fragment of fragments({ text, from, to })) {
    last = fragment;
    const found = find(text, fragment);
    if (found?.from === from && found.to === to) break;
  }
  return last ? `text=${written(last)}` : null;
}

/** Ways to name the passage, shortest first. */
function* fragments({ text, from, to }: Passage): Generator<Fragment> {
  const said = text.slice(from, to);
  let named: Fragment = { start: said };
  if (said.includes("\n") || said.length > LONGEST_EXACT) {
    const lines = said.split("\n").map(wordsIn);
    const [first = [], last = []] = lines.length > 1 ? [lines[0], lines.at(-1)] : halves(lines[0] ?? []);
    for (let n = FEWEST; n <= MOST; n++) {
      named = { start: first.slice(0, n).join(" "), end: last.slice(-n).join(" ") };
      yield named;
    }
  } else yield named;
  // A neighbour of a passage at the edge of its block stands in the next block.
  const before = wordsIn(text.slice(0, from).trimEnd().split("\n").at(-1) ?? "");
  const after = wordsIn(text.slice(to).trimStart().split("\n")[0] ?? "");
  for (let n = 1; n <= MOST; n++) {
    const [prefix, suffix] = [before.slice(-n).join(" "), after.slice(0, n).join(" ")];
    if (WORD.test(prefix)) yield { ...named, prefix };
    if (WORD.test(suffix)) yield { ...named, prefix: WORD.test(prefix) ? prefix : "", suffix };
  }
}

/** Where a browser finds a fragment: the first place there is. */
function find(text: string, { prefix = "", start, end, suffix = "" }: Fragment): { from: number; to: number } | null {
  const follows = (at: number) => text.slice(at).trimStart().toLowerCase().startsWith(suffix.toLowerCase());
  for (const from of placesOf(start, text)) {
    if (!text.slice(0, from).trimEnd().toLowerCase().endsWith(prefix.toLowerCase())) continue;
    const after = from + start.length;
    if (end === undefined) {
      if (follows(after)) return { from, to: after };
      continue;
    }
    const at = placesOf(end, text).find((place) => place >= after && follows(place + end.length));
    if (at !== undefined) return { from, to: at + end.length };
  }
  return null;
}

function placesOf(words: string, text: string): number[] {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return [...text.matchAll(new RegExp(literal, "giu"))].map((match) => match.index);
}

function wholeWords({ text, from, to }: Passage, language?: string): Passage {
  const chosen = text.slice(from, to);
  let start = from + (chosen.length - chosen.trimStart().length);
  let end = to - (chosen.length - chosen.trimEnd().length);
  if (start < end && "Segmenter" in Intl) {
    const segments = new Intl.Segmenter(language || undefined, { granularity: "word" }).segment(text);
    const [first, last] = [segments.containing(start), segments.containing(end - 1)];
    if (first?.isWordLike) start = first.index;
    if (last?.isWordLike) end = last.index + last.segment.length;
  }
  return { text, from: start, to: Math.max(start, end) };
}

function wordsIn(line: string): string[] {
  return line.split(" ").filter(Boolean);
}

function halves(words: string[]): [string[], string[]] {
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle), words.slice(middle)];
}

function written({ prefix, start, end, suffix }: Fragment): string {
  const terms = [prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`];
  return terms.filter(Boolean).join();
}

/** A hyphen, a comma and an ampersand part the terms of a directive: within one they are encoded. */
function encoded(words: string): string {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}
