"use client";

import { usePathname, useRouter } from "next/navigation";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { SelectField, TextField } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form";
import type { Assignable } from "@/domain/articles/board";
import { BriefField, PlanFields } from "./plan-fields";

/** Puts an idea down; whoever may plan gives it to somebody at once, if they like. */
export function ProposeDialog({
  action,
  sections,
  people,
  timeZone,
  asked,
}: {
  action: FormAction;
  sections: { id: string; name: string }[];
  /** To whom it may be given; null for who may not plan. */
  people: Assignable[] | null;
  timeZone: string;
  /** Whether the address asks for it, as the palette's command does. */
  asked: boolean;
}) {
  const router = useRouter();
  const pathname = usePathname();
  return (
    <FormDialog
      open="New idea"
      openLook="primary"
      title="New idea"
      action={action}
      submit="Propose"
      asked={asked}
      // Going back, or reloading, is not asking again.
      onClosed={() => asked && router.replace(pathname, { scroll: false })}
    >
      {(fields) => (
        <>
          <TextField
            label="What is it about?"
            name="headline"
            maxLength={300}
            autoComplete="off"
            hint="A working headline."
            defaultValue={fields.value("headline")}
            error={fields.error("headline")}
          />
          <SelectField
            label="Section"
            name="sectionId"
            defaultValue={fields.value("sectionId", "")}
            error={fields.error("sectionId")}
          >
            <option value="">No section yet</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          {people ? <PlanFields fields={fields} people={people} timeZone={timeZone} /> : <BriefField fields={fields} />}
        </>
      )}
    </FormDialog>
  );
}
