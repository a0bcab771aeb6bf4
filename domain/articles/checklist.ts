import { type ArticleContent, type Missing, missingForPublication } from "./article";
import { picturesIn, plainText } from "./body";
import { forReaders, openSuggestions } from "./review";

/** What is looked at before a story is published: the field to go to, and what to do. */
export type Checklist = {
  /** What keeps it from readers. */
  blocking: Missing[];
  /** What an editor should have seen; it keeps nothing from readers. */
  advisory: Missing[];
};

/** From how many characters on a headline is cut in lists and search results. */
const LONG_HEADLINE = 110;
/** Fewer words than these are a notice rather than a story. */
const FEW_WORDS = 40;

/**
 * The checklist of a story as it stands.
 * @param draft a content that is filled in
 * @param around what the text itself does not tell: how many discussions about it are open, and what the library says of
 * the rights to what it shows
 */
export function checklistOf(draft: ArticleContent, around: { openThreads: number; rights?: Checklist }): Checklist {
  const content = forReaders(draft);
  const advisory: Missing[] = [];
  const advise = (lacking: boolean, field: string, message: string) => {
    if (lacking) advisory.push({ field, message });
  };
  const suggestions = openSuggestions(draft.body);
  const words = plainText(content.body).split(/\s+/).filter(Boolean).length;
  advise(!content.standfirst.trim(), "standfirst", "There is no standfirst: lists and shared links show none.");
  advise(
    content.headline.trim().length > LONG_HEADLINE,
    "headline",
    "The headline is long, and is cut in many places.",
  );
  advise(!content.lead, "lead", "There is no lead picture: cards and shared links are drawn without one.");
  advise(content.topicIds.length === 0, "topics", "It has no topic: readers find it by its section alone.");
  advise(words > 0 && words < FEW_WORDS, "body", `The body has ${words} words.`);
  advise(
    picturesIn(content.body).some(({ caption }) => !caption?.trim()),
    "body",
    "A picture in the body has no caption.",
  );
  advise(suggestions > 0, "body", `Readers see the story without ${counted(suggestions, "open suggestion")}.`);
  advise(
    around.openThreads > 0,
    "body",
    `${counted(around.openThreads, "discussion")} about it ${around.openThreads === 1 ? "is" : "are"} still open.`,
  );
  advisory.push(...(around.rights?.advisory ?? []));
  const lacking = [...missingForPublication(draft), ...(around.rights?.blocking ?? [])];
  // Two films may lack the same.
  const blocking = [...new Map(lacking.map((each) => [each.message, each])).values()];
  return { blocking, advisory };
}

function counted(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? "" : "s"}`;
}
