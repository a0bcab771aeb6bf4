"use client";

import { PublicationFields } from "@/components/newsroom/publication-fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Publication } from "@/domain/settings/settings";

export function SettingsForm(props: { action: FormAction; settings: Publication; timeZones: string[] }) {
  return (
    <ActionForm
      action={props.action}
      submit="Save settings"
      done="The settings are saved."
      className="grid max-w-2xl gap-5"
    >
      {(fields) => <PublicationFields fields={fields} initially={props.settings} timeZones={props.timeZones} />}
    </ActionForm>
  );
}
