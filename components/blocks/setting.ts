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
  const format = new Intl.NumberFormat(locale.language);
  return { words: wordsOf(locale.language), number: (value) => format.format(value), locale, sponsored };
}
