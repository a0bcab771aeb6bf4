import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Shelf as Shelved, Card as Story } from "@/domain/articles/card";
import type { Front } from "@/domain/articles/front";
import { accentStyle } from "@/lib/colour";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { Card } from "./card";
import { Shelf } from "./shelf";

/** How many of the second stories stand beside the lead; the others stand below it. */
const BESIDE = 2;

/** After how many of its sections the front says what is read most. */
const BEFORE_MOST_READ = 2;

/** The front page: its top, what people think, what each section has besides, and what is read most. */
export function FrontPage({ front, locale }: { front: Front<Shelved>; locale: Locale }) {
  const shelves = front.sections.map(({ section, cards }, index) => (
    <Shelf key={section.slug} section={section} cards={cards} index={index} locale={locale} />
  ));
  return (
    <>
      <Top front={front} locale={locale} />
      <Opinions opinion={front.opinion} locale={locale} />
      {shelves.slice(0, BEFORE_MOST_READ)}
      <MostRead stories={front.mostRead} locale={locale} />
      {shelves.slice(BEFORE_MOST_READ)}
    </>
  );
}

function Top({ front: { lead, second, briefs }, locale }: { front: Front<Shelved>; locale: Locale }) {
  if (!lead) return null;
  // The column beside the lead is where pictures stand; both parts stay in the order of time.
  const beside = [...second.filter((story) => story.picture), ...second.filter((story) => !story.picture)].slice(
    0,
    BESIDE,
  );
  const below = second.filter((story) => !beside.includes(story));
  return (
    <section
      aria-labelledby="topStories"
      className={clsx(
        "columns grid gap-x-10 gap-y-5 pt-7 sm:gap-y-8 lg:grid-rows-[auto_1fr]",
        beside.length > 0 && "lg:grid-cols-[minmax(0,1fr)_18rem]",
        briefs.length > 0 && "xl:grid-cols-[minmax(0,1fr)_17rem_14rem]",
      )}
    >
      <h2 id="topStories" className="sr-only">
        {wordsOf(locale.language)("topStories")}
      </h2>
      <div className="before:hidden lg:col-start-1">
        <Card story={lead} size="lead" level={3} locale={locale} label={lead.section.name} eager />
      </div>
      {beside.length > 0 && (
        <ul className="grid content-start gap-x-10 gap-y-5 sm:grid-cols-2 lg:gap-y-7 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:grid-cols-1">
          {beside.map((story, index) => (
            <li
              key={story.articleId}
              className={index > 0 ? "border-line max-sm:border-t max-sm:pt-5 lg:border-t lg:pt-7" : undefined}
            >
              <Card
                story={story}
                size="column"
                level={3}
                locale={locale}
                label={story.section.name}
                standfirst={!story.picture}
                eager={index === 0}
              />
            </li>
          ))}
        </ul>
      )}
      {below.length > 0 && (
        <ul className="grid content-start gap-x-10 gap-y-5 before:hidden sm:grid-cols-2 sm:border-t sm:border-line lg:col-start-1">
          {below.map((story, index) => (
            <li
              key={story.articleId}
              className={clsx("sm:pt-5", index > 0 && "max-sm:border-t max-sm:border-line max-sm:pt-5")}
            >
              <Card story={story} size="column" level={3} locale={locale} label={story.section.name} picture={false} />
            </li>
          ))}
        </ul>
      )}
      {briefs.length > 0 && <Briefs stories={briefs} locale={locale} />}
    </section>
  );
}

function Briefs({ stories, locale }: { stories: readonly Story[]; locale: Locale }) {
  const t = wordsOf(locale.language);
  return (
    <section
      aria-labelledby="latestStories"
      className="before:hidden lg:col-span-2 xl:col-span-1 xl:col-start-3 xl:row-span-2 xl:row-start-1 xl:before:block"
    >
      <h2 id="latestStories" className="border-t-3 border-accent pt-2 font-sans text-[0.9375rem] font-bold">
        {t("latest")}
      </h2>
      <ol className="mt-1 grid gap-x-10 sm:grid-cols-2 xl:grid-cols-1">
        {stories.map((story, index) => (
          <li
            key={story.articleId}
            className={clsx("py-3", index > 0 && "border-t border-line", index === 1 && "sm:border-t-0 xl:border-t")}
          >
            <Card story={story} size="line" level={3} locale={locale} />
          </li>
        ))}
      </ol>
      <p className="mt-3 font-sans text-sm">
        <a href={routes.home(2)} className="prose-link">
          {t("olderStories")}
        </a>
      </p>
    </section>
  );
}

/** The columns of those who write what they think, on ground of their own. */
function Opinions({ opinion: { section, cards }, locale }: { opinion: Front<Shelved>["opinion"]; locale: Locale }) {
  if (cards.length === 0) return null;
  const title = section?.name ?? wordsOf(locale.language)("opinion");
  return (
    <section aria-labelledby="opinions" className="full-wash mt-14 py-8" style={accentStyle(section?.accent ?? "")}>
      <ListTitle id="opinions">
        {section ? (
          <a href={routes.section(section.slug)} className="hover:text-accent">
            {title}
          </a>
        ) : (
          title
        )}
      </ListTitle>
      <ul className="columns grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-(--abreast)" style={abreast(cards)}>
        {cards.map((story) => (
          <li key={story.articleId}>
            <Card story={story} size="voice" level={3} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MostRead({ stories, locale }: { stories: readonly Story[]; locale: Locale }) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="mostRead" className="mt-14 border-t-3 border-accent pt-3">
      <ListTitle id="mostRead">{wordsOf(locale.language)("mostRead")}</ListTitle>
      <ol className="columns grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-(--abreast)" style={abreast(stories)}>
        {stories.map((story) => (
          <li key={story.articleId}>
            <Card story={story} size="line" level={3} locale={locale} label={story.section.name} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** As many columns as there are stories. */
function abreast(stories: readonly Story[]): Record<string, string> {
  return { "--abreast": `repeat(${stories.length}, minmax(0, 1fr))` };
}

function ListTitle({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="mb-5 text-[1.75rem] leading-none font-semibold tracking-[-0.02em]">
      {children}
    </h2>
  );
}
