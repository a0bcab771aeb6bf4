import type { CardPage } from "@/domain/articles/card";
import { LEAD_AMONG } from "@/domain/articles/front";
import type { Locale } from "@/lib/time";
import { Card } from "./card";
import { StoryList } from "./story-list";

/** How many stories stand in columns beside the first. */
const COLUMNS = 3;

/** The first page of a section: its newest story with a picture large, the newest others beside it, the rest as a list. */
export function SectionLayout({ list, at, locale }: { list: CardPage; at: (page: number) => string; locale: Locale }) {
  const lead = list.cards.slice(0, LEAD_AMONG).find((story) => story.picture);
  const others = list.cards.filter((story) => story !== lead);
  const beside = others.slice(0, COLUMNS);
  if (!lead || beside.length < COLUMNS) return <StoryList list={list} at={at} locale={locale} />;
  const pictured = beside.find((story) => story.picture);
  const older = others.slice(COLUMNS);
  return (
    <>
      <div className="columns grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card story={lead} size="lead" level={2} locale={locale} eager />
        <ul className="sm:max-lg:grid sm:max-lg:grid-cols-3 sm:max-lg:gap-x-10">
          {beside.map((story) => (
            <li
              key={story.articleId}
              className="border-t border-line py-5 first:border-t-0 first:pt-0 sm:max-lg:border-t-0 sm:max-lg:pt-0"
            >
              <Card
                story={story}
                size="column"
                level={2}
                locale={locale}
                picture={story === pictured}
                standfirst={story !== pictured}
              />
            </li>
          ))}
        </ul>
      </div>
      {older.length > 0 && (
        <div className="mt-10 border-t-2 border-ink pt-6">
          <StoryList list={{ ...list, cards: older }} at={at} locale={locale} />
        </div>
      )}
    </>
  );
}
