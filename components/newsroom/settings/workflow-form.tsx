"use client";

import { Checkbox } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Workflow } from "@/domain/settings/workflow";

/** How stories go through the newsroom. */
export function WorkflowForm({ action, workflow }: { action: FormAction; workflow: Workflow }) {
  return (
    <ActionForm action={action} submit="Save" done="Saved." keep className="grid max-w-2xl gap-5">
      {() => (
        <Checkbox
          name="secondEyes"
          value="yes"
          defaultChecked={workflow.secondEyes}
          label="A second pair of eyes"
          hint="Nobody publishes or schedules a story that is theirs, or whose text they saved since it was last published: somebody else has to."
        />
      )}
    </ActionForm>
  );
}
