"use client";

import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";

export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  return (
    <ActionForm action={action} submit="Sign in" hidden={{ next }}>
      {({ value, error }) => (
        <>
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={value("email")}
            error={error("email")}
          />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            error={error("password")}
          />
        </>
      )}
    </ActionForm>
  );
}
