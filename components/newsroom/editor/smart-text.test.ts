import { expect, test } from "vitest";
import { smartened } from "./smart-text";

/** A text as it stands once it was typed letter by letter. */
function typed(text: string, language: string): string {
  let written = "";
  for (const letter of text) {
    written += letter;
    const smart = smartened(written, language);
    if (smart) written = written.slice(0, -smart.replaced.length) + smart.by;
  }
  return written;
}

test.each([
  ["en", `"It's 'fine'," she said.`, "“It’s ‘fine’,” she said."],
  ["en-GB", `("Yes")`, "(“Yes”)"],
  ["de", `"Es ist 'gut'", sagte sie.`, "„Es ist ‚gut‘“, sagte sie."],
  ["de-CH", `"Ja"`, "«Ja»"],
  ["de-AT", `"Ja"`, "„Ja“"],
  ["fr", `"L'eau"`, "«\u202fL’eau\u202f»"],
  ["fr", `" L'eau "`, "«\u202fL’eau\u202f»"],
  ["fr-CA", `"L'eau"`, "«\u202fL’eau\u202f»"],
  ["it", `"Un'altra"`, "«Un’altra»"],
  ["fi", `"Hyvä"`, "”Hyvä”"],
  ["sv", `"Det är 'bra'"`, "”Det är ’bra’”"],
  ["pl", `"Tak"`, "„Tak”"],
  ["ru", `"Да, 'так'"`, "«Да, „так“»"],
  ["ar", `"نعم"`, "«نعم»"],
  ["ja", `"はい"`, "「はい」"],
  ["cy", `"Ie"`, "“Ie”"],
])("Quotes of %s: %s", (language, text, printed) => {
  expect(typed(text, language)).toBe(printed);
});

test.each([
  ["en", "Rain -- and wind", "Rain – and wind"],
  ["en-US", "Rain--and wind", "Rain—and wind"],
  ["es", "Lluvia -- y viento", "Lluvia — y viento"],
  ["en-US", "1990--95", "1990–95"],
  ["en", "Rain---and wind", "Rain—and wind"],
  ["en", "a well-known man", "a well-known man"],
  ["en", "So... on", "So… on"],
  ["en", "So.... on", "So…. on"],
])("Dashes and stops of %s: %s", (language, text, printed) => {
  expect(typed(text, language)).toBe(printed);
});

test("Three hyphens that begin a paragraph are left for a divider", () => {
  expect(typed("---", "en")).toBe("---");
});
