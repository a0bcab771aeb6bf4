"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { TextArea, TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";
import type { Series } from "@/domain/taxonomy/series";

export function NewSeriesDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog open="New series" openLook="primary" title="New series" action={action} submit="Create series">
      {(fields) => <Fields fields={fields} />}
    </FormDialog>
  );
}

export function EditSeriesDialog({ action, series }: { action: FormAction; series: Series }) {
  return (
    <FormDialog
      open="Edit"
      about={` ${series.name}`}
      title={`Edit ${series.name}`}
      intro={`Its web address stays /series/${series.slug}.`}
      action={action}
      hidden={{ id: series.id }}
      submit="Save series"
    >
      {(fields) => <Fields fields={fields} initially={series} />}
    </FormDialog>
  );
}

function Fields({ fields, initially }: { fields: FormFields; initially?: Series }) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        required
        maxLength={80}
        defaultValue={fields.value("name", initially?.name)}
        error={fields.error("name")}
      />
      <TextArea
        label="Description"
        name="description"
        maxLength={1000}
        hint="What the stories have in common, at the top of the page that gathers them. It may be left empty."
        defaultValue={fields.value("description", initially?.description)}
        error={fields.error("description")}
      />
    </>
  );
}
