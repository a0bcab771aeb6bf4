"use client";

import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";

export function ResetForm({ action, secret, email }: { action: FormAction; secret: string; email: string }) {
  return (
    <ActionForm action={action} submit="Save and sign in" hidden={{ secret }}>
      {({ error }) => (
        <>
          <TextField label="E-mail" type="email" autoComplete="username" readOnly defaultValue={email} />
          <PasswordField
            label="New password"
            name="password"
            autoComplete="new-password"
            required
            minLength={12}
            hint="At least 12 characters. A few words together are easy to keep in mind."
            error={error("password")}
          />
        </>
      )}
    </ActionForm>
  );
}
