"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";
import type { Topic } from "@/domain/taxonomy/topic";

export function NewTopicDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog open="New topic" openLook="primary" title="New topic" action={action} submit="Create topic">
      {(fields) => <NameField fields={fields} />}
    </FormDialog>
  );
}

export function RenameTopicDialog({ action, topic }: { action: FormAction; topic: Topic }) {
  return (
    <FormDialog
      open="Rename"
      about={` ${topic.name}`}
      title={`Rename ${topic.name}`}
      intro={`Its web address stays /topics/${topic.slug}.`}
      action={action}
      hidden={{ id: topic.id }}
      submit="Save topic"
    >
      {(fields) => <NameField fields={fields} initially={topic.name} />}
    </FormDialog>
  );
}

function NameField({ fields, initially }: { fields: FormFields; initially?: string }) {
  return (
    <TextField
      label="Name"
      name="name"
      required
      maxLength={80}
      defaultValue={fields.value("name", initially)}
      error={fields.error("name")}
    />
  );
}
