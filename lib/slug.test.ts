import { describe, expect, test } from "vitest";
import { isSlug, keptSlug, legible, slugOf, typedSlug } from "./slug";

describe("slugOf", () => {
  test("folds diacritics, quotation marks and punctuation into plain words", () => {
    expect(slugOf("“We aren’t done yet” – Zoë Ålund’s last crossing")).toBe(
      "we-arent-done-yet-zoe-alunds-last-crossing",
    );
    expect(slugOf("Мост снова открыт")).toBe("most-snova-otkryt");
  });

  test.each([
    ["東京の朝、2026年", "東京の朝-2026年"],
    ["الميناء يُفتح من جديد", "الميناء-يُفتح-من-جديد"],
    ["नमस्ते दुनिया", "नमस्ते-दुनिया"],
    ["ＡＢＣニュース: Harbour reopens", "abcニュース-harbour-reopens"],
    ["می‌خواهم", "می-خواهم"],
    ["מזג האוויר", "מזג-האוויר"],
  ])("keeps the letters of %s", (text, slug) => {
    expect(legible(slugOf(text))).toBe(slug);
    expect(slugOf(text)).toMatch(/^[a-zA-Z0-9%-]+$/);
    expect(isSlug(slugOf(text))).toBe(true);
    expect(typedSlug(slug)).toBe(slugOf(text));
  });

  test("cuts a long text at a word", () => {
    const slug = slugOf("the harbour ".repeat(20));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/(harbour|the)$/);
  });

  test("cuts a long text of other letters between two of them, and short enough to be asked for", () => {
    const slug = slugOf("港".repeat(200));
    expect(slug.length).toBeLessThanOrEqual(240);
    expect(legible(slug)).toMatch(/^港{20,}$/);
  });

  test("is empty where nothing is left", () => {
    expect(slugOf("“…”")).toBe("");
  });
});

test("a part of an address is its slug, decoded or not", () => {
  for (const part of ["東京", "%E6%9D%B1%E4%BA%AC", "%e6%9d%b1%e4%ba%ac"]) expect(keptSlug(part)).toBe(slugOf("東京"));
  expect(keptSlug("bridge-reopens")).toBe("bridge-reopens");
  for (const part of ["@ada", "%40ada"]) expect(keptSlug(part)).toBe("%40ada");
  for (const part of ["100%", "100%25"]) expect(keptSlug(part)).toBe("100%25");
});

describe("isSlug", () => {
  test.each(["bridge-reopens", "9-13", "%E6%B8%AF", "%D8%A7-2"])("%s is one", (slug) =>
    expect(isSlug(slug)).toBe(true),
  );

  test.each([
    "",
    "-a",
    "a--b",
    "A",
    "a b",
    "a%20b",
    "a%2Fb",
    "%2E%2E",
    "..",
    "%e6%b8%af",
    "港",
    "%61",
    "%E6%B8",
    "%",
    "a%3Fb",
    "a%23b",
    "%F0%9F%A6%84",
  ])("%s is none", (slug) => expect(isSlug(slug)).toBe(false));
});
