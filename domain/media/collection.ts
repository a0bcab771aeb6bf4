import { z } from "zod";
import { Id } from "@/lib/id-field";
import { Ids } from "./bulk";

const Name = z.string().trim().min(1, "Give the collection a name.").max(80, "Use at most 80 characters.");
const Description = z.string().trim().max(500, "Use at most 500 characters.").default("");

export const NewCollection = z.object({
  name: Name,
  description: Description,
  /** What is put into it at once. */
  ids: Ids.optional(),
});
export type NewCollection = z.infer<typeof NewCollection>;

export const EditCollection = z.object({ id: Id, name: Name, description: Description });
export type EditCollection = z.infer<typeof EditCollection>;

export const OneCollection = z.object({ id: Id });
export type OneCollection = z.infer<typeof OneCollection>;

export const ChangeMembers = z.object({ id: Id, ids: Ids });
export type ChangeMembers = z.infer<typeof ChangeMembers>;

export type Collection = {
  id: string;
  name: string;
  description: string;
  count: number;
  /** Who made it. */
  by: { id: string; name: string };
};
