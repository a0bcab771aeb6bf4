import { diffArrays } from "diff";

/**
 * What two texts of a story say differently, by fields, passages and words: for readers' history and for the newsroom's.
 * Pure: what it compares is made by legible.ts.
 */

/** What a line of a story is. */
export type LineKind =
  | "text"
  | "heading"
  | "item"
  | "quote"
  | "pullQuote"
  | "rule"
  | "picture"
  | "alt"
  | "caption"
  | "credit"
  | "title"
  | "point"
  | "row"
  | "embed"
  | "audio"
  | "video"
  | "document"
  | "link"
  | "story"
  | "note";

/** A passage in words. Two lines are the same where all of this is. */
export type Line = { kind: LineKind; text: string; assetId?: string };

/** A field of a story as lines. */
export type Sheet<Field extends string = string> = readonly { field: Field; lines: readonly Line[] }[];

/** A run of words that both have, or only the older or the newer one. */
export type Piece = { is: "same" | "removed" | "added"; text: string };

/** A passage that was put in, taken out or changed; or how many stand between that are as they were. */
export type Row =
  | { is: "added" | "removed"; line: Line }
  | { is: "changed"; line: Line; pieces: Piece[] }
  | { is: "same"; count: number };

export type FieldChange<Field extends string = string> = { field: Field; rows: Row[] };

/** So alike are two passages at least, of 1, that the one is told as a change of the other. */
const ALIKE = 0.35;
/** More pairs of passages, or more words of one, are not looked through: the whole is then told as replaced. */
const MOST_PAIRS = 10_000;
const MOST_WORDS = 4000;
/** More changes than this, in one passage or among all, are not told apart. */
const MOST_EDITS = 1500;

/** The fields in which they differ, in the order of the newer one. */
export function compare<Field extends string>(before: Sheet<Field>, after: Sheet<Field>): FieldChange<Field>[] {
  return after.flatMap(({ field, lines }) => {
    const old = before.find((each) => each.field === field)?.lines ?? [];
    const rows = compareLines(old, lines);
    return rows.some(({ is }) => is !== "same") ? [{ field, rows }] : [];
  });
}

/** What became of the lines. */
export function compareLines(before: readonly Line[], after: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let gone: Line[] = [];
  const parts = diffArrays([...before], [...after], { comparator: isSameLine, maxEditLength: MOST_EDITS });
  if (!parts) return replaced(before, after);
  for (const { value, removed, added } of parts) {
    if (removed) gone.push(...value);
    else if (added) {
      rows.push(...replaced(gone, value));
      gone = [];
    } else {
      rows.push(...gone.map((line): Row => ({ is: "removed", line })));
      // Where its links lead stands below a text: that is no passage of it.
      const count = value.filter(({ kind }) => kind !== "link").length;
      if (count > 0) rows.push({ is: "same", count });
      gone = [];
    }
  }
  return [...rows, ...gone.map((line): Row => ({ is: "removed", line }))];
}

function isSameLine(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.text === other.text && one.assetId === other.assetId;
}

/** Passages in the place of others: those that are alike are told as changed, the rest as taken out and put in. */
function replaced(gone: readonly Line[], come: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let [from, to] = [0, 0];
  const takeUntil = (i: number, j: number) => {
    for (; from < i; from++) rows.push({ is: "removed", line: gone[from] as Line });
    for (; to < j; to++) rows.push({ is: "added", line: come[to] as Line });
  };
  for (const [i, j] of pairsOf(gone, come)) {
    takeUntil(i, j);
    const line = come[j] as Line;
    rows.push({ is: "changed", line, pieces: compareWords((gone[i] as Line).text, line.text) });
    [from, to] = [i + 1, j + 1];
  }
  takeUntil(gone.length, come.length);
  return rows;
}

/** Which of the passages are the same ones changed: the pairs, in order, that are most alike in all. */
function pairsOf(gone: readonly Line[], come: readonly Line[]): [number, number][] {
  if (gone.length * come.length > MOST_PAIRS) return [];
  const [olds, news] = [gone.map(bagOf), come.map(bagOf)];
  const alike = (i: number, j: number) => {
    const [one, other] = [gone[i] as Line, come[j] as Line];
    if (one.kind !== other.kind || one.assetId !== other.assetId) return 0;
    const likeness = likenessOf(olds[i] as Bag, news[j] as Bag);
    return likeness >= ALIKE ? likeness : 0;
  };
  // best[i][j]: the most likeness among those from i and from j on.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const scores = gone.map((_, i) => come.map((_, j) => alike(i, j)));
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0;
      const row = best[i] as Float64Array;
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), score > 0 ? score + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < gone.length && j < come.length; ) {
    const score = scores[i]?.[j] ?? 0;
    if (score > 0 && at(i, j) === score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

type Bag = { counts: Map<string, number>; size: number };

function bagOf({ text }: Line): Bag {
  const words = wordsIn(text.slice(0, 20_000)).filter((word) => word.trim());
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** How many of their words two have in common, from 0 to 1. */
function likenessOf(one: Bag, other: Bag): number {
  if (one.size === 0 && other.size === 0) return 1;
  let common = 0;
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0);
  return (2 * common) / (one.size + other.size);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** A text as words, spaces and marks, in whatever script: together they are the text. */
function wordsIn(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Word by word, what of a passage went and what came: what went stands first. */
export function compareWords(before: string, after: string): Piece[] {
  const whole: Piece[] = [
    { is: "removed", text: before },
    { is: "added", text: after },
  ];
  const [olds, news] = [wordsIn(before), wordsIn(after)];
  if (olds.length > MOST_WORDS || news.length > MOST_WORDS) return whole.filter(({ text }) => text !== "");
  const parts = diffArrays(olds, news, { maxEditLength: MOST_EDITS });
  if (!parts) return whole;
  const pieces = parts.map(
    ({ value, removed, added }): Piece => ({
      is: removed ? "removed" : added ? "added" : "same",
      text: value.join(""),
    }),
  );
  return tidied(pieces);
}

/** A space alone between two changes belongs to both: else every word of a new phrase would be marked for itself. */
function tidied(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = [];
  let change = { removed: "", added: "" };
  const flush = () => {
    if (change.removed) told.push({ is: "removed", text: change.removed });
    if (change.added) told.push({ is: "added", text: change.added });
    change = { removed: "", added: "" };
  };
  pieces.forEach(({ is, text }, index) => {
    const next = pieces[index + 1];
    if (is !== "same") change[is] += text;
    else if (text.trim() === "" && next && (change.removed || change.added)) {
      change.removed += text;
      change.added += text;
    } else {
      flush();
      told.push({ is, text });
    }
  });
  flush();
  return told;
}
