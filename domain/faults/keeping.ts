import { createHash } from "node:crypto";
import { asc, inArray, lt, sql } from "drizzle-orm";
import { transact } from "@/db/client";
import { faults } from "@/db/schema";
import { DAY, MINUTE, now } from "@/lib/clock";
import { type Logged, log, onFault } from "@/lib/log";

/** How long a fault is remembered, and how many kinds of them. */
const KEPT = 14 * DAY;
const MOST = 200;

/** How long faults are gathered before they are written, in milliseconds; and how many kinds of them. */
const WRITE_EVERY = 2000;
const MOST_GATHERED = 50;

type Row = typeof faults.$inferInsert;

// Next bundles a module once for each kind of entry: what is gathered is one a process all the same.
const shared = globalThis as { mastheadFaults?: { gathered: Map<string, Row>; writing?: NodeJS.Timeout | undefined } };
shared.mastheadFaults ??= { gathered: new Map() };
const gathering = shared.mastheadFaults;

/** From now on whatever this process logs as an error is remembered, for the page Operations. */
export function keepFaults(): void {
  onFault((logged) => {
    gather(logged);
    gathering.writing ??= setTimeout(writeLater, WRITE_EVERY).unref();
  });
}

function gather(logged: Logged): void {
  const at = now();
  const { process, place, request, digest } = logged;
  // The same fault has other numbers in its words each time.
  const alike = [process, place, logged.what.replace(/\d+/g, "0")].join("\n");
  const id = createHash("sha256").update(alike).digest("hex").slice(0, 24);
  const known = gathering.gathered.get(id);
  if (!known && gathering.gathered.size >= MOST_GATHERED) return;
  const firstAt = known?.firstAt ?? at;
  const count = (known?.count ?? 0) + 1;
  gathering.gathered.set(id, { id, process, place, what: logged.what, request, digest, count, firstAt, lastAt: at });
}

/** Writes what was gathered; called by itself, and before a process ends. */
export async function writeFaults(): Promise<void> {
  const rows = [...gathering.gathered.values()];
  if (rows.length === 0) return;
  gathering.gathered.clear();
  try {
    await transact(async (tx) => {
      await tx
        .insert(faults)
        .values(rows)
        .onConflictDoUpdate({
          target: faults.id,
          set: {
            what: sql`excluded.what`,
            request: sql`excluded.request`,
            digest: sql`excluded.digest`,
            count: sql`${faults.count} + excluded.count`,
            lastAt: sql`excluded.last_at`,
          },
        });
      await tx.delete(faults).where(lt(faults.lastAt, new Date(now().getTime() - KEPT)));
      const over = (await tx.$count(faults)) - MOST;
      if (over > 0) {
        const oldest = tx.select({ id: faults.id }).from(faults).orderBy(asc(faults.lastAt)).limit(over);
        await tx.delete(faults).where(inArray(faults.id, oldest));
      }
    });
  } catch (error) {
    for (const row of rows) {
      const since = gathering.gathered.get(row.id);
      const merged = since ? { ...since, count: since.count + row.count, firstAt: row.firstAt } : row;
      gathering.gathered.set(row.id, merged);
    }
    throw error;
  }
}

function writeLater(): void {
  gathering.writing = undefined;
  writeFaults().catch((error) => {
    // No error: it would be gathered in its turn.
    log.warn({ err: error }, "Faults could not be written");
    gathering.writing ??= setTimeout(writeLater, MINUTE).unref();
  });
}
