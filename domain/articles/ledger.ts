import type { PictureSources } from "@/domain/media/asset";
import type { CorrectionKind, PublicationKind } from "./article";
import type { Shelf } from "./card";
import type { FieldChange } from "./comparing";
import type { Compared } from "./legible";
import type { Retraction } from "./story";

// What readers are told of how a story changed, and of what was put right in the paper.

/** One publication of a story, as readers are told of it. */
export type HistoryEntry = {
  /** Counted from the first. */
  number: number;
  kind: PublicationKind;
  /** What changed, in the newsroom's words; empty where it said nothing. */
  note: string;
  at: Date;
  /** What the text before it said otherwise; nothing for the first, and where the text stayed as it was. */
  changes: FieldChange<Compared>[];
  /** Whether what it changed is not told: it came before the story was taken down, or first after that. */
  isWithheld: boolean;
  /** Whether readers saw the same text before. */
  isSameText: boolean;
  /** Whether it put a retracted story back. */
  endsRetraction: boolean;
  /** Since when readers could not see the story before this; null where it followed at once. */
  absentSince: Date | null;
};

/** All that a page of a story's history shows. Entries are the newest first; minor ones in a row stand together. */
export type History = {
  articleId: string;
  path: string;
  headline: string;
  language: string;
  section: Shelf;
  firstPublishedAt: Date;
  updatedAt: Date;
  retraction: Retraction | null;
  groups: HistoryEntry[][];
  page: number;
  pages: number;
  /** How many publications there were, the first among them. */
  total: number;
  /** The pictures that readers can still see. */
  pictures: ReadonlyMap<string, PictureSources>;
};

/** Something that was put right, or a story that was found not to hold. */
export type CorrectionEntry = {
  id: string;
  kind: CorrectionKind | "retraction";
  text: string;
  at: Date;
  /** Of the story as readers see it now. */
  articleId: string;
  path: string;
  headline: string;
  language: string;
};

/** Minor updates that follow upon each other stand together; all else for itself. */
export function grouped(entries: readonly HistoryEntry[]): HistoryEntry[][] {
  const groups: HistoryEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const isWithLast = entry.kind === "minor" && last?.[0]?.kind === "minor" && !last.at(-1)?.absentSince;
    if (isWithLast) last?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
