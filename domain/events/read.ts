import { asc, desc, eq, gt, max } from "drizzle-orm";
import { db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { events } from "@/db/schema";
import type { Verb } from "./event";
import { type Tag, tag, tagsFor } from "./tags";

/** After these an older page says or shows what readers may not have any more, or not without a word on it. */
const WITHDRAWING: ReadonlySet<Verb> = new Set([
  "article.unpublished",
  "article.taken-down",
  "article.retracted",
  "asset.rights-lapsed",
]);

function withdraws({ verb, data }: { verb: string; data: Record<string, unknown> }): boolean {
  return WITHDRAWING.has(verb as Verb) || (verb === "asset.edited" && data.rights === true);
}

const newest = prepared((db) => db.select({ number: max(events.number) }).from(events));

/** The number of the newest event; 0 before there is one. */
export async function lastEventNumber(): Promise<number> {
  const [row] = await newest();
  return row?.number ?? 0;
}

/**
 * The events after this number, oldest first, each with the tags that it touches, and whether it took something from
 * readers: then no page from before may be shown to them any more, whatever else fails.
 */
export async function eventsAfter(number: number): Promise<{ number: number; tags: Tag[]; withdraws: boolean }[]> {
  const rows = await newerThan({ number });
  return rows.map((event) => ({
    number: event.number,
    tags: tagsFor({ ...event, verb: event.verb as Verb }),
    withdraws: withdraws(event),
  }));
}

/** When the event with this number happened; null where there is none. */
export async function instantOf(number: number): Promise<Date | null> {
  const [row] = await db().select({ at: events.at }).from(events).where(eq(events.number, number));
  return row?.at ?? null;
}

/** The press asks before each answer. */
const newerThan = prepared((db, given) =>
  db
    .select({ number: events.number, verb: events.verb, subjectId: events.subjectId, data: events.data })
    .from(events)
    .where(gt(events.number, given("number")))
    .orderBy(asc(events.number)),
);

/** How many events are looked through for the last that touched something. */
const LOOKED_THROUGH = 500;

/**
 * When any of these tags was touched last: what depends on them alone has not changed since. Where that is long ago, a
 * later instant; undefined where nothing tells.
 */
export async function lastTouch(tags: readonly Tag[]): Promise<Date | undefined> {
  const rows = await db()
    .select({ verb: events.verb, subjectId: events.subjectId, data: events.data, at: events.at })
    .from(events)
    .orderBy(desc(events.number))
    .limit(LOOKED_THROUGH);
  const wanted = new Set([...tags, tag.all]);
  const last = rows.find(({ verb, ...event }) =>
    tagsFor({ ...event, verb: verb as Verb }).some((touched) => wanted.has(touched)),
  );
  return last?.at ?? (rows.length === LOOKED_THROUGH ? rows.at(-1)?.at : undefined);
}
