import type { PictureSources } from "@/domain/media/asset";
import type { Crop } from "@/domain/media/crop";
import type { ArticleContent, CorrectionKind, CorrectionPlace, CreditRole, TakedownReason } from "./article";
import type { Block, Inline } from "./body";
import type { Card, Credited, Named, Shelf } from "./card";

/** A picture as one story uses it, ready to be shown. */
export type Figure = { sources: PictureSources; shape: Crop; alt: string; caption: string; credit: string };

export type StoryLink = { label: string; href: string };

/** A note of the story, by the number at which its text refers to it. */
export type Note = { number: number; text: string };

/** A sound or film of ours: its file, and how long it plays in milliseconds where that is known. */
export type Recording = {
  title: string;
  caption: string;
  credit: string;
  src: string;
  /** Its type on the web, such as "audio/mpeg". */
  mime: string;
  duration: number | null;
};

/** A film besides: its shape, what stands there before it plays, and what is said in it, in writing. */
export type Film = Recording & {
  width: number;
  height: number;
  poster: string | null;
  captions: { src: string; language: string } | null;
};

/** A file to download: and how many bytes it has. */
export type Download = Omit<Recording, "duration"> & { bytes: number };

/** A text or block with the number of every note where it is referred to. */
export type Numbered<T> = T extends { type: "footnote" }
  ? { type: "footnote"; attrs: Note }
  : T extends readonly (infer Part)[]
    ? Numbered<Part>[]
    : T extends object
      ? { [Key in keyof T]: Numbered<T[Key]> }
      : T;

/** Those that say something only once what they refer to is looked up. */
type Enriched = "heading" | "picture" | "quickLinks" | "gallery" | "audio" | "video" | "document" | "relatedStories";

/** What readers may no longer be shown. */
export type WithheldKind = "picture" | "audio" | "video";

/** A block as the page shows it: the body's own, with what they refer to looked up. */
export type StoryBlock =
  | Numbered<Exclude<Block, { type: Enriched }>>
  | (Numbered<Extract<Block, { type: "heading" }>> & { anchor: string })
  | { type: "picture"; figure: Figure }
  | { type: "gallery"; title: string; figures: Figure[] }
  | { type: "quickLinks"; links: StoryLink[] }
  | ({ type: "audio" } & Recording)
  | ({ type: "video" } & Film)
  | ({ type: "document" } & Download)
  | { type: "relatedStories"; cards: Card[] }
  /** In place of what readers may no longer be shown. */
  | { type: "withheld"; kind: WithheldKind };

/** A run of a story's text. */
export type StoryInline = Numbered<Inline>;

/** A writer as the story names them; with a portrait where the story is somebody's opinion. */
export type Writer = Credited & { portrait: PictureSources | null };

/** Who did one kind of work for the story besides writing it. */
export type Credits = { role: CreditRole; people: Credited[] };

/** What was wrong in the story, or unclear, and was put right. */
export type Correction = {
  id: string;
  kind: CorrectionKind;
  text: string;
  place: CorrectionPlace;
  publishedAt: Date;
};

/** A story that does not hold: it stays where it is, and says so. */
export type Retraction = { at: Date; reason: string };

export type StoryReference = { path: string; headline: string };

/** Where the story stands among those of its series, counted from 1 in the order in which they came out. */
export type PlaceInSeries = Named & {
  part: number;
  of: number;
  previous: StoryReference | null;
  next: StoryReference | null;
};

/** The same story in another language; the language is empty for the publication's own. */
export type Translation = StoryReference & {
  language: string;
  /** Whether it is what the others are translated from. */
  isOriginal: boolean;
};

/** All that the page of a story shows. */
export type Story = Pick<ArticleContent, "headline" | "standfirst" | "label" | "kicker" | "language" | "review"> & {
  articleId: string;
  /** Null for a draft that has no address yet. */
  path: string | null;
  section: (Shelf & { id: string }) | null;
  topics: (Named & { id: string })[];
  bylines: Writer[];
  credits: Credits[];
  /** When readers first saw it. Null for a draft that no reader has seen. */
  publishedAt: Date | null;
  /** When what they see changed notably: its text, or by a correction of it. */
  updatedAt: Date | null;
  /** When what they see came before them, if only a slip was mended in it: the version of what is drawn of it. */
  seenSince: Date | null;
  /** Since when and why it stands retracted. */
  retraction: Retraction | null;
  /** Whether readers saw another text of it, or were told of another: then it has a history. */
  hasHistory: boolean;
  /** The oldest first. */
  corrections: Correction[];
  series: PlaceInSeries | null;
  translations: Translation[];
  /** Chosen by hand, to be read next. */
  related: Card[];
  lead: Figure | null;
  /** Whether it has one that readers may no longer be shown. */
  isLeadWithheld: boolean;
  /** The picture that structured data and share cards name, with what the story says of it, or else the library. */
  sharePicture: Figure | null;
  /** The parts of a long story by their subheads; empty where it has a box of them, or needs none. */
  contents: StoryLink[];
  blocks: StoryBlock[];
  notes: Note[];
  minutes: number;
  words: number;
  search: { title: string; description: string };
  share: { title: string; description: string };
};

/** An article that was before readers and was taken from them: when, and why if somebody said so. Never what it said. One that was taken down says for which reason. */
export type Gone = { note: string; at: Date; takedown: TakedownReason | null };

const WORDS_A_MINUTE = 230;

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** How long it takes to read so many words, as readers are told. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
