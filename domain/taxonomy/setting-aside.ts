import { inArray } from "drizzle-orm";
import { z } from "zod";
import { transact } from "@/db/client";
import { bylines, series, topics } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { idsField, type ManyOutcome } from "@/lib/many";

/**
 * What writers are no longer offered, because nobody should take it for a new story: a topic that is over, a series that
 * has ended, a byline of who left. Stories that have it keep it, and readers keep its page.
 */
const TABLES = { topic: topics, series, byline: bylines } as const;
export type Shelved = keyof typeof TABLES;

/** Which topics or series a list shows: those with stories that readers see, those without, or those set aside. */
export const GROUP_KINDS = ["live", "unused", "aside"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const SetAside = z.object({ ids: idsField("some"), aside: z.enum(["yes", "no"]) });
export type SetAside = z.infer<typeof SetAside>;

/**
 * Sets some aside together, or brings them back; what is gone or was so already is left as it is.
 * @returns also which were changed, to do the opposite to. @throws Refusal "forbidden"
 */
export function setAside(actor: Actor, shelved: Shelved, { ids, aside }: SetAside): Promise<ManyOutcome<string>> {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const table = TABLES[shelved];
    const found = await tx
      .select({ id: table.id, asideSince: table.asideSince })
      .from(table)
      .where(inArray(table.id, ids));
    const changing = found.filter(({ asideSince }) => (asideSince === null) === (aside === "yes")).map(({ id }) => id);
    await tx
      .update(table)
      .set({ asideSince: aside === "yes" ? now() : null })
      .where(inArray(table.id, changing));
    for (const id of changing) {
      await record(tx, actor, `${shelved}.${aside === "yes" ? "set-aside" : "brought-back"}`, id);
    }
    return { done: changing.length, unchanged: found.length - changing.length, refused: [], undo: changing };
  });
}
