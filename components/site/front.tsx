import type { Named, Card as Story } from "@/domain/articles/card";
import type { Front } from "@/domain/articles/front";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { Card } from "./card";
import { Moment } from "./moment";

/** The front page: its top, and what each section has besides. */
export function FrontPage({ front, locale }: { front: Front<Named>; locale: Locale }) {
  return (
    <>
      <Top front={front} locale={locale} />
      {front.sections.map(({ section, cards }, index) => (
        <Shelf key={section.slug} section={section} cards={cards} reversed={index % 2 === 1} locale={locale} />
      ))}
    </>
  );
}

function Top({ front: { lead, second, briefs }, locale }: { front: Front<Named>; locale: Locale }) {
  if (!lead) return null;
  return (
    <div className="columns grid gap-10 pt-7 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_17rem_14rem]">
      <section aria-labelledby="topStories" className="contents">
        <h2 id="topStories" className="sr-only">
          Top stories
        </h2>
        <div>
          <Card story={lead} size="lead" level={3} locale={locale} label={lead.section.name} eager />
        </div>
        {second.length > 0 && (
          <ul className="columns-none grid content-start gap-6 sm:grid-cols-3 lg:grid-cols-1">
            {second.map((story, index) => (
              <li
                key={story.articleId}
                className="border-line not-first:border-t not-first:pt-6 sm:not-first:border-t-0 sm:not-first:pt-0 lg:not-first:border-t lg:not-first:pt-6"
              >
                <Card
                  story={story}
                  size="column"
                  level={3}
                  locale={locale}
                  label={story.section.name}
                  standfirst={index > 0}
                  picture={index === 0}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      {briefs.length > 0 && <Briefs stories={briefs} locale={locale} />}
    </div>
  );
}

function Briefs({ stories, locale }: { stories: readonly Story[]; locale: Locale }) {
  return (
    <section aria-labelledby="latestStories" className="lg:col-span-2 xl:col-span-1">
      <h2 id="latestStories" className="border-t-3 border-accent pt-2 font-sans text-[0.9375rem] font-bold">
        Latest
      </h2>
      <ol className="plain mt-3 grid gap-x-10 sm:grid-cols-2 xl:grid-cols-1">
        {stories.map((story) => (
          <li key={story.articleId} className="relative border-t border-line py-3 xl:first:border-t-0 xl:first:pt-0">
            <p className="mb-0.5 font-sans text-[0.8125rem] text-muted">
              <Moment at={story.publishedAt} style="short" locale={locale} />
            </p>
            <h3 className="text-[1.0625rem] leading-[1.25] font-semibold text-pretty">
              <a href={story.path} className="card-link">
                {story.headline}
              </a>
            </h3>
          </li>
        ))}
      </ol>
      <p className="mt-3 font-sans text-sm">
        <a href={routes.home(2)} className="prose-link">
          Older stories
        </a>
      </p>
    </section>
  );
}

/**
 * A section on the front. One story stands large and the others beside it, on the other side in every second section;
 * four or more that all have pictures stand as columns, so that the page does not beat one rhythm.
 */
function Shelf({
  section,
  cards,
  reversed,
  locale,
}: {
  section: Named;
  cards: readonly Story[];
  reversed: boolean;
  locale: Locale;
}) {
  const id = `section_${section.slug}`;
  const asColumns = reversed && cards.length >= 4 && cards.slice(0, 4).every((story) => story.picture);
  return (
    <section aria-labelledby={id} className="mt-14 border-t-2 border-ink pt-3">
      <h2 id={id} className="mb-5 text-[1.75rem] leading-none font-semibold tracking-[-0.02em]">
        <a href={routes.section(section.slug)} className="hover:text-accent">
          {section.name}
        </a>
      </h2>
      {asColumns ? (
        <Columns cards={cards.slice(0, 4)} locale={locale} />
      ) : (
        <LargeAndOthers cards={cards} reversed={reversed} locale={locale} />
      )}
    </section>
  );
}

function Columns({ cards, locale }: { cards: readonly Story[]; locale: Locale }) {
  return (
    <ul className="columns grid gap-10 sm:grid-cols-2 lg:grid-cols-4">
      {cards.map((story) => (
        <li key={story.articleId}>
          <Card story={story} size="column" level={3} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function LargeAndOthers({
  cards: [first, ...others],
  reversed,
  locale,
}: {
  cards: readonly Story[];
  reversed: boolean;
  locale: Locale;
}) {
  if (!first) return null;
  if (others.length === 0) return <Card story={first} size="row" level={3} locale={locale} />;
  return (
    <div
      className={
        reversed
          ? "columns grid gap-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
          : "columns grid gap-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]"
      }
    >
      <div className={reversed ? "lg:order-last" : undefined}>
        <Card story={first} size="row" level={3} locale={locale} />
      </div>
      <ul className="grid content-start gap-x-10 sm:grid-cols-2">
        {others.map((story) => (
          <li key={story.articleId} className="border-t border-line py-4 first:border-t-0 first:pt-0">
            <Card story={story} size="line" level={3} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  );
}
