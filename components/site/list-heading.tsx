import type { ReactNode } from "react";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

/** A page that has a feed: its address, what the feed is of if not of the page, and the tongue in which readers are told. */
type Followed = { page: string; name?: string; language: string };

/** The top of a page that lists stories: its h1, what the list is of, and where it has one, the feed to follow it by. */
export function ListHeading({ title, feed, children }: { title: string; feed?: Followed; children?: ReactNode }) {
  return (
    <header className="mb-8 border-b-2 border-ink pt-8 pb-5 lg:pt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1 className="text-[clamp(2.25rem,1.5rem+3vw,3.5rem)] leading-none font-medium tracking-[-0.025em] text-balance">
          {title}
        </h1>
        {feed && <FeedLink name={title} {...feed} />}
      </div>
      {children}
    </header>
  );
}

/** Leads to the feed of a page. */
export function FeedLink({ page, language, name }: Followed & { name: string }) {
  const words = wordsOf(language);
  return (
    <a
      href={routes.feed(page)}
      type="application/rss+xml"
      aria-label={words("feedOf", { name })}
      className="no-print py-1.5 font-sans text-sm font-semibold text-muted underline-offset-2 hover:text-accent hover:underline"
    >
      {words("rssFeed")}
    </a>
  );
}
