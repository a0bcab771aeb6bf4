"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useActionState } from "react";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";
import type { Section } from "@/domain/taxonomy/section";

export function NewSectionDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog open="New section" openLook="primary" title="New section" action={action} submit="Create section">
      {(fields) => (
        <>
          <NameField fields={fields} />
          <TextField
            label="Web address"
            name="slug"
            maxLength={60}
            spellCheck={false}
            autoCapitalize="none"
            hint="Made from the name if left empty. It never changes later, so that no link breaks."
            defaultValue={fields.value("slug")}
            error={fields.error("slug")}
          />
          <DescriptionField fields={fields} />
        </>
      )}
    </FormDialog>
  );
}

export function EditSectionDialog({ action, section }: { action: FormAction; section: Section }) {
  return (
    <FormDialog
      open="Edit"
      about={` ${section.name}`}
      title={`Edit ${section.name}`}
      intro={`Its web address stays /${section.slug}.`}
      action={action}
      hidden={{ id: section.id }}
      submit="Save section"
    >
      {(fields) => (
        <>
          <NameField fields={fields} initially={section.name} />
          <DescriptionField fields={fields} initially={section.description} />
        </>
      )}
    </FormDialog>
  );
}

export function MoveButton(props: {
  action: FormAction;
  section: Section;
  direction: "up" | "down";
  disabled: boolean;
}) {
  const [, dispatch, pending] = useActionState(props.action, null);
  const Icon = props.direction === "up" ? ArrowUp : ArrowDown;
  return (
    <form action={dispatch}>
      <input type="hidden" name="id" value={props.section.id} />
      <input type="hidden" name="direction" value={props.direction} />
      <Button
        type="submit"
        className="px-2.5"
        aria-label={`Move ${props.section.name} ${props.direction}`}
        held={props.disabled || pending}
      >
        <Icon aria-hidden size={18} />
      </Button>
    </form>
  );
}

function NameField({ fields, initially }: { fields: FormFields; initially?: string }) {
  return (
    <TextField
      label="Name"
      name="name"
      required
      maxLength={60}
      defaultValue={fields.value("name", initially)}
      error={fields.error("name")}
    />
  );
}

function DescriptionField({ fields, initially }: { fields: FormFields; initially?: string }) {
  return (
    <TextArea
      label="Description"
      name="description"
      maxLength={300}
      hint="A line for the section’s page and for search engines. It may be left empty."
      defaultValue={fields.value("description", initially)}
      error={fields.error("description")}
    />
  );
}
