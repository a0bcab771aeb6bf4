import { aboutPages } from "./about";
import { bylines } from "./bylines";
import { cityStories } from "./city";
import { cultureStories } from "./culture";
import { drafts } from "./drafts";
import { dredgingStories } from "./dredging";
import { harbourStories } from "./harbour";
import { type Idea, ideas } from "./ideas";
import { nightShiftStories } from "./night-shift";
import { opinionStories } from "./opinion";
import { organisation, publication, sections, series, topics } from "./publication";
import { scienceStories } from "./science";
import { sportStories } from "./sport";
import type { Draft, Story } from "./story";
import { translations } from "./translations";

const stories = {
  ...cityStories,
  ...harbourStories,
  ...scienceStories,
  ...cultureStories,
  ...sportStories,
  ...opinionStories,
  ...dredgingStories,
  ...nightShiftStories,
  ...translations,
} satisfies Record<string, Story>;

export type StoryKey = keyof typeof stories;

/** What the town has read most while the edition came out, most of all first. */
const mostRead: readonly StoryKey[] = [
  "bridgeShut",
  "trams",
  "wrongStreet",
  "lastTicketWindow",
  "keeper",
  "violin",
  "quayStew",
  "marathon",
  "forecaster",
  "wrongMark",
];

/** The demonstration edition: all that a newcomer's first start puts in, apart from the pictures themselves. */
export const edition = {
  publication,
  organisation,
  owner: { name: "Ragnhild Obuya", email: "owner@halyard.example" },
  /** Whose byline the editor signs in under, who publishes it all. */
  editor: "adaeze",
  sections,
  topics,
  series,
  bylines,
  aboutPages,
  stories: stories as Record<StoryKey, Story>,
  mostRead,
  drafts: drafts as Record<keyof typeof drafts, Draft>,
  ideas: ideas as readonly Idea[],
} as const;
