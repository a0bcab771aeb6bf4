import { z } from "zod";
import type { PictureSources } from "@/domain/media/asset";

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

/** A byline with all that its profile page shows. */
export type BylineProfile = Byline & {
  bio: string;
  portraitAssetId: string | null;
  /** Whether readers can open the profile: some live story carries it. */
  live: boolean;
};

/** What readers see of a byline on its page. */
export type BylinePage = Omit<Byline, "guest"> & { bio: string; portrait: PictureSources | null };

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
