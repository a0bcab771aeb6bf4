import type { Db } from "@/db/client";
import { events } from "@/db/schema";
import { isUpToDate } from "@/domain/people/actors";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { Event, Verb } from "./event";

/**
 * Writes the one row that says what happened, in the transaction that made it happen: it is the audit entry,
 * the outbox and the cache's invalidation.
 * @param actor who did it; null when the product itself acted. With a role it is who was authorized: see below.
 * @param data what else the trail should keep. Never secrets, never personal data.
 * @throws Refusal "forbidden" if the actor was disabled, or may otherwise than when the request came
 */
export async function record(
  tx: Db,
  actor: Pick<Actor, "id"> | Actor | null,
  verb: Verb,
  subjectId: string,
  data: Record<string, unknown> = {},
): Promise<Event> {
  if (actor && "role" in actor) await refuseOutdated(tx, actor);
  const subjectKind = verb.slice(0, verb.indexOf("."));
  const [row] = await tx
    .insert(events)
    .values({ verb, actorId: actor?.id ?? null, subjectKind, subjectId, at: now(), data })
    .returning({ number: events.number, at: events.at });
  if (!row) throw new Error(`The event ${verb} was not written`);
  return { ...row, verb, subjectKind, subjectId, actorId: actor?.id ?? null };
}

/** A verb authorizes whom the request found. Until its turn came, they may have lost what they were allowed by. */
async function refuseOutdated(tx: Db, actor: Actor): Promise<void> {
  if (await isUpToDate(tx, actor)) return;
  throw new Refusal("forbidden", "Your role was changed meanwhile. Reload the page.");
}
