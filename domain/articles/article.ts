import { z } from "zod";
import type { Said } from "@/domain/media/asset";
import { Id } from "@/lib/id-field";
import { isLanguage } from "@/lib/language";
import { isSlug, legible } from "@/lib/slug";
import { assetsIn, Body, EMPTY_BODY, notesIn, PictureUse, picturesIn, plainText, saidOf } from "./body";
import { DraftBody, forReaders } from "./review";

/** What kind of journalism a story is. Readers are told of every kind but news. */
export const LABELS = ["news", "analysis", "opinion", "interview", "review", "sponsored"] as const;
export type Label = (typeof LABELS)[number];

/** What people are credited for besides writing. */
export const CREDIT_ROLES = [
  "editor",
  "fact-checker",
  "researcher",
  "photographer",
  "illustrator",
  "producer",
  "translator",
] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

/** Something was wrong and is put right, or could be misread and is made plain. */
export const CORRECTION_KINDS = ["correction", "clarification"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Why a revision came before readers. After the first: a slip mended, news of note, or what was wrong put right. */
export const PUBLICATION_KINDS = ["first", "minor", "update", "correction", "clarification", "retraction"] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Above the text, for what changes how it is read; else at its end. */
export const CORRECTION_PLACES = ["top", "end"] as const;
export type CorrectionPlace = (typeof CORRECTION_PLACES)[number];

/** What a review is of. A rating is from 0 to 5 in halves. */
export const Review = z.strictObject({
  kind: z.enum(["book", "film", "music", "performance", "exhibition", "restaurant", "product", "other"]),
  item: z.string().max(200),
  rating: z.number().min(0).max(5).multipleOf(0.5).nullable(),
});
export type Review = z.infer<typeof Review>;

/** Of a permalink of 120 characters that are asked for by their codes. */
const LONGEST_ENCODED = 1100;

/**
 * All that an article says. A draft holds one and may be incomplete; a revision is one kept for good.
 * Strings are kept as typed and trimmed only when they are published.
 */
export const ArticleContent = z.strictObject({
  headline: z.string().max(300, "A headline has at most 300 characters."),
  standfirst: z.string().max(1000, "A standfirst has at most 1,000 characters."),
  /** With suggestions and the anchors of comments, which readers never get. */
  body: DraftBody,
  sectionId: Id.nullable(),
  topicIds: z.array(Id).max(20, "An article has at most 20 topics."),
  /** In the order they are shown. */
  bylineIds: z.array(Id).max(20, "An article has at most 20 bylines."),
  lead: PictureUse.nullable(),
  /** The last part of the permalink; empty to take it from the headline. */
  slug: z
    .string()
    .max(LONGEST_ENCODED, "A permalink has at most 120 characters.")
    .refine((slug) => legible(slug).length <= 120, "A permalink has at most 120 characters.")
    .refine(
      (slug) => slug === "" || isSlug(slug),
      "Use lower-case letters, digits and single hyphens, such as bridge-reopens.",
    ),
  search: z.strictObject({ title: z.string().max(200), description: z.string().max(500) }),
  share: z.strictObject({
    title: z.string().max(200),
    description: z.string().max(500),
    assetId: Id.nullable(),
  }),
  label: z.enum(LABELS).default("news"),
  /** A few words above the headline. */
  kicker: z.string().max(80, "A kicker has at most 80 characters.").default(""),
  /** A BCP 47 tag where the story is not in the publication's language; else empty. */
  language: z
    .string()
    .max(35)
    .refine((tag) => tag === "" || isLanguage(tag), "Enter a language tag, such as en, en-GB or ar.")
    .default(""),
  /** In the order they are shown; each with a person and what for. */
  credits: z
    .array(z.strictObject({ role: z.enum(CREDIT_ROLES), bylineId: Id }))
    .max(40, "An article has at most 40 credits.")
    .default([]),
  /** Articles to read next, chosen by hand. */
  relatedIds: z.array(Id).max(8, "At most 8 stories are chosen by hand.").default([]),
  seriesId: Id.nullable().default(null),
  /** The article of which this is a translation. */
  translationOf: Id.nullable().default(null),
  review: Review.nullable().default(null),
});
export type ArticleContent = z.infer<typeof ArticleContent>;

export type ContentField = keyof ArticleContent;
export const CONTENT_FIELDS = Object.keys(ArticleContent.shape) as ContentField[];

/** All that an article says to readers, as `forReaders` makes it. */
export const ReadersContent = ArticleContent.extend({ body: Body });
export type ReadersContent = z.infer<typeof ReadersContent>;

export const EMPTY_ARTICLE: ReadersContent = {
  headline: "",
  standfirst: "",
  body: EMPTY_BODY,
  sectionId: null,
  topicIds: [],
  bylineIds: [],
  lead: null,
  slug: "",
  search: { title: "", description: "" },
  share: { title: "", description: "", assetId: null },
  label: "news",
  kicker: "",
  language: "",
  credits: [],
  relatedIds: [],
  seriesId: null,
  translationOf: null,
  review: null,
};

/** A content in which every picture says what readers see of it: what it leaves to the library is filled in. */
export function filledIn<C extends Pick<ArticleContent, "lead" | "body">>(
  content: C,
  library: { get(assetId: string): Said | undefined },
): C {
  const filled = (use: PictureUse): PictureUse => ({ ...use, ...saidOf(use, library.get(use.assetId)) });
  const blocks = content.body.blocks.map((block) => {
    if (block.type === "picture") return { ...block, attrs: filled(block.attrs) };
    if (block.type !== "gallery") return block;
    return { ...block, attrs: { ...block.attrs, pictures: block.attrs.pictures.map(filled) } };
  });
  return { ...content, lead: content.lead && filled(content.lead), body: { ...content.body, blocks } };
}

/** Something a story lacks before readers may see it: the field to go to, and what to do. */
export type Missing = { field: string; message: string };

/**
 * What must be mended before the content may be published, in the order of the screen. Empty when it may.
 * @param draft a content that is filled in
 */
export function missingForPublication(draft: ArticleContent): Missing[] {
  const content = forReaders(draft);
  const missing: Missing[] = [];
  const need = (lacking: boolean, field: string, message: string) => {
    if (lacking) missing.push({ field, message });
  };
  need(!content.headline.trim(), "headline", "Write a headline.");
  need(!content.sectionId, "section", "Choose a section.");
  need(content.bylineIds.length === 0, "bylines", "Choose at least one byline.");
  if (content.lead) {
    need(content.lead.alt === null, "lead", "Describe the lead image, or mark it as decorative.");
    need(!content.lead.credit?.trim(), "lead", "Give the lead image a credit.");
  }
  need(content.label === "review" && !content.review?.item.trim(), "review", "Say what is reviewed.");
  need(content.label === "sponsored" && !content.kicker.trim(), "kicker", "Say in the kicker who paid for this story.");
  need(!plainText(content.body).trim(), "body", "Write the body.");
  picturesIn(content.body).forEach((picture, index) => {
    need(picture.alt === null, "body", `Describe picture ${index + 1} in the body, or mark it as decorative.`);
    need(!picture.credit?.trim(), "body", `Give picture ${index + 1} in the body a credit.`);
  });
  notesIn(content.body).forEach((note, index) => {
    need(!note.trim(), "body", `Write note ${index + 1}, or take it out.`);
  });
  for (const block of content.body.blocks) missing.push(...missingInBlock(block));
  return missing;
}

/** What a block lacks that would be wrong before readers. */
function missingInBlock(block: Body["blocks"][number]): Missing[] {
  const lacks = (message: string): Missing[] => [{ field: "body", message }];
  switch (block.type) {
    case "embed":
      return block.attrs.url && !/^https?:/i.test(block.attrs.url)
        ? lacks("Give the embed an address of the web, or take it out.")
        : [];
    case "audio":
      return block.attrs.title.trim() ? [] : lacks("Give the recording a title.");
    case "document":
      return block.attrs.title.trim() ? [] : lacks("Give the document a title.");
    case "video":
      return [
        ...(block.attrs.title.trim() ? [] : lacks("Give the film a title.")),
        ...(block.attrs.captionsAssetId || block.attrs.caption.trim()
          ? []
          : lacks("Give the film captions, or say below it what is heard in it.")),
      ];
    default:
      return [];
  }
}

/** The pictures, sounds and films that a content shows or shares, each once. */
export function assetIdsIn(content: Pick<ArticleContent, "lead" | "share" | "body">): string[] {
  const ids = [content.lead?.assetId, content.share.assetId, ...assetsIn(content.body)];
  return [...new Set(ids.filter((id) => id != null))];
}

export const SaveDraft = z.strictObject({
  id: Id,
  /** The version that the writer started from. */
  version: z.int().min(0),
  content: ArticleContent,
  /** The fields that the writer changed since that version; all where it is left out. */
  changed: z.array(z.enum(CONTENT_FIELDS)).optional(),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** A save that lost a race: what stands now, by whom, beside what the second person wrote (kept as a revision). */
export type DraftConflict = {
  current: ArticleContent;
  /** Where both wrote something else. */
  fields: ContentField[];
  version: number;
  savedBy: string;
  savedAt: Date;
  keptRevisionId: string;
};

/** `joined` is the text that stands, where what others wrote in other fields meanwhile is now in it. */
export type SaveResult =
  | { saved: { version: number; savedAt: Date; joined?: ArticleContent } }
  | { conflict: DraftConflict };

/** What a screen says of itself every few seconds. */
export const Beat = z.strictObject({
  id: Id,
  /** Names the tab: one person may have several. */
  tab: z.string().min(8).max(40),
  /** Where they write just now. */
  field: z.enum(CONTENT_FIELDS).nullable(),
  /** They are going. */
  leaves: z.boolean().default(false),
});
export type Beat = z.input<typeof Beat>;

export const TakeOver = z.strictObject({ id: Id, tab: z.string().min(8).max(40), field: z.enum(CONTENT_FIELDS) });
export type TakeOver = z.infer<typeof TakeOver>;

/** Somebody who has a story open. */
export type Present = {
  tab: string;
  staffId: string;
  name: string;
  field: ContentField | null;
  /** Whether they came to their field before anybody else who is in it. */
  holds: boolean;
};

/** What a screen is told in return. */
export type Company = {
  /** The draft's version on the server. */
  version: number;
  /** Others who have the story open, and other tabs of one's own. */
  others: Present[];
  /** Who took one's field over, until one goes to another. */
  takenOver: { by: string; field: ContentField; at: Date } | null;
};

const What = (empty: string) => z.string().trim().min(1, empty).max(500, "This has at most 500 characters.");

/** Whether the change puts a retracted story back among the others: it stays retracted unless somebody says so. */
const EndsRetraction = z.union([z.boolean(), z.literal("on").transform(() => true)]).optional();

/**
 * What a publication after the first is to readers. A minor one mends a slip and moves no time; an update says what
 * changed; a correction or clarification stands with the story for good; a retraction marks it and takes it from lists.
 */
export const Change = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("minor"), endsRetraction: EndsRetraction }),
    z.object({ kind: z.literal("update"), note: What("Say what changed."), endsRetraction: EndsRetraction }),
    z.object({
      kind: z.enum(CORRECTION_KINDS),
      text: z
        .string()
        .trim()
        .min(1, "Say what was wrong, and what is right.")
        .max(2000, "A correction has at most 2,000 characters."),
      place: z.enum(CORRECTION_PLACES, "Choose where it stands."),
      /** The member of the staff who approved it; they may be who publishes it. */
      approvedBy: z.string("Choose who approved it.").min(1, "Choose who approved it.").max(40),
      endsRetraction: EndsRetraction,
    }),
    z.object({ kind: z.literal("retraction"), reason: What("Say why it is retracted.") }),
  ],
  "Choose what kind of change this is.",
);
export type Change = z.infer<typeof Change>;

