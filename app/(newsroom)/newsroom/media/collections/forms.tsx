"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { TextArea, TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";

/** The form of a new collection. */
export function NewCollection({ action }: { action: FormAction }) {
  return (
    <FormDialog open="New collection" openLook="primary" title="New collection" action={action} submit="Make it">
      {(fields) => <Fields fields={fields} />}
    </FormDialog>
  );
}

/** The form of what a collection is called, and what it is for. */
export function EditCollection({
  action,
  id,
  name,
  description,
}: {
  action: FormAction;
  id: string;
  name: string;
  description: string;
}) {
  return (
    <FormDialog
      open="Edit"
      about={` ${name}`}
      title="Edit the collection"
      action={action}
      submit="Save"
      hidden={{ id }}
      keep
    >
      {(fields) => <Fields fields={fields} name={name} description={description} />}
    </FormDialog>
  );
}

function Fields({
  fields: { error, value },
  name,
  description,
}: {
  fields: FormFields;
  name?: string;
  description?: string;
}) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={value("name", name)}
        error={error("name")}
      />
      <TextArea
        label="What it is"
        name="description"
        rows={2}
        maxLength={500}
        defaultValue={value("description", description)}
        error={error("description")}
      />
    </>
  );
}
