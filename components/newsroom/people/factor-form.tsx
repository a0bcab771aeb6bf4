"use client";

import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasskeyForm } from "./passkey-form";

/** The second step of signing in: a code, or a passkey. */
export function FactorForm({
  action,
  askPasskey,
  hidden,
  onDone,
}: {
  action: FormAction;
  askPasskey: FormAction;
  hidden: Record<string, string>;
  onDone?: () => void;
}) {
  return (
    <div className="grid gap-4">
      <ActionForm action={action} submit="Sign in" hidden={hidden} onDone={onDone}>
        {({ error }) => (
          <TextField
            label="Code"
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={20}
            hint="The six figures that your authenticator app shows now, or one of your recovery codes."
            error={error("code")}
          />
        )}
      </ActionForm>
      <PasskeyForm
        kind="prove"
        ask={askPasskey}
        action={action}
        submit="Use a passkey"
        look="secondary"
        hidden={hidden}
        onDone={onDone}
      />
    </div>
  );
}
