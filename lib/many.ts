import { z } from "zod";
import { Id } from "./id-field";

/** How many may be changed at once: what a page of a list shows, and some. */
export const MOST_AT_ONCE = 100;

/**
 * Some rows of a list as a form names them: one, or several.
 * @param what what they are called, such as "topics"
 */
export function idsField(what: string, most = MOST_AT_ONCE) {
  return z
    .union([Id.transform((id) => [id]), z.array(Id)], `Choose ${what} first.`)
    .pipe(z.array(Id).min(1).max(most, `Choose at most ${most} ${what}.`));
}

/** What became of many, and what takes it back: the ids of those to do the opposite to, or what else its verb needs. */
export type ManyOutcome<Undo> = {
  done: number;
  /** Those that were so already. */
  unchanged: number;
  refused: { name: string; why: string }[];
  undo: Undo[];
};
