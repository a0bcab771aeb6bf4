import { Names } from "@/components/site/names";
import type { Review } from "@/domain/articles/article";
import type { Story, Writer } from "@/domain/articles/story";
import { widestJpeg } from "@/domain/media/asset";
import { now } from "@/lib/clock";
import { routes } from "@/lib/routes";
import { fullYearsPast, type Locale } from "@/lib/time";
import type { Words } from "@/lib/words";
import { LABEL_WORDS } from "./label-words";
import { Picture } from "./picture";
import { RetractionNotice } from "./retraction-notice";
import type { Tongue } from "./story-page";

/** What is reviewed, by the key of its word. */
export const REVIEWED = {
  book: "reviewBook",
  film: "reviewFilm",
  music: "reviewMusic",
  performance: "reviewPerformance",
  exhibition: "reviewExhibition",
  restaurant: "reviewRestaurant",
  product: "reviewProduct",
  other: "reviewOther",
} as const satisfies Record<Review["kind"], string>;

/** What stands above the text: where the story belongs, what it is, its headline and standfirst. */
export function StoryHead({
  story,
  words,
  house,
  locale,
}: {
  story: Story;
  words: Words;
  house: Tongue;
  locale: Locale;
}) {
  const { section, label, kicker, headline, standfirst, review, series, publishedAt, retraction } = story;
  const isPaid = label === "sponsored";
  const kind = label === "news" || isPaid ? null : words(LABEL_WORDS[label]);
  const years = publishedAt ? fullYearsPast(publishedAt, now(), locale.timeZone) : 0;
  return (
    <header className="story-head">
      {isPaid && (
        <p {...house} className="story-paid">
          <strong>{words("labelSponsored")}</strong> {words("storyPaidBy", { sponsor: kicker })}
        </p>
      )}
      <div className="story-over">
        {section && <a href={routes.section(section.slug)}>{section.name}</a>}
        {kind && kind !== section?.name && <span {...house}>{kind}</span>}
        {kicker && !isPaid && <span className="story-kicker">{kicker}</span>}
        {series && (
          <span className="story-kicker">
            <a href={routes.series(series.slug)}>{series.name}</a>{" "}
            <span {...house}>{words("seriesPart", { part: series.part, of: series.of })}</span>
          </span>
        )}
      </div>
      <h1>
        {retraction && (
          <>
            <span {...house} className="story-retracted">
              {words("retracted")}
            </span>{" "}
          </>
        )}
        {headline}
      </h1>
      {standfirst && <p data-standfirst="">{standfirst}</p>}
      {retraction && <RetractionNotice of={retraction} words={words} house={house} locale={locale} />}
      {review && <Reviewed review={review} words={words} house={house} />}
      {label === "opinion" && <Portraits of={story.bylines} words={words} house={house} locale={locale} />}
      {years > 0 && (
        <p {...house} className="story-old">
          {words("storyOld", { years })}
        </p>
      )}
    </header>
  );
}

/** What is reviewed, and what came of it. */
function Reviewed({ review, words, house }: { review: Review; words: Words; house: Tongue }) {
  const { kind, item, rating } = review;
  return (
    <p className="story-review">
      <span {...house}>{words(REVIEWED[kind])}</span> <strong>{item.trim()}</strong>
      {rating !== null && (
        <>
          <span aria-hidden="true" className="stars">
            {"★".repeat(Math.floor(rating))}
            {rating % 1 > 0 && "½"}
            <span>{"★".repeat(5 - Math.ceil(rating))}</span>
          </span>
          <span {...house} className="sr-only">
            {words("reviewRating", { rating })}
          </span>
        </>
      )}
    </p>
  );
}

/** Whose opinion it is. */
function Portraits({
  of,
  words,
  house,
  locale,
}: {
  of: readonly Writer[];
  words: Words;
  house: Tongue;
  locale: Locale;
}) {
  const pictured = of.filter(({ portrait }) => portrait && widestJpeg(portrait, "1x1"));
  if (pictured.length === 0) return null;
  return (
    <div {...house} className="story-portraits">
      {pictured.map(
        ({ id, name, portrait }) =>
          portrait && (
            <Picture
              key={id}
              sources={portrait}
              alt={words("portraitOf", { name })}
              crop="1x1"
              sizes="5rem"
              widest={320}
              className="bg-wash"
            />
          ),
      )}
      <p>
        <Names of={of} language={locale.language} />
      </p>
    </div>
  );
}
