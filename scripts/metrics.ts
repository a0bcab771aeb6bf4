import { databaseStanding, diskLeft } from "@/db/standing";
import { readJobVitals } from "@/domain/jobs/vitals";
import type { Beat } from "@/lib/beat";
import { now } from "@/lib/clock";
import type { PressReport } from "@/lib/press-report";
import { exposition, type Metric } from "@/press/metrics";

/** What a process says of itself; there are several workers. */
export type ProcessBeat = { process: string; pid: number; beat: Beat };

type Told = {
  report: PressReport;
  /** What each process says of itself. */
  beats: readonly ProcessBeat[];
  restarts: Record<string, number>;
  histograms: readonly Metric[];
};

/** All that is measured, for Prometheus. docs/decisions/0036 says which of it is worth an alarm. */
export async function metricsText({ report, beats, restarts, histograms }: Told): Promise<string> {
  const [database, disk, work] = await Promise.all([databaseStanding(), diskLeft(), readJobVitals()]);
  const one = (name: string, help: string, value: number, type: Metric["type"] = "gauge"): Metric => ({
    name: `masthead_${name}`,
    help,
    type,
    values: [{ value }],
  });
  const many = (name: string, help: string, label: string, found: Record<string, number>, type?: Metric["type"]) => ({
    ...one(name, help, 0, type),
    values: Object.entries(found).map(([key, value]) => ({ value, labels: { [label]: key } })),
  });
  const perProcess = (name: string, help: string, of: (beat: Beat) => number): Metric => ({
    ...one(name, help, 0),
    values: beats.map(({ process, pid, beat }) => ({ value: of(beat), labels: { process, pid: String(pid) } })),
  });
  const { hits, misses, stale, passed, unavailable, workers } = report;
  const outcomes = { hit: hits, miss: misses, stale, pass: passed, unavailable };
  return exposition([
    many("requests_total", "Requests by what came of them.", "outcome", outcomes, "counter"),
    ...histograms,
    one("renders_total", "Pages rendered.", report.renders, "counter"),
    one("cache_entries", "Pages held in memory.", report.entries),
    one("cache_bytes", "Memory that the pages take.", report.bytes),
    one("cache_limit_bytes", "Memory that the pages may take.", report.mostBytes),
    one("last_event", "The number of the last event that the press has seen.", report.lastEvent),
    one("start_time_seconds", "When the paper was started.", report.since / 1000),
    one("workers_up", "Workers that answer.", workers.up),
    one("workers_wanted", "Workers that there should be.", workers.count),
    many("restarts_total", "Processes that ended by themselves.", "process", restarts, "counter"),
    perProcess("memory_bytes", "Memory of each process.", ({ rss }) => rss),
    perProcess("heap_bytes", "What of it the heap takes.", ({ heap }) => heap),
    perProcess(
      "event_loop_lag_seconds",
      "The longest that an event loop stood still, in the last second.",
      ({ lag }) => {
        return lag / 1000;
      },
    ),
    many("jobs", "Work by how it stands.", "state", {
      due: work.due,
      running: work.running,
      failing: work.failing,
      planned: work.planned,
    }),
    one(
      "job_oldest_due_seconds",
      "For how long the oldest piece of due work has waited.",
      work.oldestDue ? Math.max(0, (now().getTime() - work.oldestDue.getTime()) / 1000) : 0,
    ),
    one("database_bytes", "The database.", database.bytes),
    one("database_wal_bytes", "What was written to it and not yet put into place.", database.walBytes),
    one("disk_free_bytes", "What the disk below the data folder has left.", disk),
  ]);
}
