import { expect, test } from "vitest";
import { isLanguage } from "./language";
import { languageNamed, languages, nameOf } from "./languages";

test("every language that is offered is one, and has a name", () => {
  for (const { tag, name } of languages()) {
    expect(isLanguage(tag), tag).toBe(true);
    expect(name, tag).not.toBe(tag);
  }
});

test("a language is found by its name in English, its own name, and its tag", () => {
  expect(languageNamed(" arabic")).toBe("ar");
  expect(languageNamed("العربية")).toBe("ar");
  expect(languageNamed("PT-br")).toBe("pt-BR");
  // Well formed as a tag, but nobody's.
  for (const text of ["Klingonese", "elvish", ""]) expect(languageNamed(text)).toBeUndefined();
  expect(nameOf("fi")).toBe("Finnish");
});
