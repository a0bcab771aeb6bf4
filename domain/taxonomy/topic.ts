import { z } from "zod";
import { slugOf } from "@/lib/slug";

/** One of the many subjects an article is about. */
export type Topic = { id: string; slug: string; name: string };

/** A topic as its keepers see it: `live` if readers can open its page, since some live story is about it; `aside` if writers are not offered it. */
export type KeptTopic = Topic & { live: boolean; aside: boolean };

const Name = z.string().trim().min(1, "Enter a name.").max(80, "Use at most 80 characters.");

/** A new topic. Its web address is made from the name and never changes, so that no link breaks. */
export const NewTopic = z.object({
  name: Name.refine((name) => slugOf(name) !== "", "Enter a name with letters or digits."),
});
export type NewTopic = z.infer<typeof NewTopic>;

export const RenameTopic = z.object({ id: z.string(), name: Name });
export type RenameTopic = z.infer<typeof RenameTopic>;
