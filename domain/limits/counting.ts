import { count as countOf, eq, inArray, lte, sql } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { limits } from "@/db/schema";
import { keyedHash } from "@/domain/people/sealing";
import { now } from "@/lib/clock";
import { type Limit, limited } from "./limit";

// Counted in the database, so that all processes share it (docs/decisions/0038): one row for each subject, by a keyed hash,
// so that the table names nobody. What is over its limit costs a look, and no write.

/** More subjects than this are an attack: those whose time ends first are forgotten. */
const MOST_SUBJECTS = 50_000;
/** How many countings go by before this process looks for what may be forgotten. */
const SWEPT_EVERY = 1000;

/** Something that was counted, so that it can be taken back. */
export type Counted = { key: string };

let countings = 0;

/**
 * Counts one doing of a subject within a transaction: however many come at once, no more than the limit get through.
 * @throws Limited where the limit is reached
 */
export async function count(tx: Db, limit: Limit, subject: string): Promise<Counted> {
  await refuseOver(tx, limit, subject);
  return add(tx, limit, subject, 1);
}

/** Counts doings of a subject that were let through before. */
export async function add(tx: Db, limit: Limit, subject: string, times: number): Promise<Counted> {
  const key = keyOf(limit, subject);
  const at = now();
  const fresh = { count: times, endsAt: new Date(at.getTime() + limit.per) };
  const isOver = lte(limits.endsAt, at);
  await tx
    .insert(limits)
    .values({ key, ...fresh })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${isOver} then ${times} else ${limits.count} + ${times} end`,
        endsAt: sql`case when ${isOver} then ${fresh.endsAt.getTime()} else ${limits.endsAt} end`,
      },
    });
  if (++countings % SWEPT_EVERY === 0) await sweepLimits(tx);
  return { key };
}

/**
 * As `count`, by itself.
 * @throws Limited
 */
export async function take(limit: Limit, subject: string): Promise<void> {
  // Whoever is over the limit is not to keep others from writing.
  await refuseOver(db(), limit, subject);
  await transact((tx) => count(tx, limit, subject));
}

/** Takes one counted doing back. */
export async function takeBack(tx: Db, { key }: Counted): Promise<void> {
  await tx
    .update(limits)
    .set({ count: sql`max(0, ${limits.count} - 1)` })
    .where(eq(limits.key, key));
}

/** Forgets all that was counted of a subject. */
export async function forget(tx: Db, { key }: Counted): Promise<void> {
  await tx.delete(limits).where(eq(limits.key, key));
}

/** Forgets what no longer limits anybody, and keeps the table bounded. */
export async function sweepLimits(tx: Db): Promise<void> {
  await tx.delete(limits).where(lte(limits.endsAt, now()));
  const [row] = await tx.select({ left: countOf() }).from(limits);
  const over = (row?.left ?? 0) - MOST_SUBJECTS;
  if (over <= 0) return;
  const first = tx.select({ key: limits.key }).from(limits).orderBy(limits.endsAt).limit(over);
  await tx.delete(limits).where(inArray(limits.key, first));
}

/** @throws Limited where a subject has reached a limit */
export async function refuseOver(from: Db, limit: Limit, subject: string): Promise<void> {
  const [row] = await from
    .select()
    .from(limits)
    .where(eq(limits.key, keyOf(limit, subject)));
  const at = now();
  if (row && row.endsAt > at && row.count >= limit.most) throw limited(limit, row.endsAt, at);
}

function keyOf({ name }: Limit, subject: string): string {
  return keyedHash("limit", `${name}:${subject}`);
}
