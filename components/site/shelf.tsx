import { clsx } from "clsx";
import type { Shelf as Section, Card as Story } from "@/domain/articles/card";
import { accentStyle } from "@/lib/colour";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { Card } from "./card";

type Stories = { cards: readonly Story[]; locale: Locale };

/**
 * A section on the front. By turns one story stands large, at one side and then the other, and four stand as equals, so
 * that the page does not beat one rhythm; a section of few stories is as small as they are.
 * @param index which of the sections it is, from 0.
 */
export function Shelf({ section, index, ...stories }: Stories & { section: Section; index: number }) {
  const id = `section_${section.slug}`;
  return (
    <section aria-labelledby={id} className="mt-14 border-t-3 border-accent pt-3" style={accentStyle(section.accent)}>
      <h2 id={id} className="mb-5 text-[1.75rem] leading-none font-semibold tracking-[-0.02em]">
        <a href={routes.section(section.slug)} className="hover:text-accent">
          {section.name}
        </a>
      </h2>
      {arranged(stories, index)}
    </section>
  );
}

function arranged({ cards, locale }: Stories, index: number) {
  if (cards.length === 1 && cards[0]) return <Card story={cards[0]} size="row" level={3} locale={locale} />;
  if (cards.length === 2 || (cards.length >= 4 && index % 2 === 1)) return <Equals cards={cards} locale={locale} />;
  return <LargeAndOthers cards={cards} locale={locale} mirrored={index % 4 === 2} />;
}

function Equals({ cards, locale }: Stories) {
  const shown = cards.slice(0, 4);
  return (
    <ul
      className={clsx("columns grid gap-x-10 gap-y-5 sm:grid-cols-2 sm:gap-y-8", shown.length > 2 && "lg:grid-cols-4")}
    >
      {shown.map((story) => (
        <li key={story.articleId}>
          <Card story={story} size="column" level={3} locale={locale} standfirst={!story.picture} />
        </li>
      ))}
    </ul>
  );
}

function LargeAndOthers({ cards, locale, mirrored }: Stories & { mirrored: boolean }) {
  const large = cards.slice(0, 3).find((story) => story.picture) ?? cards[0];
  if (!large) return null;
  const others = cards.filter((story) => story !== large);
  // Two columns, each with the stories that stand one above the other in it.
  const columns = [others.filter((_, index) => index % 2 === 0), others.filter((_, index) => index % 2 === 1)];
  return (
    <div className="columns grid gap-x-10 gap-y-5 sm:grid-cols-2 sm:gap-y-8 lg:grid-cols-4">
      <div className={clsx("sm:col-span-2", mirrored && "lg:order-last")}>
        <Card story={large} size="feature" level={3} locale={locale} />
      </div>
      {columns.map((column) => (
        <ul
          key={column[0]?.articleId}
          className={clsx("grid content-start gap-5", mirrored && "first-of-type:before:hidden")}
        >
          {column.map((story, index) => (
            <li key={story.articleId} className={index > 0 ? "border-t border-line pt-5" : undefined}>
              <Card
                story={story}
                size={index === 0 ? "column" : "line"}
                level={3}
                locale={locale}
                standfirst={index === 0 && !story.picture}
              />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}
