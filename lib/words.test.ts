import { describe, expect, test } from "vitest";
import { tongueOf, wordsOf } from "./words";
import ar from "./words/ar.json";
import en from "./words/en.json";

describe("words", () => {
  test("every tongue says all that English says, with the same values in it", () => {
    const valuesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
    expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      expect(valuesIn(ar[key as keyof typeof ar]), key).toEqual(valuesIn(text));
    }
  });

  test("a language without words of its own speaks English", () => {
    expect(tongueOf("fi")).toBe("en");
    expect(wordsOf("fi")("page", { page: 3 })).toBe("Page 3");
    expect(wordsOf("ar-EG")("pages")).toBe("الصفحات");
  });
});
