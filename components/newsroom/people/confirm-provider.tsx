"use client";

import { type ReactNode, useCallback } from "react";
import { Confirming } from "@/components/ui/confirm";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { PasskeyForm } from "./passkey-form";

/** Lets the forms within ask again for the password, or a passkey, before what matters. */
export function ConfirmProvider({
  email,
  confirm,
  askPasskey,
  children,
}: {
  email: string;
  confirm: FormAction;
  askPasskey: FormAction;
  children: ReactNode;
}) {
  const ask = useCallback(
    ({ onDone, onClose }: { onDone: () => void; onClose: () => void }) => (
      <Dialog
        title="Confirm that it is you"
        intro="This matters, so it is asked again from time to time. What you typed stays, and goes through then."
        open
        onOpenChange={(open) => open || onClose()}
      >
        <div className="grid gap-4">
          <ActionForm action={confirm} submit="Confirm" onDone={onDone}>
            {({ error }) => (
              <>
                <input type="hidden" autoComplete="username" value={email} readOnly />
                <PasswordField
                  label="Your password"
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
            action={confirm}
            submit="Confirm with a passkey"
            look="secondary"
            onDone={onDone}
          />
        </div>
      </Dialog>
    ),
    [email, confirm, askPasskey],
  );
  return <Confirming value={ask}>{children}</Confirming>;
}
