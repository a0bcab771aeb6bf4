import type { ReactNode } from "react";
import type { Card as Story } from "@/domain/articles/card";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { Card } from "./card";

/** What a reader finds at an address where nothing is: the way on. */
export function NotFound({ stories, locale }: { stories: readonly Story[]; locale: Locale }) {
  const t = wordsOf(locale.language);
  return (
    <>
      <WayOut heading={t("notFoundHeading")} locale={locale}>
        <p className="mt-4 text-xl leading-[1.45] text-muted">{t("notFoundText")}</p>
      </WayOut>
      <LatestStories stories={stories} locale={locale} />
    </>
  );
}

/** What stands where there is nothing to read: that, why, and the way to the front page. */
export function WayOut({ heading, locale, children }: { heading: string; locale: Locale; children: ReactNode }) {
  return (
    <div className="max-w-[44rem] pt-10 lg:pt-16">
      <h1 className="text-[clamp(2.1rem,1.35rem+3.2vw,3.6rem)] leading-[1.05] font-medium tracking-[-0.025em] text-balance">
        {heading}
      </h1>
      {children}
      <p className="mt-6 font-sans">
        <a href={routes.home()} className="prose-link">
          {wordsOf(locale.language)("toFront")}
        </a>
      </p>
    </div>
  );
}

/** The way on from where there is nothing to read. */
export function LatestStories({ stories, locale }: { stories: readonly Story[]; locale: Locale }) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="latestStories" className="mt-14 border-t-2 border-ink pt-3">
      <h2 id="latestStories" className="mb-5 text-[1.5rem] leading-none font-semibold tracking-[-0.02em]">
        {wordsOf(locale.language)("latestStories")}
      </h2>
      <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
        {stories.map((story) => (
          <li key={story.articleId} className="border-t border-line py-4">
            <Card story={story} size="line" level={3} locale={locale} label={story.section.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}
