/** Something of a story that falls on this day, or fell before and was not done. */
export type Due = {
  kind: "deadline" | "planned" | "publish" | "unpublish" | "embargo";
  articleId: string;
  headline: string;
  writer: string;
  at: Date;
  /** Whether its time has gone by. */
  late: boolean;
};

/** How often stories were read in each of the last 24 hours, the oldest first, and in the day before those. */
export type Readings = { hours: { from: Date; count: number }[]; today: number; before: number };

/** A story that readers see, with its readings in each of the last 24 hours. */
export type ReadStory = {
  articleId: string;
  headline: string;
  path: string;
  publishedAt: Date;
  hours: number[];
  today: number;
  lastHours: number;
};

/** How many of the last hours count as just now. */
export const LAST_HOURS = 3;

/** Something that did not go as it should, the newest first. */
export type Failure = {
  kind: "job" | "waiting" | "schedule" | "overdue" | "letter";
  /** What failed, in words. */
  what: string;
  why: string;
  /** When it failed, or when it is tried again. */
  at: Date;
  /** The story that it is about. */
  article: { id: string; headline: string } | null;
};
