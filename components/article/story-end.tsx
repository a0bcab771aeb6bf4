import type { BlockSetting } from "@/components/blocks/setting";
import { Names } from "@/components/site/names";
import type { CreditRole } from "@/domain/articles/article";
import type { Note, PlaceInSeries, Story } from "@/domain/articles/story";
import { routes } from "@/lib/routes";
import { legible } from "@/lib/slug";
import type { Words } from "@/lib/words";
import { Corrections } from "./corrections";
import type { Tongue } from "./story-page";

/** What people are credited for, by the key of its word. */
export const ROLES = {
  editor: "creditEditor",
  "fact-checker": "creditFactChecker",
  researcher: "creditResearcher",
  photographer: "creditPhotographer",
  illustrator: "creditIllustrator",
  producer: "creditProducer",
  translator: "creditTranslator",
} as const satisfies Record<CreditRole, string>;

/** What stands below the text: what was put right, notes, who worked on it, its series, what it is about. */
export function StoryEnd({
  story,
  setting,
  house,
  address,
}: {
  story: Story;
  setting: BlockSetting;
  house: Tongue;
  address: string | null;
}) {
  const { words, locale } = setting;
  const below = story.corrections.filter(({ place }) => place === "end");
  return (
    <footer className="story-end">
      <Corrections of={below} words={words} house={house} locale={locale} />
      {story.corrections.length > 0 && story.path && (
        <p {...house} className="no-print">
          <a href={routes.history(story.path)} className="prose-link">
            {words("historyAll")}
          </a>{" "}
          ·{" "}
          <a href={routes.corrections()} className="prose-link">
            {words("corrections")}
          </a>
        </p>
      )}
      {story.notes.length > 0 && <Notes notes={story.notes} setting={setting} house={house} />}
      {story.credits.length > 0 && (
        <dl {...house} aria-label={words("storyCredits")} className="story-credits">
          {story.credits.map(({ role, people }) => (
            <div key={role}>
              <dt>{words(ROLES[role])}</dt>
              <dd>
                <Names of={people} language={locale.language} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {story.series && <Series place={story.series} words={words} house={house} />}
      {story.topics.length > 0 && (
        <nav aria-labelledby="story_topics" className="story-topics no-print" {...house}>
          <p id="story_topics" className="box-title">
            {words("storyTopics")}
          </p>
          <ul className="plain">
            {story.topics.map((topic) => (
              <li key={topic.slug}>
                <a href={routes.topic(topic.slug)}>{topic.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {address && (
        <p className="print-only" dir="ltr">
          {legible(address)}
        </p>
      )}
    </footer>
  );
}

/** The notes, by their numbers; each leads back to where it is referred to. */
export function Notes({ notes, setting, house }: { notes: readonly Note[]; setting: BlockSetting; house: Tongue }) {
  const { words } = setting;
  return (
    <section aria-labelledby="story_notes" className="story-notes">
      <h2 {...house} id="story_notes">
        {words("storyNotes")}
      </h2>
      <ol>
        {notes.map(({ number, text }) => (
          <li key={number} id={`note_${number}`}>
            {text}
            {"\u00a0"}
            <a href={`#noteRef_${number}`} aria-label={words("storyNoteBack", { number })} className="no-print">
              ↩&#xfe0e;
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The parts before and after this one. */
function Series({ place, words, house }: { place: PlaceInSeries; words: Words; house: Tongue }) {
  const { name, slug, part, of, previous, next } = place;
  const ways = [
    { to: previous, word: words("seriesPrevious"), rel: "prev" },
    { to: next, word: words("seriesNext"), rel: "next" },
  ];
  return (
    <nav aria-labelledby="story_series" className="story-series no-print">
      <p id="story_series">
        <span {...house}>{words("series")}</span> <a href={routes.series(slug)}>{name}</a>{" "}
        <span {...house}>{words("seriesPart", { part, of })}</span>
      </p>
      <ul className="plain">
        {ways.map(
          ({ to, word, rel }) =>
            to && (
              <li key={rel} className={rel}>
                <a href={to.path} rel={rel}>
                  <span {...house}>{word}</span> {to.headline}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
