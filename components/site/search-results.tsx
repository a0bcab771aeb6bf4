import { Picture } from "@/components/article/picture";
import { COUNTED, type SearchOrder, type SearchPage, type SearchResult, type Segment } from "@/domain/search/search";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { Moment } from "./moment";
import { Names } from "./names";
import { addressesOf } from "./search-narrowing";

type Found = { typed: string; order: SearchOrder; found: SearchPage; locale: Locale };

/** The stories found, with what they say of what was looked for, and the ways to the other pages. */
export function SearchResults({ typed, order, found, locale }: Found) {
  const words = wordsOf(locale.language);
  const at = addressesOf(typed, order, found.filters);
  const link = "inline-block min-h-11 border border-edge px-5 py-2.5 font-semibold hover:border-ink hover:bg-wash";
  return (
    <div>
      <p className="mb-5 font-sans text-sm text-muted">
        {found.uncounted ? words("searchMoreThan", { count: COUNTED }) : words("storiesCount", { count: found.count })}
      </p>
      <ResultList results={found.results} level={2} locale={locale} />
      {(found.page > 1 || found.hasMore) && (
        <nav
          aria-label={words("pages")}
          className="mt-10 flex flex-wrap items-center justify-between gap-4 font-sans text-[0.9375rem]"
        >
          {found.page > 1 ? (
            <a href={at({ page: found.page - 1 })} rel="prev" className={link}>
              {words("previousPage")}
            </a>
          ) : (
            <span />
          )}
          <p className="text-muted tabular-nums">{words("page", { page: found.page })}</p>
          {found.hasMore ? (
            <a href={at({ page: found.page + 1 })} rel="next" className={link}>
              {words("nextPage")}
            </a>
          ) : (
            <span />
          )}
        </nav>
      )}
    </div>
  );
}

/** What is said where no story was found: what else to try. */
export function NothingFound({ typed, order, found, locale }: Found) {
  const words = wordsOf(locale.language);
  const narrowed = Object.values(found.filters).some(Boolean);
  return (
    <div>
      <h2 className="text-2xl font-semibold tracking-[-0.01em] wrap-anywhere">
        {words("searchNone", { query: typed })}
      </h2>
      <p className="mt-2 max-w-prose text-lg text-muted">{words("searchNoneHint")}</p>
      {narrowed && (
        <p className="mt-3 text-lg">
          <a href={routes.search(typed, { order: order === "newest" ? order : null })} className="prose-link">
            {words("searchWithoutFilters")}
          </a>
        </p>
      )}
      {found.looser.length > 0 && (
        <section aria-labelledby="looserStories" className="mt-10 border-t-2 border-ink pt-3">
          <h2 id="looserStories" className="mb-5 text-xl font-semibold">
            {words("searchLooser")}
          </h2>
          <ResultList results={found.looser} level={3} locale={locale} />
        </section>
      )}
    </div>
  );
}

function ResultList({ results, level, locale }: { results: readonly SearchResult[]; level: 2 | 3; locale: Locale }) {
  return (
    <ol>
      {results.map((result) => (
        <li key={result.card.articleId} className="border-t border-line py-5 first:border-t-0 first:pt-0">
          <Result result={result} level={level} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

function Result({
  result: { card, headline, fragment },
  level,
  locale,
}: {
  result: SearchResult;
  level: 2 | 3;
  locale: Locale;
}) {
  const Heading = `h${level}` as const;
  return (
    <article className="relative flex items-start gap-4 sm:gap-6">
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p className="mb-1 font-sans text-[0.8125rem] font-bold text-accent">{card.section.name}</p>
        <Heading
          dir="auto"
          className="text-[1.25rem] leading-[1.18] font-semibold tracking-[-0.01em] text-balance sm:text-[1.5rem]"
        >
          <a href={card.path} className="card-link">
            <Marked parts={headline} />
          </a>
        </Heading>
        {fragment.length > 0 && (
          <p dir="auto" className="mt-2 text-[1.0625rem] leading-[1.45] text-pretty text-muted">
            <Marked parts={fragment} />
          </p>
        )}
        <p className="mt-2 flex flex-wrap gap-x-2.5 gap-y-0.5 font-sans text-[0.8125rem] text-muted">
          {card.bylines.length > 0 && (
            <span className="text-ink">
              <Names of={card.bylines} language={locale.language} linked={false} />
            </span>
          )}
          <Moment at={card.publishedAt} style="listed" locale={locale} />
        </p>
      </div>
      {card.picture && (
        <div className="w-24 shrink-0 sm:w-40">
          <Picture
            sources={card.picture.sources}
            alt=""
            crop="4x3"
            sizes="(min-width: 40rem) 10rem, 6rem"
            className="h-auto w-full bg-wash"
          />
        </div>
      )}
    </article>
  );
}

function Marked({ parts }: { parts: readonly Segment[] }) {
  return parts.map(({ text, marked }, index) =>
    // The parts of one text, which do not move.
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <mark key={index} className="bg-warn-wash font-semibold text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
