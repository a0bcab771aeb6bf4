import { aboutPages } from "./about";
import { bylines } from "./bylines";
import { cityStories } from "./city";
import { cultureStories } from "./culture";
import { drafts } from "./drafts";
import { harbourStories } from "./harbour";
import { opinionStories } from "./opinion";
import { organisation, publication, sections, topics } from "./publication";
import { scienceStories } from "./science";
import { sportStories } from "./sport";
import type { Draft, Story } from "./story";

const stories = {
  ...cityStories,
  ...harbourStories,
  ...scienceStories,
  ...cultureStories,
  ...sportStories,
  ...opinionStories,
} satisfies Record<string, Story>;

export type StoryKey = keyof typeof stories;

/** The demonstration edition: all that a newcomer's first start puts in, apart from the pictures themselves. */
export const edition = {
  publication,
  organisation,
  owner: { name: "Ragnhild Obuya", email: "owner@halyard.example" },
  /** Whose byline the editor signs in under, who publishes it all. */
  editor: "adaeze",
  sections,
  topics,
  bylines,
  aboutPages,
  stories: stories as Record<StoryKey, Story>,
  drafts: drafts as Record<keyof typeof drafts, Draft>,
} as const;
