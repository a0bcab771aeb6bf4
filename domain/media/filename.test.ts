import { expect, test } from "vitest";
import { attachment, cleanFilename } from "./filename";

test.each([
  ["C:\\Users\\me\\harbour\u0000.jpg", "harbour.jpg"],
  ["../../etc/passwd", "passwd"],
  ["a\r\nset-cookie: x=1.pdf", "aset-cookie: x=1.pdf"],
  ["photo\u202Egpj.exe", "photogpj.exe"],
  ["  Ångbåten “Alku”.jpg ", "Ångbåten “Alku”.jpg"],
  ['say "hi" & <b>.png', 'say "hi" & <b>.png'],
  ["👩‍🚒 fire.jpg", "👩‍🚒 fire.jpg"],
  ["می‌خواهم.pdf", "می‌خواهم.pdf"],
  ["lone \ud83d.png", "lone .png"],
  ["a\u2028b.png", "a b.png"],
  ["", "untitled"],
  ["\u202e\u200b", "untitled"],
])("%j is kept as %j", (given, kept) => {
  expect(cleanFilename(given)).toBe(kept);
});

test("a name of a thousand letters is cut between two of them, and keeps its ending", () => {
  for (const letter of ["x", "é", "😀"]) {
    const kept = cleanFilename(`${letter.repeat(1000)}.jpeg`);
    expect(kept).toMatch(/….jpeg$/u);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(kept.length).toBeGreaterThan(190);
    expect(kept).not.toMatch(/\p{Cs}/u);
  }
  expect(cleanFilename("y".repeat(1000))).toHaveLength(200);
});

test("a header names the file in ASCII, and whole, and nothing in a name leaves its quotes", () => {
  expect(attachment('Räk"na; a=b.pdf')).toBe(
    `attachment; filename="Rakna; a=b.pdf"; filename*=UTF-8''R%C3%A4k%22na%3B%20a%3Db.pdf`.replace("Rakna", "Rak_na"),
  );
  expect(attachment("تقرير.pdf")).toBe(
    `attachment; filename=".pdf"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf`,
  );
  expect(attachment("a'(1)*.pdf")).toContain("filename*=UTF-8''a%27%281%29%2A.pdf");
  expect(attachment("\n\r")).toMatch(/^[\x20-\x7e]+$/);
});
