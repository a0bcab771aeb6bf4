import type { ArticleContent, TakedownReason } from "@/domain/articles/article";
import type { Assignable } from "@/domain/articles/board";
import type { Conversation } from "@/domain/articles/comment";
import type { PreviewLink } from "@/domain/articles/preview-link";
import type { Timeline } from "@/domain/articles/schedule";
import type { ReadersState, StoryPlan } from "@/domain/articles/stage";
import type { Correction } from "@/domain/articles/story";
import type { PictureSources, PlayedSource } from "@/domain/media/asset";
import type { Actor } from "@/domain/people/staff";
import type { Snippet } from "@/domain/snippets/snippet";
import type { StyleRule } from "@/domain/style/style";
import type { Byline } from "@/domain/taxonomy/byline";
import type { Section } from "@/domain/taxonomy/section";
import type { Series } from "@/domain/taxonomy/series";
import type { Topic } from "@/domain/taxonomy/topic";
import type { FormState } from "@/lib/form-state";
import type { Choice } from "./choices";

/** An article as its screen gets it. */
export type ArticleOnScreen = {
  id: string;
  ownerId: string;
  sectionId: string | null;
  writer: string;
  version: number;
  content: ArticleContent;
  savedAt: Date;
  savedBy: string;
  readers: ReadersState;
  plan: StoryPlan;
  ownWork: boolean;
  path: string | null;
  live: {
    path: string;
    /** Where readers see it: whose desk decides of that, whatever the draft says. */
    sectionId: string;
    firstPublishedAt: Date;
    publishedAt: Date;
    version: number;
    retraction: Retraction | null;
  } | null;
  takedown: { reason: TakedownReason; note: string; at: Date } | null;
};

/** Since when and why a story stands retracted. */
export type Retraction = { at: Date; reason: string };

/** What the screen shows beside the article: the names of what it refers to, and where it will stand. */
export type Surroundings = {
  actor: Actor;
  /** The site's own address, without a slash at its end. */
  siteUrl: string;
  timeZone: string;
  sections: Section[];
  /** Those that the article names; others are looked up. */
  topics: Topic[];
  /** Those who are credited among them. */
  bylines: Byline[];
  series: Series[];
  stories: Choice[];
  pictures: PictureSources[];
  /** Sound, film and captions, by asset id. */
  played: Record<string, PlayedSource>;
  /** The publication's own. */
  language: string;
  /** Texts that may be put into the story. */
  snippets: Snippet[];
  /** The words that the house avoids. */
  styleRules: StyleRule[];
  /** What readers were told was wrong, the newest first. */
  corrections: CorrectionOnScreen[];
  /** The links by which people outside see a text of it, the newest first. */
  previewLinks: PreviewLink[];
  /** What is planned for it, and what happened to it before readers. */
  timeline: Timeline;
  /** What the staff said about it. */
  conversation: Conversation;
  /** To whom stories may be given; none for who may not plan. */
  people: Assignable[];
};

export type CorrectionOnScreen = Correction & { publishedBy: string; approvedBy: string | null };

export type Deed = (previous: FormState, form: FormData) => Promise<FormState>;

/** The server's actions upon an article. */
export type Deeds = {
  publish: Deed;
  unpublish: Deed;
  takeDown: Deed;
  liftTakedown: Deed;
  schedulePublication: Deed;
  scheduleUnpublication: Deed;
  moveSchedule: Deed;
  renewSchedule: Deed;
  cancelSchedule: Deed;
  setEmbargo: Deed;
  liftEmbargo: Deed;
  step: Deed;
  plan: Deed;
  amend: Deed;
  sharePreview: Deed;
  revokePreview: Deed;
  signInAgain: Deed;
  askPasskey: Deed;
};
