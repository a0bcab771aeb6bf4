import { z } from "zod";
import type { PictureSources } from "@/domain/media/asset";
import { isLanguage } from "@/lib/language";

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

/** What a profile says of a person besides name, title and biography. Everything may be left empty. */
export const Particulars = z.object({
  /** BCP 47 tags of what they speak with sources and readers. */
  languages: z.array(z.string().refine(isLanguage)).max(12, "Name at most 12 languages.").default([]),
  expertise: z
    .array(z.string().trim().min(1).max(80, "Use at most 80 characters for each subject."))
    .max(12, "Name at most 12 subjects.")
    .default([]),
  /** Where they work from, such as "Ostmere". */
  location: z.string().trim().max(100, "Use at most 100 characters.").default(""),
  email: z
    .string()
    .trim()
    .max(254)
    .default("")
    .refine(
      (text) => text === "" || z.email().safeParse(text).success,
      "Enter an e-mail address, such as name@example.com.",
    ),
  phone: z
    .string()
    .trim()
    .default("")
    .refine(
      (text) => text === "" || /^\+?[\d\s().-]{4,30}$/.test(text),
      "Enter a telephone number, such as +44 20 7946 0000.",
    ),
  links: z
    .array(
      z.object({
        label: z.string().trim().min(1, "Say what the link leads to.").max(60, "Use at most 60 characters."),
        url: z.url({ protocol: /^https$/, error: "Enter a whole address that begins with https://." }).max(300),
      }),
    )
    .max(8, "Give at most 8 links.")
    .default([]),
});
export type Particulars = z.infer<typeof Particulars>;

/** A byline with all that its profile page shows. */
export type BylineProfile = Byline & {
  bio: string;
  particulars: Particulars;
  portraitAssetId: string | null;
  /** Whether readers can open the profile: some live story carries it. */
  live: boolean;
};

/** What readers see of a byline on its page. */
export type BylinePage = Omit<Byline, "guest"> & {
  bio: string;
  particulars: Particulars;
  portrait: PictureSources | null;
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
});
export type EditByline = z.infer<typeof EditByline>;
