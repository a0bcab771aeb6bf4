import type { CardPage } from "@/domain/articles/card";
import type { Locale } from "@/lib/time";
import { Card } from "./card";
import { StoryList } from "./story-list";

/** How many stories stand in columns beside the first. */
const COLUMNS = 3;

/** The first page of a section: its newest story large, the next ones beside it, the others as a list. */
export function SectionLayout({ list, at, locale }: { list: CardPage; at: (page: number) => string; locale: Locale }) {
  const [lead, ...others] = list.cards;
  const beside = others.slice(0, COLUMNS);
  if (!lead?.picture || beside.length < COLUMNS) return <StoryList list={list} at={at} locale={locale} />;
  return (
    <>
      <div className="columns grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card story={lead} size="lead" level={2} locale={locale} eager />
        <ul>
          {beside.map((story, index) => (
            <li key={story.articleId} className="border-t border-line py-5 first:border-t-0 first:pt-0">
              <Card
                story={story}
                size="column"
                level={2}
                locale={locale}
                picture={index === 0}
                standfirst={index > 0}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-10 border-t-2 border-ink pt-6 lg:max-w-[60rem]">
        <StoryList list={{ ...list, cards: others.slice(COLUMNS) }} at={at} locale={locale} />
      </div>
    </>
  );
}
