import { z } from "zod";
import type { Tag } from "@/domain/events/tags";
import { Accent } from "@/domain/settings/appearance";
import { RESERVED_SEGMENTS } from "@/lib/routes";
import { isSlug, legible, slugOf, typedSlug } from "@/lib/slug";
import type { Topic } from "./topic";

/** The one shelf an article stands on. */
export type Section = {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** As "#rrggbb"; empty for the publication's own. */
  accent: string;
};

/** A section as those see it who keep it: with all its sub-topics, in order. */
export type KeptSection = Section & { topics: Topic[] };

/** A section as its own page shows it: with those of its sub-topics that some live story is about, in order. */
export type SectionPage = Section & { topics: Topic[]; tags: Tag[] };

const Name = z.string().trim().min(1, "Enter a name.").max(60, "Use at most 60 characters.");
const Description = z.string().trim().max(300, "Use at most 300 characters.").default("");

/** A new section. An empty web address is made from the name; later it never changes, so that no link breaks. */
export const NewSection = z
  .object({
    name: Name,
    slug: z.string().trim().max(60, "Use at most 60 characters.").default("").transform(typedSlug),
    description: Description,
    accent: Accent.default(""),
  })
  .transform((input) => ({ ...input, slug: input.slug || slugOf(input.name) }))
  .superRefine(({ slug }, context) => {
    const message = slugComplaint(slug);
    if (message) context.addIssue({ code: "custom", path: ["slug"], message });
  });
export type NewSection = z.infer<typeof NewSection>;

/** How many sub-topics a section's page may lead to. */
export const MOST_SUBTOPICS = 12;

export const EditSection = z.object({
  id: z.string(),
  name: Name,
  description: Description,
  accent: Accent.default(""),
  /** Its sub-topics in order, each once. A form sends one alone as a text, and none as nothing. */
  topicIds: z
    .preprocess(
      (given) => [given ?? []].flat().filter(Boolean),
      z.array(z.string().max(40)).max(MOST_SUBTOPICS, `Choose at most ${MOST_SUBTOPICS} topics.`),
    )
    .transform((ids) => [...new Set(ids)]),
});
export type EditSection = z.infer<typeof EditSection>;

export const MoveSection = z.object({ id: z.string(), direction: z.enum(["up", "down"]) });
export type MoveSection = z.infer<typeof MoveSection>;

function slugComplaint(slug: string): string | undefined {
  if (!isSlug(slug)) return "Enter a web address of lower-case letters and digits joined by hyphens.";
  if (RESERVED_SEGMENTS.has(slug))
    return `The web address “${legible(slug)}” is taken by the site itself. Choose another.`;
  return undefined;
}
