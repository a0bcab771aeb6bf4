import { Blocks } from "@/components/blocks/block";
import { Moment } from "@/components/site/moment";
import { Names } from "@/components/site/names";
import type { Story } from "@/domain/articles/story";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { StoryFigure } from "./figure";
import { Lightbox } from "./lightbox";
import { StoryTools } from "./story-tools";

/**
 * The page of a story, with what its readers may do with it: `data-article` is what a reading is counted by. The newsroom's preview shows a draft by this same page.
 * @param address what is printed below it and shared; null for a draft that has none.
 */
export function StoryPage({
  story,
  publication,
  address,
}: {
  story: Story;
  publication: Publication;
  address: string | null;
}) {
  const words = wordsOf(publication.language);
  return (
    <article className="pt-7 lg:pt-10" data-article={story.articleId}>
      <div className="story-grid lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-x-12">
        <header className="lg:col-start-2 lg:max-w-[54rem]">
          {story.section && (
            <p className="mb-2 font-sans text-[0.9375rem] font-bold">
              <a href={routes.section(story.section.slug)} className="text-accent underline-offset-4 hover:underline">
                {story.section.name}
              </a>
            </p>
          )}
          <h1 className="text-[clamp(2.1rem,1.35rem+3.2vw,3.6rem)] leading-[1.05] font-medium tracking-[-0.025em] text-balance">
            {story.headline}
          </h1>
          {story.standfirst && (
            <p
              data-standfirst=""
              className="mt-4 text-[clamp(1.2rem,1.1rem+0.5vw,1.45rem)] leading-[1.4] text-pretty text-muted"
            >
              {story.standfirst}
            </p>
          )}
        </header>
        {story.lead && (
          <div className="-mx-5 mt-7 sm:mx-0 lg:col-start-2 lg:row-start-2 lg:max-w-[54rem] [&_figcaption]:px-5 sm:[&_figcaption]:px-0">
            <StoryFigure
              figure={story.lead}
              sizes="(min-width: 72rem) 54rem, (min-width: 64rem) 75vw, 100vw"
              eager
              words={words}
            />
          </div>
        )}
        <Credits story={story} locale={publication} />
        <div className={story.lead ? "lg:col-start-2 lg:row-start-3" : "lg:col-start-2 lg:row-start-2"}>
          {address && story.path && (
            <div className="mt-5">
              <StoryTools
                story={{ ...story, path: story.path, url: address }}
                words={words}
                language={publication.language}
              />
            </div>
          )}
          <div className="story-body mt-7">
            <Blocks blocks={story.blocks} words={words} />
          </div>
          {story.topics.length > 0 && <Topics story={story} />}
          {address && <p className="print-only mt-8 border-t border-line pt-3 font-sans text-sm">{address}</p>}
        </div>
      </div>
      <Lightbox words={words} />
    </article>
  );
}

/** In the narrow column of a wide page, what a time is of stands above it. */
const LABEL = "inline font-semibold lg:block";

/** Who wrote it, and when. */
function Credits({ story, locale }: { story: Story; locale: Locale }) {
  const { bylines, publishedAt, updatedAt, minutes } = story;
  const updated = publishedAt && updatedAt && updatedAt.getTime() > publishedAt.getTime();
  return (
    <div className="mt-7 border-y border-line py-3 font-sans text-[0.9375rem] leading-snug lg:col-start-1 lg:row-start-2 lg:self-start lg:border-t-3 lg:border-b-0 lg:border-t-accent">
      {bylines.length > 0 && (
        <p>
          By <Names of={bylines} language={locale.language} />
        </p>
      )}
      {bylines.length === 1 && bylines[0]?.title && <p className="mt-0.5 text-muted">{bylines[0].title}</p>}
      <dl className="mt-2.5 space-y-1 text-[0.8125rem] lg:space-y-2 text-muted">
        <div>
          <dt className={LABEL}>Published</dt>{" "}
          <dd className="inline">
            {publishedAt ? <Moment at={publishedAt} style="full" locale={locale} /> : "not yet"}
          </dd>
        </div>
        {updated && (
          <div>
            <dt className={LABEL}>Updated</dt>{" "}
            <dd className="inline">
              <Moment at={updatedAt} style="full" locale={locale} />
            </dd>
          </div>
        )}
        <div className="no-print">
          <dt className={LABEL}>Reading time</dt> <dd className="inline tabular-nums">{minutes} min</dd>
        </div>
      </dl>
    </div>
  );
}

function Topics({ story }: { story: Story }) {
  return (
    <nav aria-labelledby="topics_of_story" className="no-print mt-10 max-w-[39rem] border-t border-line pt-4 font-sans">
      <p id="topics_of_story" className="text-[0.8125rem] font-bold">
        Topics
      </p>
      <ul className="plain mt-2 flex flex-wrap gap-2">
        {story.topics.map((topic) => (
          <li key={topic.slug}>
            <a
              href={routes.topic(topic.slug)}
              className="inline-block border border-edge px-3 py-1.5 text-[0.875rem] font-semibold hover:border-ink hover:bg-wash"
            >
              {topic.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
