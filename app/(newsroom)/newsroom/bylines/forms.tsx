"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { BiographyField, ParticularsFields } from "@/components/newsroom/particulars-fields";
import { PortraitField } from "@/components/newsroom/portrait-field";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction, type FormFields } from "@/components/ui/form";
import type { AssetSummary } from "@/domain/media/asset";
import type { BylineProfile } from "@/domain/taxonomy/byline";

export function NewBylineDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog
      open="New guest byline"
      openLook="primary"
      title="New guest byline"
      intro="For somebody who is credited but not on the staff. To add a colleague, invite them under People."
      action={action}
      submit="Create byline"
    >
      {(fields) => <BylineFields fields={fields} />}
    </FormDialog>
  );
}

export function BylineForm({
  action,
  byline,
  portrait,
}: {
  action: FormAction;
  byline: BylineProfile;
  portrait: AssetSummary | null;
}) {
  return (
    <ActionForm
      action={action}
      hidden={{ id: byline.id }}
      submit="Save byline"
      done="The byline is saved."
      keep
      className="grid max-w-2xl gap-5"
    >
      {(fields) => (
        <>
          <BylineFields fields={fields} initially={byline} />
          <ParticularsFields fields={fields} initially={byline.particulars} />
          <PortraitField initially={portrait} error={fields.error("portraitAssetId")} />
        </>
      )}
    </ActionForm>
  );
}

function BylineFields({ fields: { value, error }, initially }: { fields: FormFields; initially?: BylineProfile }) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        required
        maxLength={100}
        defaultValue={value("name", initially?.name)}
        error={error("name")}
      />
      <TextField
        label="Title"
        name="title"
        maxLength={100}
        hint="What readers see beside the name, such as “Harbour correspondent”."
        defaultValue={value("title", initially?.title)}
        error={error("title")}
      />
      <BiographyField fields={{ value, error }} initially={initially?.bio} />
    </>
  );
}
