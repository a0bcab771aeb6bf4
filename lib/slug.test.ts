import { describe, expect, test } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  test("folds diacritics, quotation marks and punctuation into plain words", () => {
    expect(slugOf("“We aren’t done yet” – Zoë Ålund’s last crossing")).toBe(
      "we-arent-done-yet-zoe-alunds-last-crossing",
    );
  });

  test("cuts a long text at a word", () => {
    const slug = slugOf("the harbour ".repeat(20));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/(harbour|the)$/);
  });

  test("is empty where nothing is left", () => {
    expect(slugOf("“…”")).toBe("");
  });
});
