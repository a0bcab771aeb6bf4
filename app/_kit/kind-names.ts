import { LABEL_WORDS } from "@/components/article/label-words";
import { ROLES } from "@/components/article/story-end";
import { REVIEWED } from "@/components/article/story-head";
import type { KindNames } from "@/domain/articles/legible";
import { wordsOf } from "@/lib/words";

/** How a language's readers call kinds of stories, of work and of what is reviewed, and languages. */
export function kindNamesIn(language: string): KindNames {
  const words = wordsOf(language);
  return {
    label: (label) => words(label === "news" ? "labelNews" : LABEL_WORDS[label]),
    role: (role) => words(ROLES[role]),
    review: (kind) => words(REVIEWED[kind]),
    language: (tag) => new Intl.DisplayNames([language], { type: "language" }).of(tag) ?? tag,
  };
}
