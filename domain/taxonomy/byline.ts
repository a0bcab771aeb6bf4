import { z } from "zod";
import type { Tag } from "@/domain/events/tags";
import type { AssetSummary, PictureSources } from "@/domain/media/asset";
import { OptionalEmail, OptionalPhone } from "@/domain/people/staff";
import { languageNamed } from "@/lib/languages";
import { isHttps } from "@/lib/web-address";

/** A person credited to readers, as lists and pickers show them. */
export type Byline = {
  id: string;
  slug: string;
  name: string;
  /** The role shown to readers, such as "Harbour correspondent". */
  title: string;
  /** Whether this person is not a member of the staff. */
  guest: boolean;
};

/** A list as one types it: with commas between. */
const Listed = (given: unknown) =>
  typeof given === "string"
    ? given
        .split(/[,،]/)
        .map((part) => part.trim())
        .filter(Boolean)
    : given;

/**
 * What a profile says of a person besides name, title and biography. Everything may be left empty. Lists may be given
 * as a text with commas, languages by their names.
 */
export const Particulars = z.object({
  /** BCP 47 tags of what they speak with sources and readers. */
  languages: z
    .preprocess(Listed, z.array(z.string()).max(12, "Name at most 12 languages.").default([]))
    .transform((named, context) => {
      const tags = named.map(languageNamed);
      const unknown = named[tags.indexOf(undefined)];
      if (unknown !== undefined) {
        context.addIssue({ code: "custom", message: `No language is known as “${unknown}”. Name it in English.` });
      }
      return [...new Set(tags.filter((tag) => tag !== undefined))];
    }),
  expertise: z.preprocess(
    Listed,
    z
      .array(z.string().trim().min(1))
      .max(12, "Name at most 12 subjects.")
      .refine((subjects) => subjects.every(({ length }) => length <= 80), "Use at most 80 characters for each subject.")
      .default([]),
  ),
  /** Where they work from, such as "Ostmere". */
  location: z.string().trim().max(100, "Use at most 100 characters.").default(""),
  email: OptionalEmail,
  phone: OptionalPhone,
  /** Rows that were left empty fall away. */
  links: z.preprocess(
    (given) => (Array.isArray(given) ? given.filter((link) => link?.label?.trim() || link?.url?.trim()) : given),
    z
      .array(
        z.object({
          label: z.string().trim().min(1, "Say what the link leads to.").max(60, "Use at most 60 characters."),
          url: z.string().trim().max(300).refine(isHttps, "Enter a whole address that begins with https://."),
        }),
      )
      .max(8, "Give at most 8 links.")
      .default([]),
  ),
});
export type Particulars = z.infer<typeof Particulars>;

/** A byline as its keepers list it: `aside` if writers are not offered it. */
export type KeptByline = Byline & { aside: boolean };

/** A byline with all that its profile page shows. */
export type BylineProfile = Byline & {
  bio: string;
  particulars: Particulars;
  portraitAssetId: string | null;
  portrait: AssetSummary | null;
  /** Whether readers can open the profile: some live story carries it. */
  live: boolean;
};

/** What readers see of a byline on its page. */
export type BylinePage = Omit<Byline, "guest"> & {
  bio: string;
  particulars: Particulars;
  portrait: PictureSources | null;
  /** What the profile depends on. */
  tags: Tag[];
};

const details = {
  name: z.string().trim().min(1, "Enter a name.").max(100, "Use at most 100 characters."),
  title: z.string().trim().max(100, "Use at most 100 characters.").default(""),
  bio: z.string().trim().max(2000, "Use at most 2,000 characters.").default(""),
};

/** A new guest. Members of the staff get their byline as they join. */
export const NewByline = z.object(details);
export type NewByline = z.infer<typeof NewByline>;

export const EditByline = z.object({
  id: z.string(),
  ...details,
  /** A picture of the library; empty for none. */
  portraitAssetId: z
    .string()
    .default("")
    .transform((id) => id || null),
  particulars: Particulars.prefault({}),
});
export type EditByline = z.infer<typeof EditByline>;

/** What people may say of themselves to readers: all but their name and title, which an editor gives. */
export const EditOwnProfile = EditByline.omit({ id: true, name: true, title: true });
export type EditOwnProfile = z.infer<typeof EditOwnProfile>;

/** Which bylines a list shows: those of the staff, of guests, or those that writers are not offered. */
export const BYLINE_KINDS = ["staff", "guest", "aside"] as const;
export type BylineKind = (typeof BYLINE_KINDS)[number];
