import { planJob } from "@/domain/jobs/queue";
import { isIndexBehind } from "@/domain/search/indexing";
import { DAY, now } from "@/lib/clock";

/** Plans what recurs, and what was left to do. Called at every start and after every round, it plans each piece once. */
export async function planRecurring(): Promise<void> {
  const day = Math.floor(now().getTime() / DAY);
  await planJob({ id: `sweep-${day}`, kind: "sweep", runAt: new Date(day * DAY) });
  if (await isIndexBehind()) await planJob({ id: "index-stories", kind: "index-stories", runAt: now() });
}
