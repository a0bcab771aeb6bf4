import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, transact } from "@/db/client";
import { staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { isMailOn } from "@/domain/outbound/mail";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";

export const ChooseLetters = z.object({ byMail: z.preprocess((given) => given === "yes", z.boolean()) });
export type ChooseLetters = z.infer<typeof ChooseLetters>;

/** Chooses whether one's notices come by e-mail too. */
export function chooseLetters(actor: Actor, { byMail }: ChooseLetters): Promise<Event> {
  return transact(async (tx) => {
    await tx
      .update(staff)
      .set({ lettersOffSince: byMail ? null : now() })
      .where(eq(staff.id, actor.id));
    return record(tx, actor, "staff.letters-chosen", actor.id, { byMail });
  });
}

/** Whether the actor's notices come by e-mail too; null where no server takes letters. */
export async function lettersChosen(actor: Pick<Actor, "id">): Promise<boolean | null> {
  if (!isMailOn()) return null;
  const [row] = await db().select({ offSince: staff.lettersOffSince }).from(staff).where(eq(staff.id, actor.id));
  return row?.offSince === null;
}
