"use client";

import { useSyncExternalStore } from "react";
import { PublicationFields } from "@/components/newsroom/publication-fields";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { NewPasswordField } from "@/components/ui/password-field";

export function SetUpForm({ action, timeZones }: { action: FormAction; timeZones: string[] }) {
  const here = useSyncExternalStore(
    () => () => {},
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const initially = { name: "", tagline: "", language: "en", timeZone: timeZones.includes(here) ? here : "UTC" };
  return (
    <ActionForm action={action} submit="Create the publication" className="grid gap-8">
      {(fields) => (
        <>
          <fieldset className="grid gap-5">
            <legend className="mb-4 text-lg font-semibold">The publication</legend>
            <PublicationFields fields={fields} initially={initially} timeZones={timeZones} />
          </fieldset>
          <fieldset className="grid gap-5">
            <legend className="mb-4 text-lg font-semibold">Its first owner</legend>
            <TextField
              label="Your name"
              name="ownerName"
              autoComplete="name"
              required
              maxLength={100}
              defaultValue={fields.value("ownerName")}
              error={fields.error("ownerName")}
            />
            <TextField
              label="E-mail"
              name="email"
              type="email"
              autoComplete="username"
              required
              defaultValue={fields.value("email")}
              error={fields.error("email")}
            />
            <NewPasswordField label="Password" error={fields.error("password")} />
          </fieldset>
        </>
      )}
    </ActionForm>
  );
}
