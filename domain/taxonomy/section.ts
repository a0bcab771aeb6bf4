import { z } from "zod";
import { RESERVED_SEGMENTS } from "@/lib/routes";
import { SLUG_PATTERN, slugOf } from "@/lib/slug";

/** The one shelf an article stands on. */
export type Section = { id: string; slug: string; name: string; description: string };

const Name = z.string().trim().min(1, "Enter a name.").max(60, "Use at most 60 characters.");
const Description = z.string().trim().max(300, "Use at most 300 characters.").default("");

/** A new section. An empty web address is made from the name; later it never changes, so that no link breaks. */
export const NewSection = z
  .object({
    name: Name,
    slug: z.string().trim().toLowerCase().max(60, "Use at most 60 characters.").default(""),
    description: Description,
  })
  .transform((input) => ({ ...input, slug: input.slug || slugOf(input.name) }))
  .superRefine(({ slug }, context) => {
    const message = slugComplaint(slug);
    if (message) context.addIssue({ code: "custom", path: ["slug"], message });
  });
export type NewSection = z.infer<typeof NewSection>;

export const EditSection = z.object({ id: z.string(), name: Name, description: Description });
export type EditSection = z.infer<typeof EditSection>;

export const MoveSection = z.object({ id: z.string(), direction: z.enum(["up", "down"]) });
export type MoveSection = z.infer<typeof MoveSection>;

function slugComplaint(slug: string): string | undefined {
  if (!SLUG_PATTERN.test(slug)) return "Enter a web address of lower-case letters and digits joined by hyphens.";
  if (RESERVED_SEGMENTS.has(slug)) return `The web address “${slug}” is taken by the site itself. Choose another.`;
  return undefined;
}
