import { z } from "zod";
import { PlannedTime } from "@/domain/articles/schedule";
import { Id } from "@/lib/id-field";
import { undoField } from "@/lib/json-field";
import { idsField } from "@/lib/many";
import { MAX_CREDIT, MAX_KEYWORDS, MAX_NAME, MAX_PEOPLE, MAX_TERMS } from "./asset";
import { keywordsIn } from "./library";
import { SpokenLanguage } from "./spoken-language";

/** How many assets may be changed at once. */
export const MOST = 200;

export const Ids = idsField("files", MOST);

const text = (longest: number) => z.string().trim().max(longest, `Use at most ${longest} characters.`);
const Keywords = z
  .string()
  .max(MAX_KEYWORDS * 100)
  .transform(keywordsIn)
  .pipe(z.array(z.string()).min(1, "Enter a keyword.").max(MAX_KEYWORDS, `Use at most ${MAX_KEYWORDS} keywords.`));

/** What an asset says of itself in one line or text each, and can be given to many at once. */
const LINES = {
  credit: text(MAX_CREDIT),
  creator: text(MAX_NAME),
  agency: text(MAX_NAME),
  source: text(MAX_NAME),
  place: text(MAX_NAME),
  copyrightNotice: text(MAX_CREDIT),
  licence: text(MAX_NAME),
  usageTerms: text(MAX_TERMS),
  restrictions: text(MAX_TERMS),
  territory: text(MAX_NAME),
};

/** What is said anew of many assets: a field that is not there is left as it is, an empty one is emptied. */
export const EditAssets = z
  .object({
    ids: Ids,
    ...z.object(LINES).partial().shape,
    /** Names, parted by commas. */
    people: z
      .string()
      .max(MAX_PEOPLE * MAX_NAME)
      .transform((names) => names.split(/[,;\n]/).flatMap((name) => name.trim() || []))
      .pipe(z.array(z.string().max(MAX_NAME)).max(MAX_PEOPLE, `Name at most ${MAX_PEOPLE} people.`))
      .optional(),
    language: SpokenLanguage.optional(),
    addKeywords: Keywords.optional(),
    removeKeywords: Keywords.optional(),
    /** Empty for no bound. */
    validFrom: PlannedTime.optional(),
    validUntil: PlannedTime.optional(),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined && value !== input.ids), {
    message: "Tick what is to be changed.",
  });
export type EditAssets = z.infer<typeof EditAssets>;

/** The values of an asset that were changed, instants in ISO 8601. */
const Values = z
  .object({
    ...LINES,
    people: z.array(z.string().max(MAX_NAME)).max(MAX_PEOPLE),
    language: text(MAX_NAME),
    validFrom: z.iso.datetime().nullable(),
    validUntil: z.iso.datetime().nullable(),
  })
  .partial();
export type Values = z.infer<typeof Values>;

/** What a change did, so that it can be taken back. */
export const Undo = z.object({
  /** What all of them say since. */
  after: Values,
  each: z
    .array(
      z.object({
        id: Id,
        before: Values,
        added: z.array(z.string().max(200)).max(MAX_KEYWORDS),
        removed: z.array(z.string().max(200)).max(MAX_KEYWORDS),
      }),
    )
    .min(1)
    .max(MOST),
});
export type Undo = z.infer<typeof Undo>;

export const UndoEdit = z.object({
  undo: undoField(Undo),
});
export type UndoEdit = z.infer<typeof UndoEdit>;

export const NamedAssets = z.object({ ids: Ids });
export type NamedAssets = z.infer<typeof NamedAssets>;

/** What became of each asset. */
export type BulkResult = {
  done: number;
  /** Those that were so already. */
  unchanged: number;
  refused: { name: string; why: string }[];
  undo: Undo | null;
};
