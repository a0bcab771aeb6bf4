"use client";

import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";

export function ForgottenForm({ action }: { action: FormAction }) {
  return (
    <ActionForm
      action={action}
      submit="Send me a link"
      done="If somebody here has this address, a letter with a link is on its way. It works for 30 minutes."
    >
      {({ value, error }) => (
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={value("email")}
          error={error("email")}
        />
      )}
    </ActionForm>
  );
}
