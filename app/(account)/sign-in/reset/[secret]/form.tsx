"use client";

import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { NewPasswordField } from "@/components/ui/password-field";

export function ResetForm({ action, secret, email }: { action: FormAction; secret: string; email: string }) {
  return (
    <ActionForm action={action} submit="Save and sign in" hidden={{ secret }}>
      {({ error }) => (
        <>
          <TextField label="E-mail" type="email" autoComplete="username" readOnly defaultValue={email} />
          <NewPasswordField label="New password" error={error("password")} />
        </>
      )}
    </ActionForm>
  );
}
