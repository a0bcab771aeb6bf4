import { formatNumber } from "@/lib/language";
import type { Locale } from "@/lib/time";
import { type Words, wordsOf } from "@/lib/words";

/** What blocks have to know of the page on which they stand. */
export type BlockSetting = {
  /** The words of the page, and its numbers: those of the publication, whatever tongue the story is in. */
  words: Words;
  number: (value: number) => string;
  locale: Locale;
  /** Whether somebody paid for what stands here: search engines are told so of its links. */
  sponsored: boolean;
};

export function blockSetting(locale: Locale, sponsored = false): BlockSetting {
  const { language } = locale;
  return { words: wordsOf(language), number: (value) => formatNumber(value, language), locale, sponsored };
}
