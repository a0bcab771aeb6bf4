import { Card } from "@/components/site/card";
import { eachPictureOnce, type Named, type Card as Story } from "@/domain/articles/card";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";

/**
 * What to read after a story: what was chosen or is about the same, and what else its section has.
 * @param seen the picture that the story itself began with, by asset id: it is not shown again.
 */
export function ReadNext({
  related,
  more,
  section,
  seen,
  locale,
}: {
  related: readonly Story[];
  more: readonly Story[];
  section: Named | null;
  seen?: string;
  locale: Locale;
}) {
  const words = wordsOf(locale.language);
  const shown = new Set(seen ? [seen] : []);
  const [first, then] = [eachPictureOnce(related, shown), eachPictureOnce(more, shown)];
  return (
    <div className="no-print">
      <Row id="relatedStories" title={words("storyRelated")} stories={first} locale={locale} labelled />
      {section && (
        <Row id="moreOfSection" title={words("moreFrom", { section: section.name })} stories={then} locale={locale} />
      )}
    </div>
  );
}

function Row({
  id,
  title,
  stories,
  locale,
  labelled,
}: {
  id: string;
  title: string;
  stories: readonly Story[];
  locale: Locale;
  labelled?: boolean;
}) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-14 border-t-2 border-ink pt-3">
      <h2 id={id} className="mb-5 text-[1.5rem] leading-none font-semibold tracking-[-0.02em]">
        {title}
      </h2>
      <ul className="columns grid gap-x-10 gap-y-5 sm:grid-cols-2 sm:gap-y-8 lg:grid-cols-4">
        {stories.map((story) => (
          <li key={story.articleId}>
            <Card
              story={story}
              size="column"
              level={3}
              locale={locale}
              standfirst={!story.picture}
              label={labelled ? story.section.name : undefined}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
