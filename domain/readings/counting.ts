import { and, eq, isNull, sql } from "drizzle-orm";
import { isbot } from "isbot";
import { db, transact } from "@/db/client";
import { publications, readings } from "@/db/schema";
import { HOUR, MINUTE, now } from "@/lib/clock";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";

/** How long readings are gathered before they are written, in milliseconds. */
const GATHERED_FOR = 3000;
/** How many readings of one address count in a minute: a household's, or a small office's. */
const PER_ADDRESS = 30;
/** More addresses than this in a minute are an attack: they are then counted as one. */
const MOST_ADDRESSES = 50_000;

type Gathering = {
  /** Readings that are not written yet, by article and hour. */
  counts: Map<string, { articleId: string; hour: Date; count: number }>;
  /** How many readings came from each address since the minute began. Forgotten with it. */
  addresses: Map<string, number>;
  minute: number;
  writing?: ReturnType<typeof setTimeout>;
};

// Next bundles a module once for each kind of entry: what is gathered must be one a process all the same.
const shared = globalThis as { mastheadReadings?: Gathering };
shared.mastheadReadings ??= { counts: new Map(), addresses: new Map(), minute: 0 };
const gathering = shared.mastheadReadings;

type Reading = {
  articleId: string;
  /** Where the request came from. Counted for a minute in memory and never kept. */
  address: string;
  userAgent: string;
};

/**
 * Counts one reading of a live article. It is written within three seconds, with those of others in one transaction. A
 * machine's reading counts for nothing, and is not told so.
 * @throws Refusal "not-found" for what is not before readers, "limited" for an address that reads too much
 */
export async function countReading({ articleId, address, userAgent }: Reading): Promise<void> {
  if (!userAgent || isbot(userAgent)) return;
  limit(address);
  const [live] = await db()
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.articleId, articleId), isNull(publications.endedAt)));
  if (!live) throw new Refusal("not-found", "There is no such story.");
  const hour = new Date(Math.floor(now().getTime() / HOUR) * HOUR);
  const key = `${articleId} ${hour.getTime()}`;
  const counted = gathering.counts.get(key) ?? { articleId, hour, count: 0 };
  gathering.counts.set(key, { ...counted, count: counted.count + 1 });
  gathering.writing ??= setTimeout(writeLater, GATHERED_FOR).unref();
}

/** Writes what was gathered, in one transaction. What could not be written is gathered still. */
export async function writeReadings(): Promise<void> {
  const gathered = [...gathering.counts.values()];
  gathering.counts.clear();
  if (gathered.length === 0) return;
  try {
    await transact(async (tx) => {
      await tx
        .insert(readings)
        .values(gathered)
        .onConflictDoUpdate({
          target: [readings.articleId, readings.hour],
          set: { count: sql`${readings.count} + excluded.count` },
        });
    });
  } catch (error) {
    for (const reading of gathered) {
      const key = `${reading.articleId} ${reading.hour.getTime()}`;
      const since = gathering.counts.get(key)?.count ?? 0;
      gathering.counts.set(key, { ...reading, count: reading.count + since });
    }
    throw error;
  }
}

function writeLater(): void {
  gathering.writing = undefined;
  writeReadings().catch((error) => {
    log.error({ err: error }, "Readings could not be written");
    gathering.writing ??= setTimeout(writeLater, MINUTE).unref();
  });
}

function limit(address: string): void {
  const minute = Math.floor(now().getTime() / MINUTE);
  if (minute !== gathering.minute) {
    gathering.addresses.clear();
    gathering.minute = minute;
  }
  const subject = gathering.addresses.has(address) || gathering.addresses.size < MOST_ADDRESSES ? address : "others";
  const count = (gathering.addresses.get(subject) ?? 0) + 1;
  gathering.addresses.set(subject, count);
  if (count > PER_ADDRESS) throw new Refusal("limited", "Too many readings from one address.");
}
