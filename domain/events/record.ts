import type { Db } from "@/db/client";
import { events } from "@/db/schema";
import { now } from "@/lib/clock";
import type { Event, Verb } from "./event";

/**
 * Writes the one row that says what happened, in the transaction that made it happen: it is the audit entry,
 * the outbox and the cache's invalidation.
 * @param actor who did it; null when the product itself acted.
 * @param data what else the trail should keep. Never secrets, never personal data.
 */
export async function record(
  tx: Db,
  actor: { id: string } | null,
  verb: Verb,
  subjectId: string,
  data: Record<string, unknown> = {},
): Promise<Event> {
  const subjectKind = verb.slice(0, verb.indexOf("."));
  const [row] = await tx
    .insert(events)
    .values({ verb, actorId: actor?.id ?? null, subjectKind, subjectId, at: now(), data })
    .returning({ number: events.number, at: events.at });
  if (!row) throw new Error(`The event ${verb} was not written`);
  return { ...row, verb, subjectKind, subjectId, actorId: actor?.id ?? null };
}
