import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { readPublication } from "./published";
import type { Publication } from "./settings";

/** The settings, for whoever may change them. */
export async function readSettings(actor: Actor): Promise<Publication> {
  authorize(actor, "settings.manage");
  const publication = await readPublication();
  if (!publication) throw notFound("publication");
  return publication;
}
