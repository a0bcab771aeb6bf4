import { describe, expect, test } from "vitest";
import { textDirective } from "./text-fragment";

/** The directive for the n-th place of these words, which may begin or end within a word. */
function leadTo(words: string, { text = TEXT, nth = 0, language = "en" } = {}) {
  let from = -1;
  for (let n = 0; n <= nth; n++) from = text.indexOf(words, from + 1);
  const directive = textDirective({ text, from, to: from + words.length }, language);
  return directive && decodeURIComponent(directive);
}

const TEXT = [
  "The bridge reopens",
  "The bridge reopens on Monday, the council said. Nobody expected it.",
  "Traders on the west side are glad; traders on the east side are not.",
  "“We waited,” said one. “Nobody expected it.”",
].join("\n");

describe("textDirective", () => {
  test("names a passage that stands once by its words", () => {
    expect(leadTo("the council said")).toBe("text=the council said");
  });

  test("grows to whole words, for browsers find no others", () => {
    expect(leadTo("ouncil sai")).toBe("text=council said");
    expect(leadTo(" the council ")).toBe("text=the council");
  });

  test("leads to the first of several without more words, and to a later one by its neighbours", () => {
    expect(leadTo("Nobody expected it")).toBe("text=Nobody expected it");
    expect(leadTo("Nobody expected it", { nth: 1 })).toBe("text=one. “-,Nobody expected it");
    expect(leadTo("The bridge reopens", { nth: 1 })).toMatch(/^text=(reopens-,)?The bridge reopens(,-on)?$/);
  });

  test("takes the next block for a neighbour at the edge of its own", () => {
    const text = "Yes\nNo\nYes\nPerhaps";
    expect(leadTo("Yes", { text, nth: 1 })).toBe("text=No-,Yes");
  });

  test("takes no upper-case word for another than its lower-case one, as browsers do", () => {
    expect(leadTo("traders", { nth: 0 })).toBe("text=glad;-,traders");
  });

  test("names a passage over several blocks by its beginning and end", () => {
    const from = TEXT.indexOf("Nobody");
    const to = TEXT.indexOf("“We") - 1;
    const directive = decodeURIComponent(textDirective({ text: TEXT, from, to }, "en") ?? "");
    expect(directive).toBe("text=Nobody expected it.,side are not.");
  });

  test("names a long passage of one block by its beginning and end, which never overlap", () => {
    const long = `${"word ".repeat(50)}last of it`;
    const text = `Before.\nOne two three ${long}\nAfter.`;
    expect(leadTo(`One two three ${long}`, { text })).toBe("text=One two three,last of it");
  });

  test("lengthens an end that stands earlier too", () => {
    const text = `It began well. Then it was over. ${"And on it goes. ".repeat(10)}At last it was over. Then more.`;
    expect(leadTo(text.slice(0, text.indexOf(" Then more")), { text })).toBe(
      "text=It began well. Then,last it was over.",
    );
  });

  test("encodes what would part the terms", () => {
    const text = "Well-known, R&D: 50% of #1";
    expect(textDirective({ text, from: 0, to: text.length }, "en")).toBe(
      "text=Well%2Dknown%2C%20R%26D%3A%2050%25%20of%20%231",
    );
  });

  test("keeps Arabic, Chinese and combining marks whole", () => {
    expect(leadTo("فتح الجس", { text: "أعيد فتح الجسر أمس", language: "ar" })).toBe("text=فتح الجسر");
    expect(leadTo("重新开", { text: "大桥重新开放了。", language: "zh" })).toContain("重新");
    const text = "Sa\u0303o Tome\u0301 hoje";
    expect(leadTo("o Tome", { text, language: "pt" })).toBe("text=Sa\u0303o Tome\u0301");
  });

  test("is null where nothing is said", () => {
    expect(textDirective({ text: "One — two", from: 4, to: 5 }, "en")).toBeNull();
    expect(textDirective({ text: "One", from: 1, to: 1 }, "en")).toBeNull();
  });
});
