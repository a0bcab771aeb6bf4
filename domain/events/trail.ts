/** Which events of the trail are asked for. */
export type TrailFilters = {
  /** Who did it: a member of the staff, or the product itself. */
  actorId?: string;
  /** The kind of thing, such as "article", or one verb, such as "article.published". */
  what?: string;
  /** Words of the name that the thing has. */
  about?: string;
  /** One thing, such as "article:0a1b2c". */
  subject?: string;
  /** Days in the publication's zone, both included, such as "2026-11-28". */
  from?: string;
  until?: string;
  /** The number of the last event of the page before. */
  cursor?: string;
};

/** Stands for the product itself where a person is named. */
export const HOUSE_ACTOR = "masthead";

export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
