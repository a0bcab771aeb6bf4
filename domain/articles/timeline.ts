import { and, desc, eq, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { publications, schedules, staff } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { readable } from "./desk";
import { type Act, minutesLate, type Past, type Timeline } from "./schedule";
import { embargoOn, pendingOf } from "./schedules";

/** How much of what happened is shown: the story's history tells all of it. */
const SHOWN = 12;

const enders = alias(staff, "enders");

/** The timeline of one story, the newest of what happened first. @throws Refusal "not-found", also for what the actor may not read */
export async function readTimeline(actor: Actor, articleId: string): Promise<Timeline> {
  await readable(actor, articleId);
  const [embargo, pending, published, over] = await Promise.all([
    embargoOn(db(), articleId),
    pendingOf(db(), articleId),
    db()
      .select({
        kind: publications.kind,
        note: publications.note,
        at: publications.publishedAt,
        by: staff.name,
        endedAt: publications.endedAt,
        endedBy: enders.name,
        endNote: publications.endNote,
      })
      .from(publications)
      .innerJoin(staff, eq(staff.id, publications.publishedBy))
      .leftJoin(enders, eq(enders.id, publications.endedBy))
      .where(eq(publications.articleId, articleId))
      .orderBy(desc(publications.publishedAt))
      .limit(SHOWN + 1),
    db()
      .select({
        act: schedules.act,
        at: schedules.at,
        dueAt: schedules.dueAt,
        endedAt: schedules.endedAt,
        outcome: schedules.outcome,
        failure: schedules.failure,
        endedBy: enders.name,
      })
      .from(schedules)
      .leftJoin(enders, eq(enders.id, schedules.endedBy))
      .where(and(eq(schedules.articleId, articleId), isNotNull(schedules.endedAt)))
      .orderBy(desc(schedules.endedAt))
      .limit(SHOWN),
  ]);
  const done = over.filter(({ outcome }) => outcome === "done");
  const planOf = (act: Act, at: Date) => {
    const plan = done.find((each) => each.act === act && each.endedAt?.getTime() === at.getTime());
    return plan ? { late: minutesLate(plan.dueAt ?? plan.at, at) } : null;
  };
  const past: Past[] = [
    ...published.map(({ kind, note, at, by }) => ({
      what: "published" as const,
      ...{ kind, note, at, by, planned: planOf("publish", at) },
    })),
    ...published
      // Where another publication took its place, readers lost nothing.
      .filter(({ endedAt }) => endedAt && !published.some(({ at }) => at.getTime() === endedAt.getTime()))
      .flatMap(({ endedAt, endedBy, endNote }) =>
        endedAt
          ? [
              {
                what: "unpublished" as const,
                at: endedAt,
                by: endedBy,
                note: endNote,
                planned: planOf("unpublish", endedAt),
              },
            ]
          : [],
      ),
    ...over.flatMap(({ act, at, endedAt, endedBy, outcome, failure }) =>
      endedAt && outcome && outcome !== "done"
        ? [{ what: "not-done" as const, at: endedAt, by: endedBy, act, plannedFor: at, outcome, failure }]
        : [],
    ),
  ];
  past.sort((one, other) => other.at.getTime() - one.at.getTime());
  return { embargo, pending, past: past.slice(0, SHOWN) };
}
