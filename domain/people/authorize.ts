import { Refusal } from "@/lib/refusal";
import { type Actor, type Capability, can, type Owned } from "./staff";

/**
 * Stands inside every verb and every staff read.
 * @throws Refusal "forbidden" unless the actor's role has the capability for this subject.
 */
export function authorize(actor: Actor, capability: Capability, subject?: Owned): void {
  if (!can(actor, capability, subject)) {
    throw new Refusal("forbidden", `Your role (${actor.role}) does not allow this.`);
  }
}
