import { routes } from "@/lib/routes";
import type { Words } from "@/lib/words";
import { Said } from "./slot";

/** Keeps the story on the reader's device (reader/saved.ts). Without script nothing of it shows. */
export function Save({
  story,
  words,
}: {
  story: { path: string; headline: string; standfirst: string; language: string };
  words: Words;
}) {
  const { path, headline, standfirst, language } = story;
  return (
    <save-story
      className="needs-script flex items-center gap-2"
      data-path={path}
      data-headline={headline}
      data-standfirst={standfirst}
      data-language={language}
      data-saved={words("saveDone")}
      data-removed={words("saveRemoved")}
      data-failed={words("saveFailed")}
    >
      <button type="button" aria-pressed="false" className="tool">
        {words("save")}
      </button>
      <a href={routes.saved()} className="once-saved text-[0.8125rem] underline underline-offset-3">
        {words("savedStories")}
      </a>
      <Said />
    </save-story>
  );
}
