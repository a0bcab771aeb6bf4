"use client";

import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { NewPasswordField } from "@/components/ui/password-field";

export function InvitationForm(props: { action: FormAction; secret: string; email: string; name: string }) {
  return (
    <ActionForm action={props.action} submit="Join the newsroom" hidden={{ secret: props.secret }}>
      {({ value, error }) => (
        <>
          <TextField
            label="E-mail"
            type="email"
            autoComplete="username"
            readOnly
            hint="You sign in with this address."
            defaultValue={props.email}
          />
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            required
            maxLength={100}
            hint="Readers see it above what you write."
            defaultValue={value("name", props.name)}
            error={error("name")}
          />
          <NewPasswordField label="Password" error={error("password")} />
        </>
      )}
    </ActionForm>
  );
}
