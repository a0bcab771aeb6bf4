import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, compareLines, compareWords, type Line, type Piece, type Row } from "./comparing";

const line = (text: string, kind: Line["kind"] = "text"): Line => ({ kind, text });
const textOf = (pieces: readonly Piece[], without: Piece["is"]) =>
  pieces
    .filter(({ is }) => is !== without)
    .map(({ text }) => text)
    .join("");

describe("words", () => {
  test("what went stands before what came, and a phrase is one change", () => {
    expect(compareWords("The bridge opened in 1911.", "The old bridge opened in 1912.")).toEqual([
      { is: "same", text: "The " },
      { is: "added", text: "old " },
      { is: "same", text: "bridge opened in " },
      { is: "removed", text: "1911" },
      { is: "added", text: "1912" },
      { is: "same", text: "." },
    ]);
    expect(compareWords("It was very cold indeed.", "It was rather warm now.")).toEqual([
      { is: "same", text: "It was " },
      { is: "removed", text: "very cold indeed" },
      { is: "added", text: "rather warm now" },
      { is: "same", text: "." },
    ]);
  });

  test("Arabic is compared by words, not by letters", () => {
    expect(compareWords("افتتح الجسر اليوم", "افتتح الجسر أمس")).toEqual([
      { is: "same", text: "افتتح الجسر " },
      { is: "removed", text: "اليوم" },
      { is: "added", text: "أمس" },
    ]);
  });

  test("both texts can be read from it, whatever they are", () => {
    const words = fc.array(fc.constantFrom("a", "b", "the", "fog", " ", "  ", ".", "é", "جسر"), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const pieces = compareWords(before, after);
        expect(textOf(pieces, "added")).toBe(before);
        expect(textOf(pieces, "removed")).toBe(after);
      }),
    );
  });

  test("a passage of a hundred thousand words takes no time worth telling", () => {
    const long = Array.from({ length: 100_000 }, (_, n) => `w${n % 977}`).join(" ");
    const started = performance.now();
    expect(compareWords(long, `${long} end`)).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe("passages", () => {
  test("a changed one is told as changed, a new one as put in, and what is the same is counted", () => {
    const before = [line("One."), line("The ferry leaves at six each day."), line("Three.")];
    const after = [
      line("One."),
      line("The ferry leaves at seven each day."),
      line("A wholly other thing."),
      line("Three."),
    ];
    expect(compareLines(before, after).map((row) => (row.is === "same" ? row.count : row.is))).toEqual([
      1,
      "changed",
      "added",
      1,
    ]);
  });

  test("another picture is no change of the one before", () => {
    const picture = (assetId: string): Line => ({ kind: "picture", text: "The bridge", assetId });
    expect(compareLines([picture("a")], [picture("b")]).map(({ is }) => is)).toEqual(["removed", "added"]);
  });

  test("every passage of both is told once, in order, whatever they are", () => {
    const texts = fc.array(fc.constantFrom("a b c d", "a b c e", "x y z", "q", ""), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const rows = compareLines(
          one.map((text) => line(text)),
          other.map((text) => line(text)),
        );
        const count = (row: Row, side: "removed" | "added") =>
          row.is === "same" ? row.count : row.is === "changed" || row.is === side ? 1 : 0;
        expect(rows.reduce((sum, row) => sum + count(row, "removed"), 0)).toBe(one.length);
        expect(rows.reduce((sum, row) => sum + count(row, "added"), 0)).toBe(other.length);
      }),
    );
  });

  test("a story of 2,000 passages, all of them changed, is told in bounded time", () => {
    const story = (mark: string) =>
      Array.from({ length: 2000 }, (_, n) => line(`Passage ${n} says ${mark} of the fog.`));
    const started = performance.now();
    expect(compareLines(story("this"), story("that")).length).toBeGreaterThan(2000 - 1);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

test("fields that are the same are left out", () => {
  const sheet = (headline: string) => [
    { field: "headline", lines: [line(headline)] },
    { field: "standfirst", lines: [line("The same.")] },
  ];
  expect(compare(sheet("Fog"), sheet("Fog lifts")).map(({ field }) => field)).toEqual(["headline"]);
  expect(compare(sheet("Fog"), sheet("Fog"))).toEqual([]);
});
