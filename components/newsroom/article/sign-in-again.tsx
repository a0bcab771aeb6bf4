"use client";

import { useState } from "react";
import { FactorForm } from "@/components/newsroom/people/factor-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";

/** Signs the same person in again where they write, by all that is asked of them at the door. */
export function SignInAgain({
  email,
  action,
  askPasskey,
  onDone,
}: {
  email: string;
  action: FormAction;
  askPasskey: FormAction;
  onDone: () => void;
}) {
  const [open, setOpen] = useState(false);
  /** What the password led to, where a second factor is asked besides. */
  const [step, setStep] = useState<string>();
  const finish = () => {
    setOpen(false);
    setStep(undefined);
    onDone();
  };
  return (
    <Dialog
      title="Sign in again"
      intro="Your session has ended. What you wrote stays as it is, and is saved once you are signed in."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button look="primary">Sign in here</Button>}
    >
      {step ? (
        <FactorForm action={action} askPasskey={askPasskey} hidden={{ email, step }} onDone={finish} />
      ) : (
        <ActionForm
          action={action}
          submit="Sign in"
          hidden={{ email }}
          onDone={(result) => (result?.step ? setStep(result.step) : finish())}
        >
          {({ error }) => (
            <>
              <p>
                Signing in as <strong>{email}</strong>
              </p>
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
      )}
    </Dialog>
  );
}
