import { type ArticleContent, EMPTY_ARTICLE } from "@/domain/articles/article";

/** A story, and what its writer knows of it. Texts are numbered from 1. */
export type Story = {
  id: string;
  word: string;
  version: number;
  /** The last text that was sent; the last that is known to be kept; the last of which readers are known to have it. */
  sent: number;
  saved: number;
  published: number;
  /** The texts that are known to be planned. */
  planned: number[];
};

/** A file that was uploaded, as its uploader knows it. */
export type Uploaded = { id: string; hash: string };

/** All that was done and told. */
export type Ledger = {
  stories: Story[];
  uploaded: Uploaded[];
  /** How often each deed was acknowledged, and how often it was not, by what was answered instead. */
  done: Map<string, number>;
  unanswered: Map<string, number>;
  /** What was acknowledged and is not there, or is there without having been sent, in words. */
  wrong: string[];
  times: number[];
};

/** @returns a ledger in which nothing stands */
export function emptyLedger(): Ledger {
  return { stories: [], uploaded: [], done: new Map(), unanswered: new Map(), wrong: [], times: [] };
}

/** A number of a text, as it stands in what somebody reads; 0 where none does. */
export function textIn(page: string, { word }: Pick<Story, "word">): number {
  const numbers = [...page.matchAll(new RegExp(`${word}x(\\d+)`, "g"))].map(([, number]) => Number(number));
  return Math.max(0, ...numbers);
}

/** The word by which one text of a story is found. */
export function wordOf({ word }: Pick<Story, "word">, text: number): string {
  return `${word}x${text}`;
}

/** Counts one more. */
export function tally(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** On which shelf and under whose name stories are, and the file of the database. */
export type Where = { sectionId: string; bylineId: string; file: string };

/** What a story says in one of its texts. */
export function contentOf(story: Pick<Story, "word">, text: number, { sectionId, bylineId }: Where): ArticleContent {
  const said = `Text ${text} of ${story.word}.`;
  return {
    ...EMPTY_ARTICLE,
    headline: `Ferry ${wordOf(story, text)} sails`,
    standfirst: "What happened at the harbour.",
    body: { version: 1, blocks: [{ type: "paragraph", content: [{ type: "text", text: said }] }] },
    slug: `ferry-${story.word}`,
    sectionId,
    bylineIds: [bylineId],
  };
}
