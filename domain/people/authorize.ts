import { Refusal } from "@/lib/refusal";
import type { Capability } from "./capability";
import { type Actor, can, type Owned } from "./staff";

/**
 * Stands inside every verb and every staff read.
 * @throws Refusal "forbidden" unless the actor's role has the capability for this subject.
 */
export function authorize(actor: Actor, capability: Capability, subject?: Owned): void {
  if (!can(actor, capability, subject)) {
    if (subject && can({ ...actor, sectionIds: null }, capability, subject)) {
      throw new Refusal("forbidden", "This story stands in a section of another desk.");
    }
    throw new Refusal("forbidden", `Your role (${actor.role}) does not allow this.`);
  }
}
