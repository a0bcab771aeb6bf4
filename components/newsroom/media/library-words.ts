import { KIND_NAMES } from "@/domain/media/asset";
import {
  COUNTED,
  FILTERS,
  type Filter,
  type LACKING,
  type LibraryQuery,
  type RIGHTS,
  type RightsMark,
  type SHAPES,
  type SORTS,
} from "@/domain/media/library";

/** What the library can be narrowed to that somebody made. */
export type Shelves = {
  collections: { id: string; name: string; count: number }[];
  uploaders: { id: string; name: string }[];
};

export const RIGHTS_NAMES: Record<(typeof RIGHTS)[number], string> = {
  usable: "Usable now",
  "lapses-soon": "Lapse within two weeks",
  lapsed: "Lapsed",
  "not-yet": "Not usable yet",
  restricted: "With restrictions",
};

export const RIGHTS_MARKS: Record<NonNullable<RightsMark>, { words: string; tone: "bad" | "warn" | "plain" }> = {
  lapsed: { words: "Lapsed", tone: "bad" },
  "not-yet": { words: "Not yet", tone: "bad" },
  "lapses-soon": { words: "Lapses soon", tone: "warn" },
  restricted: { words: "Restricted", tone: "plain" },
};

export const LACKING_NAMES: Record<(typeof LACKING)[number], string> = {
  alt: "Without alt text",
  credit: "Without a credit",
};

export const SHAPE_NAMES: Record<(typeof SHAPES)[number], string> = {
  landscape: "Landscape",
  portrait: "Portrait",
  square: "Square",
};

export const WIDE_NAMES = { "1200": "1200 pixels or more", "2400": "2400 pixels or more" };
export const USED_NAMES = { yes: "Used", no: "Unused" };

export const SORT_NAMES: Record<(typeof SORTS)[number], string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  name: "By file name",
  best: "Best match first",
};

/** A filter that holds, in words. */
export type Chip = { filter: Filter; words: string };

/** The filters that hold, but for the kind, which has its own place. */
export function chipsOf(query: LibraryQuery, { collections, uploaders }: Shelves): Chip[] {
  const named = (all: { id: string; name: string }[], id: string) => all.find((each) => each.id === id)?.name;
  const words: { [Name in Filter]?: (value: NonNullable<LibraryQuery[Name]>) => string } = {
    collection: (id) => `In ${named(collections, id) ?? "a collection that is gone"}`,
    keyword: (keyword) => `Keyword ${keyword}`,
    by: (id) => `Uploaded by ${named(uploaders, id) ?? "somebody"}`,
    used: (used) => USED_NAMES[used],
    rights: (rights) => RIGHTS_NAMES[rights],
    lacks: (lacks) => LACKING_NAMES[lacks],
    shape: (shape) => SHAPE_NAMES[shape],
    wide: (wide) => `${wide} pixels wide or more`,
    moving: () => "Moving",
    from: (day) => `Uploaded from ${day}`,
    to: (day) => `Uploaded to ${day}`,
    takenFrom: (day) => `Taken from ${day}`,
    takenTo: (day) => `Taken to ${day}`,
    bin: () => "In the bin",
  };
  return FILTERS.flatMap((filter) => {
    const [value, tell] = [query[filter], words[filter] as ((value: string) => string) | undefined];
    return value && tell ? [{ filter, words: tell(value) }] : [];
  });
}

/** How many there are, such as "More than 1,000 pictures". */
export function countWords({
  count,
  uncounted,
  kind,
}: {
  count: number;
  uncounted: boolean;
  kind?: LibraryQuery["kind"];
}) {
  const { one, many } = kind ? KIND_NAMES[kind] : { one: "file", many: "files" };
  if (uncounted) return `More than ${COUNTED.toLocaleString("en")} ${many}`;
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
