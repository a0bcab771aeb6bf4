import { and, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notices, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { planLetter } from "@/domain/mail/planning";
import { MINUTE, now } from "@/lib/clock";
import type { NoticeKind } from "./notice";

/** A letter goes out only after so long: who has read the notice by then has no need of it. */
const LETTER_AFTER = 2 * MINUTE;

/**
 * Tells members of the staff what happened, in the transaction of the event. Whoever did it is not told, nor who has left,
 * nor anybody twice of one event. What is about no story has none.
 */
export async function notify(
  tx: Db,
  { number, actorId }: Event,
  kind: NoticeKind,
  { articleId, to }: { articleId: string | null; to: (string | null)[] },
): Promise<void> {
  const ids = [...new Set(to)].filter((id) => id !== null);
  if (ids.length === 0) return;
  const told = await tx
    .select({ staffId: staff.id })
    .from(staff)
    .where(and(inArray(staff.id, ids), isNull(staff.disabledAt), actorId ? ne(staff.id, actorId) : undefined));
  const rows = told.map(({ staffId }) => ({ staffId, eventNumber: number, kind, articleId }));
  if (rows.length === 0) return;
  const written = await tx.insert(notices).values(rows).onConflictDoNothing().returning({ id: notices.id });
  const at = new Date(now().getTime() + LETTER_AFTER);
  for (const { id } of written) await planLetter(tx, "notice", { noticeId: id }, { at, key: id });
}
