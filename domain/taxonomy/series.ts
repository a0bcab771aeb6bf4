import { z } from "zod";
import { slugOf } from "@/lib/slug";

/** Stories that belong together and are read in the order in which they came out. */
export type Series = { id: string; slug: string; name: string; description: string };

/** A series as its keepers see it: `live` if readers can open its page, since some live story belongs to it; `aside` if writers are not offered it. */
export type KeptSeries = Series & { live: boolean; aside: boolean };

const details = {
  name: z.string().trim().min(1, "Enter a name.").max(80, "Use at most 80 characters."),
  description: z.string().trim().max(1000, "Use at most 1,000 characters.").default(""),
};

/** A new series. Its web address is made from the name and never changes, so that no link breaks. */
export const NewSeries = z.object({
  ...details,
  name: details.name.refine((name) => slugOf(name) !== "", "Enter a name with letters or digits."),
});
export type NewSeries = z.infer<typeof NewSeries>;

export const EditSeries = z.object({ id: z.string(), ...details });
export type EditSeries = z.infer<typeof EditSeries>;
