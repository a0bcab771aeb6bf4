import type { Retraction } from "@/domain/articles/story";
import { formatInstant, type Locale } from "@/lib/time";
import type { Words } from "@/lib/words";
import type { Tongue } from "./story-page";

/** That a story does not hold, since when, and why. */
export function RetractionNotice({
  of,
  words,
  house,
  locale,
}: {
  of: Retraction;
  words: Words;
  house: Tongue;
  locale: Locale;
}) {
  return (
    <section aria-labelledby="retraction" className="correction retraction">
      <p {...house} id="retraction">
        <strong>{words("retractedOn", { day: formatInstant(of.at, "day", locale) })}</strong>
      </p>
      <p dir="auto">{of.reason}</p>
    </section>
  );
}
