"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { Checkbox, TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";
import type { StyleRule } from "@/domain/style/style";

export function NewRuleDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog open="New rule" openLook="primary" title="New rule" action={action} submit="Add rule">
      {(fields) => <Fields fields={fields} />}
    </FormDialog>
  );
}

export function EditRuleDialog({ action, rule }: { action: FormAction; rule: StyleRule }) {
  return (
    <FormDialog
      open="Edit"
      about={` ${rule.avoid}`}
      title={`Edit “${rule.avoid}”`}
      action={action}
      hidden={{ id: rule.id }}
      submit="Save rule"
    >
      {(fields) => <Fields fields={fields} initially={rule} />}
    </FormDialog>
  );
}

export function RemoveRuleDialog({ action, rule }: { action: FormAction; rule: StyleRule }) {
  return (
    <FormDialog
      open="Remove"
      about={` ${rule.avoid}`}
      openLook="danger"
      title={`Remove the rule for “${rule.avoid}”?`}
      intro="Nobody is then told of it any more."
      action={action}
      hidden={{ id: rule.id }}
      submit="Remove rule"
      look="danger"
    />
  );
}

function Fields({ fields: { value, error }, initially }: { fields: FormFields; initially?: StyleRule }) {
  return (
    <>
      <TextField
        label="Avoid"
        name="avoid"
        required
        maxLength={100}
        hint="A word or a phrase."
        defaultValue={value("avoid", initially?.avoid)}
        error={error("avoid")}
      />
      <TextField
        label="Preferred"
        name="preferred"
        maxLength={100}
        hint="What to write instead. It may be left empty."
        defaultValue={value("preferred", initially?.preferred)}
        error={error("preferred")}
      />
      <TextField
        label="Reason"
        name="reason"
        maxLength={300}
        hint="Shown to the writer. It may be left empty."
        defaultValue={value("reason", initially?.reason)}
        error={error("reason")}
      />
      <Checkbox
        label="Whole words only"
        hint="“car” is then not found in “carpet”."
        name="wholeWord"
        value="yes"
        defaultChecked={initially?.wholeWord ?? true}
      />
      <Checkbox
        label="Match capitals"
        hint="“US” is then not found in “us”."
        name="matchCase"
        value="yes"
        defaultChecked={initially?.matchCase ?? false}
      />
    </>
  );
}
