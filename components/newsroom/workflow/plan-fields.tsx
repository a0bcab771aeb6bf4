import { PlannedTimeField } from "@/components/newsroom/article/planned-time";
import { SelectField, TextArea } from "@/components/ui/field";
import type { FormFields } from "@/components/ui/form";
import type { Assignable } from "@/domain/articles/board";
import type { StoryPlan } from "@/domain/articles/stage";

type Initially = Pick<StoryPlan, "assignee" | "brief" | "deadlineAt" | "plannedFor">;

const NOTHING: Initially = { assignee: null, brief: "", deadlineAt: null, plannedFor: null };

/** Who writes it, what they are asked for, by when, and when it should come out. */
export function PlanFields({
  fields: { value, error },
  people,
  plan = NOTHING,
  timeZone,
}: {
  fields: FormFields;
  people: Assignable[];
  plan?: Initially;
  timeZone: string;
}) {
  // Who has left the staff is still named, where a story is theirs.
  const { assignee } = plan;
  const all = assignee && !people.some(({ id }) => id === assignee.id) ? [assignee, ...people] : people;
  return (
    <>
      <SelectField
        label="Assigned to"
        name="assigneeId"
        defaultValue={value("assigneeId", assignee?.id ?? "")}
        error={error("assigneeId")}
      >
        <option value="">Nobody</option>
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <BriefField fields={{ value, error }} brief={plan.brief} />
      <PlannedTimeField
        label="Deadline"
        name="deadlineAt"
        past
        timeZone={timeZone}
        initially={plan.deadlineAt}
        errors={{ at: error("deadlineAt.at"), turn: error("deadlineAt.turn") }}
      />
      <PlannedTimeField
        label="Planned publication"
        name="plannedFor"
        past
        hint="An intention: nothing is published by it."
        timeZone={timeZone}
        initially={plan.plannedFor}
        errors={{ at: error("plannedFor.at"), turn: error("plannedFor.turn") }}
      />
    </>
  );
}

/** What is asked for. */
export function BriefField({ fields: { value, error }, brief = "" }: { fields: FormFields; brief?: string }) {
  return (
    <TextArea
      label="Brief"
      name="brief"
      rows={4}
      maxLength={4000}
      hint="What is asked for: the angle, whom to speak to, how long."
      defaultValue={value("brief", brief)}
      error={error("brief")}
    />
  );
}
