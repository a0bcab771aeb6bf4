import type { PictureKey } from "@/db/seed/pictures/pictures";
import { pictureUse, type Written, written } from "@/db/seed/write";
import type { Change, CreditRole, Label, Review } from "@/domain/articles/article";
import type { Block, PictureUse } from "@/domain/articles/body";
import type { BylineKey } from "./bylines";
import type { SectionKey, SeriesKey, TopicKey } from "./publication";

/** What was changed in a story that readers had already seen. */
export type Update = {
  hoursLater: number;
  /** What it was to readers; an update of which nothing was said unless told. Its editor approved a correction. */
  change?: Unapproved<Change>;
  headline?: string;
  standfirst?: string;
  /** New blocks in the place of old ones, by their place in the body. */
  replace?: Record<number, Written>;
  /** New blocks at the end. */
  append?: Written[];
};

type Unapproved<Any> = Any extends unknown ? Omit<Any, "approvedBy"> : never;

type Told = {
  headline: string;
  standfirst?: string;
  topics?: TopicKey[];
  bylines?: BylineKey[];
  lead?: PictureUse;
  slug?: string;
  label?: Label;
  kicker?: string;
  language?: string;
  credits?: Partial<Record<CreditRole, BylineKey[]>>;
  /** Stories to be read next, by their keys. */
  related?: string[];
  series?: SeriesKey;
  /** The key of the story of which this is a translation. */
  translationOf?: string;
  review?: Review;
  search?: { title?: string; description?: string };
  share?: { title?: string; description?: string; picture?: PictureKey };
  body: Written[];
};

export type StoryInput = Told & {
  section: SectionKey;
  topics: TopicKey[];
  bylines: BylineKey[];
  hoursAgo: number;
  updates?: Update[];
};

/** So many days from when the edition is put in, and what the clock shows there. */
export type DayAndClock = [days: number, clock: string];

export type DraftInput = Told & {
  section?: SectionKey;
  hoursAgo: number;
  stage: "drafting" | "review";
  due?: DayAndClock;
  out?: DayAndClock;
};

export type Story = Omit<StoryInput, "body"> & { body: Block[] };
export type Draft = Omit<DraftInput, "body"> & { body: Block[] };

/** A published story. `hoursAgo` is when readers first saw it, counted back from the day the edition is put in. */
export function story(input: StoryInput): Story {
  return { ...input, body: written(input.body) };
}

/** An unfinished story, which only the newsroom sees. */
export function draft(input: DraftInput): Draft {
  return { ...input, body: written(input.body) };
}

export const lead = pictureUse;
