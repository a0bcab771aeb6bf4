import { Moment } from "@/components/site/moment";
import type { Correction } from "@/domain/articles/story";
import type { Locale } from "@/lib/time";
import type { Words } from "@/lib/words";
import type { Tongue } from "./story-page";

/** What was put right in the story, each with its day and an address of its own. */
export function Corrections({
  of,
  words,
  house,
  locale,
}: {
  of: readonly Correction[];
  words: Words;
  house: Tongue;
  locale: Locale;
}) {
  return of.map(({ id, kind, text, publishedAt }) => (
    <section key={id} id={correctionAnchor(id)} aria-labelledby={`${correctionAnchor(id)}_kind`} className="correction">
      <p {...house} id={`${correctionAnchor(id)}_kind`}>
        <strong>{words(kind)}</strong>, <Moment at={publishedAt} style="day" locale={locale} />
      </p>
      <p>{text}</p>
    </section>
  ));
}

/** Where a correction stands in its story's page. */
export function correctionAnchor(id: string): string {
  return `correction_${id}`;
}
