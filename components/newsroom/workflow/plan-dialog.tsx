"use client";

import type { Deed } from "@/components/newsroom/article/desk";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { type Assignable, headlineOf } from "@/domain/articles/board";
import type { StoryPlan } from "@/domain/articles/stage";
import { PlanFields } from "./plan-fields";

/** Plans a story: gives it to somebody, with a brief and a deadline. */
export function PlanDialog({
  story,
  people,
  timeZone,
  deed,
  open,
  onClose,
  onDone,
  finalFocus,
}: {
  story: { id: string; headline: string; plan: StoryPlan };
  people: Assignable[];
  timeZone: string;
  deed: Deed;
  open: boolean;
  onClose: () => void;
  onDone?: () => void;
  finalFocus?: () => HTMLElement | boolean;
}) {
  return (
    <Dialog
      title="Plan this story"
      intro={headlineOf(story)}
      open={open}
      onOpenChange={(next) => next || onClose()}
      finalFocus={finalFocus}
    >
      <ActionForm
        action={deed}
        submit="Save plan"
        hidden={{ id: story.id }}
        keep
        onDone={() => {
          onClose();
          onDone?.();
        }}
      >
        {(fields) => <PlanFields fields={fields} people={people} plan={story.plan} timeZone={timeZone} />}
      </ActionForm>
    </Dialog>
  );
}
