import { z } from "zod";
import { ASSET_KINDS, type AssetSummary, MAX_KEYWORD } from "./asset";

/** What a picture may lack. */
export const LACKING = ["alt", "credit"] as const;
export const SHAPES = ["landscape", "portrait", "square"] as const;
/** How wide a picture is at least, in pixels, where it is told by that. */
export const WIDTHS = [1200, 2400] as const;
export const RIGHTS = ["usable", "lapses-soon", "lapsed", "not-yet", "restricted"] as const;
export const SORTS = ["newest", "oldest", "name", "best"] as const;
export type Sort = (typeof SORTS)[number];

/** How many assets are counted: of more it is only said that there are more. */
export const COUNTED = 1000;

const Day = z.iso.date().nullish().catch(null);
const Named = z.string().trim().min(1).max(60).nullish().catch(null);

/** What is asked of the library, as an address says it: what it says wrongly is left out. */
export const LibraryQuery = z.object({
  /** Words, "words in a row", -words, the last of which may be unfinished. */
  q: z.string().trim().max(200).catch("").default(""),
  kind: z.enum(ASSET_KINDS).nullish().catch(null),
  collection: Named,
  keyword: Named,
  /** Who uploaded it. */
  by: Named,
  used: z.enum(["yes", "no"]).nullish().catch(null),
  rights: z.enum(RIGHTS).nullish().catch(null),
  /** What nobody has said of it yet. */
  lacks: z.enum(LACKING).nullish().catch(null),
  shape: z.enum(SHAPES).nullish().catch(null),
  wide: z.enum(["1200", "2400"]).nullish().catch(null),
  moving: z.literal("yes").nullish().catch(null),
  /** The days of its upload, in the publication's zone. */
  from: Day,
  to: Day,
  /** The days on which it was taken. */
  takenFrom: Day,
  takenTo: Day,
  bin: z.literal("yes").nullish().catch(null),
  sort: z.enum(SORTS).nullish().catch(null),
  cursor: z.string().max(1000).nullish().catch(null),
});
export type LibraryQuery = z.infer<typeof LibraryQuery>;

/** The parts of a query that narrow the library. */
export type Filter = Exclude<keyof LibraryQuery, "q" | "sort" | "cursor">;
export const FILTERS = Object.keys(LibraryQuery.shape).filter(
  (name): name is Filter => name !== "q" && name !== "sort" && name !== "cursor",
);

/** The query of an address that asks for this, without what is not asked for. */
export function libraryAddress(query: Partial<LibraryQuery>): string {
  const said = Object.keys(LibraryQuery.shape).flatMap((name) => {
    const value = query[name as keyof LibraryQuery];
    return value ? [[name, value] as [string, string]] : [];
  });
  return new URLSearchParams(said).toString();
}

/** Whether more is asked for than the whole library. */
export function isNarrowed(query: LibraryQuery): boolean {
  return query.q !== "" || FILTERS.some((name) => query[name]);
}

/** How the rights of an asset stand, where there is something to say of it. */
export type RightsMark = Exclude<(typeof RIGHTS)[number], "usable"> | null;

/** An asset in the library's grid. */
export type LibraryAsset = AssetSummary & {
  /** Whether a story shows it, a draft would, or it is a portrait or stands for the paper. */
  used: boolean;
  rights: RightsMark;
};

/** One page of the library. `next` is the cursor of the page after it; null at the end. */
export type LibraryPage = {
  assets: LibraryAsset[];
  next: string | null;
  /** How many there are, at most COUNTED; whether there are more. */
  count: number;
  uncounted: boolean;
};

/** A keyword as it is kept: on one line, without blanks around it; empty where nothing is left. */
export function tidyKeyword(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf},;]+/gu, " ")
    .trim()
    .normalize("NFC")
    .slice(0, MAX_KEYWORD)
    .trim();
}

/** The keywords that somebody typed or a file says, parted by commas; each once, however it is spelled. */
export function keywordsIn(typed: string): string[] {
  const found = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const keyword = tidyKeyword(part);
    if (keyword && !found.has(keyword.toLowerCase())) found.set(keyword.toLowerCase(), keyword);
  }
  return [...found.values()];
}
