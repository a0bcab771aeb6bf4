"use client";

import { PasskeyForm } from "@/components/newsroom/people/passkey-form";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { routes } from "@/lib/routes";

export function SignInForm({
  action,
  passkeyAlone,
  askPasskey,
  next,
}: {
  action: FormAction;
  passkeyAlone: FormAction;
  askPasskey: FormAction;
  next: string;
}) {
  return (
    <div className="grid gap-4">
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
      <PasskeyForm
        kind="prove"
        ask={askPasskey}
        action={passkeyAlone}
        submit="Use a passkey instead"
        look="secondary"
        hidden={{ next }}
      />
      <a href={routes.forgotten()} className="w-fit py-1 text-link underline">
        Forgotten your password?
      </a>
    </div>
  );
}
