import { and, eq, isNull, sql } from "drizzle-orm";
import { isbot } from "isbot";
import { db, transact } from "@/db/client";
import { publications, readings } from "@/db/schema";
import { add, refuseOver } from "@/domain/limits/counting";
import { LIMITS, limited, networkOf } from "@/domain/limits/limit";
import { HOUR, MINUTE, now } from "@/lib/clock";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";

/** How long readings are gathered before they are written, in milliseconds. */
const GATHERED_FOR = 3000;
/** More networks than this between two writings are an attack: they are then counted as one. */
const MOST_NETWORKS = 20_000;

type Gathering = {
  /** Readings that are not written yet, by article and hour. */
  counts: Map<string, { articleId: string; hour: Date; count: number }>;
  /** How many readings came from each network since the last writing, which counts them for all processes. */
  networks: Map<string, number>;
  writing?: ReturnType<typeof setTimeout>;
};

// Next bundles a module once for each kind of entry: what is gathered must be one a process all the same.
const shared = globalThis as { mastheadReadings?: Gathering };
shared.mastheadReadings ??= { counts: new Map(), networks: new Map() };
const gathering = shared.mastheadReadings;

type Reading = {
  articleId: string;
  /** Where the request came from. Counted for a minute by a keyed hash, and not kept. */
  address: string;
  userAgent: string;
};

/**
 * Counts one reading of a live article. It is written within three seconds, with those of others in one transaction. A
 * machine's reading counts for nothing, and is not told so.
 * @throws Refusal "not-found" for what is not before readers, "limited" for a network that reads too much
 */
export async function countReading({ articleId, address, userAgent }: Reading): Promise<void> {
  if (!userAgent || isbot(userAgent)) return;
  await limit(networkOf(address));
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
  const networks = [...gathering.networks];
  gathering.networks.clear();
  if (gathered.length === 0) return;
  try {
    await transact(async (tx) => {
      for (const [network, times] of networks) await add(tx, LIMITS.reading, network, times);
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

/** Counts a reading of a network here, and with those that all processes have written. @throws Limited */
async function limit(network: string): Promise<void> {
  const subject = gathering.networks.has(network) || gathering.networks.size < MOST_NETWORKS ? network : "others";
  const here = (gathering.networks.get(subject) ?? 0) + 1;
  if (here > LIMITS.reading.most) throw limited(LIMITS.reading, new Date(now().getTime() + LIMITS.reading.per), now());
  await refuseOver(db(), { ...LIMITS.reading, most: LIMITS.reading.most - here + 1 }, subject);
  gathering.networks.set(subject, here);
}
