import { correctionAnchor } from "@/components/article/corrections";
import type { CorrectionEntry } from "@/domain/articles/ledger";
import { directionOf } from "@/lib/language";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { Moment } from "./moment";

/** What was corrected in the paper, each with its story. */
export function CorrectionList({ entries, locale }: { entries: readonly CorrectionEntry[]; locale: Locale }) {
  const words = wordsOf(locale.language);
  return (
    <ul className="ledger">
      {entries.map(({ id, kind, text, at, path, headline, language }) => (
        <li key={id} className={kind === "retraction" ? "retraction-entry" : "correction-entry"}>
          <h2>
            <a
              href={kind === "retraction" ? path : `${path}#${correctionAnchor(id)}`}
              className="prose-link"
              {...(language ? { lang: language, dir: directionOf(language) } : {})}
            >
              {headline}
            </a>
          </h2>
          <p className="when">
            <strong>{words(kind)}</strong>, <Moment at={at} style="full" locale={locale} />
          </p>
          <p dir="auto" className="note">
            {text}
          </p>
          <p className="aside">
            <a href={routes.history(path)} className="prose-link">
              {words("history")}
              <span className="sr-only">: {headline}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
