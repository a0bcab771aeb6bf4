import { planJob } from "@/domain/jobs/queue";
import { DAY, MINUTE, now } from "@/lib/clock";

/** How often what is read most is counted anew, in milliseconds. */
const RANKED_EVERY = 10 * MINUTE;

/** Plans what recurs. Called at every start and after every round, it plans each piece once. */
export async function planRecurring(): Promise<void> {
  const day = Math.floor(now().getTime() / DAY);
  await planJob({ id: `sweep-${day}`, kind: "sweep", runAt: new Date(day * DAY) });
  const tenMinutes = Math.floor(now().getTime() / RANKED_EVERY);
  await planJob({ id: "rank-readings", kind: "rank-readings", runAt: new Date(tenMinutes * RANKED_EVERY) });
}
