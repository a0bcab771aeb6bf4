"use client";

import { clsx } from "clsx";
import { useState } from "react";
import type { Deed } from "@/components/newsroom/article/desk";
import { Button } from "@/components/ui/button";
import type { Assignable } from "@/domain/articles/board";
import type { StoryPlan } from "@/domain/articles/stage";
import { PlanDialog } from "./plan-dialog";
import { PlannedTimes } from "./planned-times";

/** Who writes the story, by when, and what they are asked for; on its screen. */
export function StoryPlanPanel({
  id,
  headline,
  plan,
  people,
  timeZone,
  deed,
}: {
  id: string;
  headline: string;
  plan: StoryPlan;
  /** To whom it may be given; null for who may not plan it. */
  people: Assignable[] | null;
  timeZone: string;
  deed?: Deed;
}) {
  const [open, setOpen] = useState(false);
  const isPlanned = plan.assignee || plan.brief || plan.deadlineAt || plan.plannedFor;
  if (!isPlanned && !people) return null;
  return (
    <section
      aria-label="Plan"
      className={clsx("grid gap-2 text-sm", isPlanned && "rounded-md border border-line bg-wash px-4 py-2.5")}
    >
      <div className={clsx("flex items-center gap-x-4", isPlanned && "justify-between")}>
        {isPlanned ? (
          <p className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
            <span className="font-semibold">
              {plan.assignee ? `Assigned to ${plan.assignee.name}` : "Not assigned"}
            </span>
            <PlannedTimes plan={plan} timeZone={timeZone} />
          </p>
        ) : (
          <p className="text-muted">No assignment, no deadline.</p>
        )}
        {people && (
          <Button className="shrink-0" onClick={() => setOpen(true)}>
            Plan
          </Button>
        )}
      </div>
      {plan.brief && <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{plan.brief}</p>}
      {people && deed && (
        <PlanDialog
          story={{ id, headline, plan }}
          people={people}
          timeZone={timeZone}
          deed={deed}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
