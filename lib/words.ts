import { createTranslator } from "use-intl/core";
import ar from "./words/ar.json";
import en from "./words/en.json";

/** The words of readers' pages, in ICU's message format. A tongue that lacks one of English's does not compile. */
type Messages = Record<keyof typeof en, string>;
const TONGUES: Record<string, Messages> = { en, ar } satisfies Record<string, Messages>;

/** Says a thing by its key, in one tongue. */
export type Words = ReturnType<typeof translatorFor>;

const spoken = new Map<string, Words>();

/**
 * The words of readers' pages in a language, or in English where we have none in it. Numbers in them follow the language.
 * @param language a BCP 47 tag.
 */
export function wordsOf(language: string): Words {
  let words = spoken.get(language);
  if (!words) {
    words = translatorFor(language);
    spoken.set(language, words);
  }
  return words;
}

/** The tongue in which a language's pages speak: its own where we have its words, else "en". */
export function tongueOf(language: string): string {
  const [tongue = "en"] = language.toLowerCase().split("-");
  return tongue in TONGUES ? tongue : "en";
}

function translatorFor(language: string) {
  const tongue = tongueOf(language);
  const locale = language.toLowerCase().startsWith(tongue) ? language : tongue;
  return createTranslator<typeof en>({ locale, messages: (TONGUES[tongue] ?? en) as typeof en });
}
