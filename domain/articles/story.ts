import type { PictureSources } from "@/domain/media/asset";
import type { Block } from "./body";
import type { Credited, Named } from "./card";

/** A picture as one story uses it, ready to be shown. */
export type Figure = { sources: PictureSources; alt: string; caption: string; credit: string };

export type StoryLink = { label: string; href: string };

/** Those that say something only once what they refer to is looked up. */
type Enriched = "heading" | "picture" | "quickLinks" | "gallery" | "audio" | "video" | "relatedStories";

/** A block as the page shows it: the body's own, with what they refer to looked up. */
export type StoryBlock =
  | Exclude<Block, { type: Enriched }>
  | (Extract<Block, { type: "heading" }> & { anchor: string })
  | { type: "picture"; figure: Figure }
  | { type: "gallery"; title: string; figures: Figure[] }
  | { type: "quickLinks"; links: StoryLink[] };

/** All that the page of a story shows. */
export type Story = {
  articleId: string;
  /** Null for a draft that has no address yet. */
  path: string | null;
  headline: string;
  standfirst: string;
  section: Named | null;
  topics: Named[];
  bylines: Credited[];
  /** Null for a draft that no reader has seen. */
  publishedAt: Date | null;
  updatedAt: Date | null;
  lead: Figure | null;
  /** The picture that structured data and share cards name, with what the story says of it, or else the library. */
  sharePicture: Figure | null;
  blocks: StoryBlock[];
  minutes: number;
  words: number;
  search: { title: string; description: string };
  share: { title: string; description: string };
};

/** What readers are told of a story that was taken from them: when, and why if somebody said so. Never what it said. */
export type Gone = { note: string; at: Date };
