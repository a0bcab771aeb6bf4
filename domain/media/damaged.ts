import { Refusal } from "@/lib/refusal";

/** Why a file that cannot be decoded to its end is not taken. */
export function damaged(): Refusal {
  return new Refusal("invalid", "This file is damaged or incomplete. Open it in an image program and save it again.");
}
