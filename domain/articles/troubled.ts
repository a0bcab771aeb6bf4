import { and, desc, eq, gt, gte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, drafts, plans, schedules } from "@/db/schema";
import { type Act, minutesLate, ON_TIME } from "./schedule";

/** Something planned for a story that failed, or came late since nothing ran when it was due. */
export type TroubledSchedule = {
  id: string;
  article: { id: string; headline: string };
  act: Act;
  at: Date;
  endedAt: Date;
  /** Why it failed; empty where it came late. */
  failure: string;
  /** In minutes; null where it came on time. */
  late: number | null;
};

/**
 * What was planned and went wrong since a time, the newest first. Whoever calls has seen to it that the actor may read of it.
 * @param which narrows the stories, by columns of articles, drafts and plans
 */
export async function troubledSchedules({
  since,
  most,
  which,
}: {
  since: Date;
  most: number;
  which?: SQL;
}): Promise<TroubledSchedule[]> {
  const dueAt = sql<Date>`coalesce(${schedules.dueAt}, ${schedules.at})`.mapWith(schedules.at);
  const failed = eq(schedules.outcome, "failed");
  const late = and(eq(schedules.outcome, "done"), gt(sql`${schedules.endedAt} - ${dueAt}`, ON_TIME));
  const rows = await db()
    .select({
      id: schedules.id,
      article: { id: articles.id, headline: drafts.headline },
      act: schedules.act,
      at: schedules.at,
      dueAt,
      endedAt: sql<Date>`${schedules.endedAt}`.mapWith(schedules.endedAt),
      failure: schedules.failure,
    })
    .from(schedules)
    .innerJoin(articles, eq(articles.id, schedules.articleId))
    .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
    .innerJoin(plans, eq(plans.articleId, schedules.articleId))
    .where(and(which, gte(schedules.endedAt, since), or(failed, late)))
    .orderBy(desc(schedules.endedAt))
    .limit(most);
  return rows.map(({ dueAt, ...row }) => ({ ...row, late: minutesLate(dueAt, row.endedAt) }));
}
