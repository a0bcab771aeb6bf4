import { DAY } from "@/lib/clock";
import { afterTheGap, instantsOf, wallTimeOf } from "@/lib/zoned-time";

/**
 * When the last scheduled backup was due: at that time of each day, on the clocks of the zone; where they leave it out,
 * as they go on; where they show it twice, the first time.
 * @param time such as "03:30"
 */
export function lastDue(at: Date, time: string, timeZone: string): Date {
  const today = wallTimeOf(at, timeZone).slice(0, 10);
  const due = dueOn(today, time, timeZone);
  if (due <= at) return due;
  const yesterday = new Date(Date.parse(today) - DAY).toISOString().slice(0, 10);
  return dueOn(yesterday, time, timeZone);
}

function dueOn(day: string, time: string, timeZone: string): Date {
  const wall = `${day}T${time}`;
  const [first] = instantsOf(wall, timeZone) ?? [];
  const [next] = first ? [] : (instantsOf(afterTheGap(wall, timeZone), timeZone) ?? []);
  return first ?? next ?? new Date(`${wall}Z`);
}
