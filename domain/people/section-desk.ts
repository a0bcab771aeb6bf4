import { z } from "zod";

const Ids = z
  .union([z.string().transform((id) => [id]), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** A desk as it is put down. A desk without a section would leave its people nothing. */
export const SaveDesk = z.object({
  id: z.string().optional(),
  name: z.string().trim().min(1, "Enter a name.").max(60, "Use at most 60 characters."),
  sectionIds: Ids.refine((ids) => ids.length > 0, "Choose at least one section."),
  memberIds: Ids,
});
export type SaveDesk = z.infer<typeof SaveDesk>;

/** A desk as the newsroom lists it. */
export type SectionDesk = {
  id: string;
  name: string;
  sections: { id: string; name: string }[];
  members: { id: string; name: string }[];
};
