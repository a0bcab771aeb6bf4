import { dateIn } from "@/lib/time";

/** How many days, weeks and months back one archive of each is kept. */
export type Keep = { days: number; weeks: number; months: number };

/** @param setting as BACKUP_KEEP has it: "7/4/12" */
export function keepOf(setting: string): Keep {
  const [days = 0, weeks = 0, months = 0] = setting.split("/").map(Number);
  return { days, weeks, months };
}

/**
 * Which archives are no longer needed: all but the newest one, and the last of each of the latest days, weeks and months
 * that have any, by the calendar of the zone. Where backups stopped for a while, what was made before that stays.
 */
export function outlived<T extends { at: Date }>(archives: readonly T[], keep: Keep, timeZone: string): T[] {
  const newestFirst = archives.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const kept = new Set(newestFirst.slice(0, 1));
  const rules: [number, (at: Date) => string][] = [
    [keep.days, (at) => dayOf(at, timeZone)],
    [keep.weeks, (at) => weekOf(at, timeZone)],
    [keep.months, (at) => dayOf(at, timeZone).slice(0, 7)],
  ];
  for (const [most, periodOf] of rules) {
    const periods = new Set<string>();
    for (const archive of newestFirst) {
      const period = periodOf(archive.at);
      if (periods.has(period) || periods.size >= most) continue;
      periods.add(period);
      kept.add(archive);
    }
  }
  return newestFirst.filter((archive) => !kept.has(archive));
}

function dayOf(at: Date, timeZone: string): string {
  const { year, month, day } = dateIn(at, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** By the Monday that it begins with. */
function weekOf(at: Date, timeZone: string): string {
  const { year, month, day } = dateIn(at, timeZone);
  const sinceMonday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return new Date(Date.UTC(year, month - 1, day - sinceMonday)).toISOString().slice(0, 10);
}
