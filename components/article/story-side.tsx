import { Moment } from "@/components/site/moment";
import { Names } from "@/components/site/names";
import type { Story } from "@/domain/articles/story";
import { routes } from "@/lib/routes";
import type { Locale } from "@/lib/time";
import type { Words } from "@/lib/words";
import type { Tongue } from "./story-page";
import { StoryTools } from "./story-tools";

/** Beside the text of a wide page, and before it on a phone: who wrote it and when, and what parts it has. */
export function StorySide({
  story,
  words,
  house,
  address,
  locale,
}: {
  story: Story;
  words: Words;
  house: Tongue;
  /** Where readers find it; null for a draft, with which nothing can be done yet. */
  address: string | null;
  locale: Locale;
}) {
  return (
    <div className="story-side">
      <div>
        <Facts story={story} words={words} house={house} locale={locale} />
        {address && story.path && (
          <div {...house} className="my-4">
            <StoryTools
              story={{ ...story, path: story.path, url: address }}
              words={words}
              language={story.language || locale.language}
            />
          </div>
        )}
        {story.contents.length > 0 && <Contents story={story} words={words} house={house} />}
      </div>
    </div>
  );
}

function Facts({ story, words, house, locale }: { story: Story; words: Words; house: Tongue; locale: Locale }) {
  const { bylines, publishedAt, updatedAt, minutes, translations, hasHistory, path } = story;
  const [before = "", after = ""] = words("by", { names: "\n" }).split("\n");
  const updated = publishedAt && updatedAt && updatedAt.getTime() > publishedAt.getTime();
  return (
    <div {...house} className="story-facts">
      {bylines.length > 0 && (
        <p className="story-by">
          {before}
          <Names of={bylines} language={locale.language} />
          {after}
        </p>
      )}
      {bylines.length === 1 && bylines[0]?.title && <p className="text-muted">{bylines[0].title}</p>}
      <dl>
        <div>
          <dt>{words("storyPublished")}</dt>{" "}
          <dd>{publishedAt ? <Moment at={publishedAt} style="full" locale={locale} /> : words("storyNotPublished")}</dd>
        </div>
        {updated && (
          <div>
            <dt>{words("storyUpdated")}</dt>{" "}
            <dd>
              <Moment at={updatedAt} style="full" locale={locale} />
            </dd>
          </div>
        )}
        <div className="no-print">
          <dt>{words("storyReadingTime")}</dt> <dd>{words("storyMinutes", { minutes })}</dd>
        </div>
      </dl>
      {hasHistory && path && (
        <p className="no-print">
          <a href={routes.history(path)} className="prose-link">
            {words("history")}
          </a>
        </p>
      )}
      {translations.length > 0 && (
        <p className="story-tongues no-print">
          {words("storyReadIn")}{" "}
          {translations.map(({ path, language }, index) => {
            const tongue = language || locale.language;
            return (
              <span key={path}>
                {index > 0 && " · "}
                <a href={path} hrefLang={tongue} lang={tongue} rel="alternate">
                  {nameOf(tongue)}
                </a>
              </span>
            );
          })}
        </p>
      )}
    </div>
  );
}

function Contents({ story, words, house }: { story: Story; words: Words; house: Tongue }) {
  return (
    <nav aria-labelledby="story_contents" className="story-contents no-print">
      <p {...house} id="story_contents" className="box-title">
        {words("storyContents")}
      </p>
      <ol className="plain">
        {story.contents.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What a language calls itself, without the country it is spoken in. */
function nameOf(language: string): string {
  const { language: tongue } = new Intl.Locale(language);
  return new Intl.DisplayNames([language], { type: "language" }).of(tongue) ?? language;
}