/** Puts the draft before readers. After the first time it says what kind of change that is; else it is an update. */
export const PublishArticle = z.object({
  id: Id,
  version: z.coerce.number().int().min(0),
  change: Change.optional(),
});
export type PublishArticle = z.infer<typeof PublishArticle>;

/** What can be told of a story without its draft: what was wrong in it, that it is retracted, or is so no longer. */
export const AmendArticle = z.object({ id: Id, change: Change });
export type AmendArticle = z.infer<typeof AmendArticle>;

/** What readers are told where a story was taken from them; may be empty. */
export const EndNote = z.string().trim().max(500, "What readers are told has at most 500 characters.").default("");

/** Takes an article from readers; the note tells them why, and may be empty. */
export const UnpublishArticle = z.object({
  id: Id,
  note: EndNote,
});
export type UnpublishArticle = z.input<typeof UnpublishArticle>;

/** Why a story was taken down. */
export const TAKEDOWN_REASONS = ["legal", "privacy", "safety", "other"] as const;
export type TakedownReason = (typeof TAKEDOWN_REASONS)[number];

/** Takes a story down, until somebody lifts that. */
export const TakeDownArticle = z.object({
  id: Id,
  reason: z.enum(TAKEDOWN_REASONS, "Choose a reason."),
  note: What("Say what readers are told."),
});
export type TakeDownArticle = z.infer<typeof TakeDownArticle>;

export const RestoreRevision = z.object({ id: Id, revisionId: Id, version: z.coerce.number().int().min(0) });
export type RestoreRevision = z.infer<typeof RestoreRevision>;

export const OneArticle = z.object({ id: Id });
export type OneArticle = z.infer<typeof OneArticle>;
