import type { Words } from "@/lib/words";
import { Listen } from "./listen";
import { Save } from "./save";
import { Share } from "./share";

/** What a reader may do with a story. What needs scripts is not there without them. */
export function StoryTools({
  story,
  words,
  language,
}: {
  story: { path: string; url: string; headline: string; standfirst: string };
  words: Words;
  /** Of the story, as a BCP 47 tag. */
  language: string;
}) {
  return (
    <div className="no-print flex flex-wrap items-center gap-2 font-sans">
      <Share story={{ url: story.url, title: story.headline }} words={words} />
      <Save story={{ ...story, language }} words={words} />
      <Listen words={words} language={language} />
    </div>
  );
}
