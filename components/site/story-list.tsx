import type { CardPage } from "@/domain/articles/card";
import type { Locale } from "@/lib/time";
import { Card } from "./card";
import { Pager } from "./pager";

/** A page of a list of stories, with the ways to the others. */
export function StoryList({
  list,
  at,
  locale,
  labelled = false,
  newestFirst = true,
}: {
  list: CardPage;
  at: (page: number) => string;
  locale: Locale;
  /** Whether each story says its section: where stories of several stand together. */
  labelled?: boolean;
  newestFirst?: boolean;
}) {
  return (
    <div className="lg:max-w-[60rem]">
      <ul>
        {list.cards.map((story, index) => (
          <li key={story.articleId} className="border-t border-line py-5 first:border-t-0 first:pt-0">
            <Card
              story={story}
              size="row"
              level={2}
              locale={locale}
              eager={index < 2}
              label={labelled ? story.section.name : undefined}
            />
          </li>
        ))}
      </ul>
      <Pager page={list.page} hasOlder={list.hasOlder} at={at} language={locale.language} newestFirst={newestFirst} />
    </div>
  );
}

/** What stands where stories would. */
export function NoStories({ children }: { children: string }) {
  return <p className="italic-serif max-w-prose py-6 text-xl text-muted">{children}</p>;
}
