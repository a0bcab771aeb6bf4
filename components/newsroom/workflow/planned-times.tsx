import { timeToday } from "@/components/newsroom/article/time-today";
import { OwnTime } from "@/components/newsroom/own-time";
import type { StoryPlan } from "@/domain/articles/stage";

/** By when a story is due, and when it should come out. What is late says so. */
export function PlannedTimes({
  plan: { deadlineAt, plannedFor, stage },
  timeZone,
  now = new Date(),
}: {
  plan: Pick<StoryPlan, "deadlineAt" | "plannedFor" | "stage">;
  timeZone: string;
  now?: Date;
}) {
  const late = deadlineAt && deadlineAt < now && stage !== "ready" && stage !== "killed";
  return (
    <>
      {deadlineAt && (
        <span className={late ? "font-semibold text-bad" : undefined} suppressHydrationWarning>
          {late ? "Was due" : "Due"}{" "}
          <time dateTime={deadlineAt.toISOString()}>{timeToday(deadlineAt, timeZone, now)}</time>
          <OwnTime at={deadlineAt} timeZone={timeZone} />
        </span>
      )}
      {plannedFor && (
        <span suppressHydrationWarning>
          Planned for <time dateTime={plannedFor.toISOString()}>{timeToday(plannedFor, timeZone, now)}</time>
          <OwnTime at={plannedFor} timeZone={timeZone} />
        </span>
      )}
    </>
  );
}
