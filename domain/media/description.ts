import { z } from "zod";
import { PlannedTime } from "@/domain/articles/schedule";
import { jsonField } from "@/lib/json-field";
import {
  DECORATIVE_ALT,
  EditAsset,
  isAltOrDecorative,
  MAX_CREDIT,
  MAX_KEYWORD,
  MAX_KEYWORDS,
  MAX_NAME,
  MAX_PEOPLE,
  MAX_TERMS,
} from "./asset";
import type { Credentials } from "./credentials";
import { SpokenLanguage } from "./spoken-language";
import { TakenAt } from "./taken-at";

const line = (name: string, most = MAX_NAME) =>
  z
    .string()
    .trim()
    .max(most, `${name} has at most ${most.toLocaleString("en")} characters.`)
    .default("");

/** A list as one types it. @param separator what stands between its entries, besides the end of a line */
function listOf(separator: RegExp, most: number, longest: number, tooMany: string, tooLong: string) {
  const split = (given: unknown) => (typeof given === "string" ? given.split(separator) : given);
  return z
    .preprocess(split, z.array(z.string()))
    .transform((entries) => eachOnce(entries.map((entry) => entry.replace(/\s+/g, " ").trim().normalize("NFC"))))
    .refine((entries) => entries.length <= most, tooMany)
    .refine((entries) => entries.every((entry) => entry.length <= longest), tooLong)
    .default([]);
}

/** Each once, whatever its case. */
function eachOnce(entries: string[]): string[] {
  const known = new Set<string>();
  return entries.filter((entry) => {
    const folded = entry.toLowerCase();
    return entry && !known.has(folded) && known.add(folded);
  });
}

const WHOLE = "Enter a whole number of stories, or nothing.";

/** All that staff may say of an asset: what it shows, who made it, its rights, and a word for editors. */
export const DescribeAsset = z
  .object({
    ...EditAsset.shape,
    creator: line("A creator"),
    agency: line("An agency"),
    source: line("A source"),
    place: line("A place"),
    people: listOf(
      /[\n;]/,
      MAX_PEOPLE,
      MAX_NAME,
      `Name at most ${MAX_PEOPLE} people.`,
      `A name has at most ${MAX_NAME} characters.`,
    ),
    takenAt: TakenAt.default(""),
    keywords: listOf(
      /[\n,;]/,
      MAX_KEYWORDS,
      MAX_KEYWORD,
      `Use at most ${MAX_KEYWORDS} keywords.`,
      `A keyword has at most ${MAX_KEYWORD} characters.`,
    ),
    language: SpokenLanguage.default(""),
    notes: line("A note", MAX_TERMS),
    copyrightNotice: line("A copyright notice", MAX_CREDIT),
    licence: line("A licence"),
    usageTerms: line("What the terms say", MAX_TERMS),
    restrictions: line("What the restrictions say", MAX_TERMS),
    territory: line("A territory"),
    /** Each as the publication's clocks show it; empty for no bound. */
    validFrom: PlannedTime.default({ at: "", turn: "" }),
    validUntil: PlannedTime.default({ at: "", turn: "" }),
    cost: line("What it costs"),
    usesAllowed: z
      .union([z.literal("").transform(() => null), z.null(), z.coerce.number()], WHOLE)
      .refine((uses) => uses === null || (Number.isInteger(uses) && uses >= 0 && uses <= 100_000), WHOLE)
      .default(null),
    /** What the form showed when it was opened; left out by whom only what is given counts. */
    was: z.string().max(100_000).transform(jsonField).pipe(z.record(z.string(), z.unknown())).optional(),
  })
  .refine(isAltOrDecorative, DECORATIVE_ALT);
export type DescribeAsset = z.infer<typeof DescribeAsset>;

/** What is said of an asset, as it is kept. */
export type Described = Omit<DescribeAsset, "id" | "alt" | "decorative" | "validFrom" | "validUntil" | "was"> & {
  alt: string | null;
  validFrom: Date | null;
  validUntil: Date | null;
};

/** What is known of an asset, for the form that changes it. */
export type AssetDescription = Described & {
  /** In how many stories it came before readers. */
  uses: number;
  /** What its content credentials say; null where it has none. */
  credentials: Credentials | null;
};
