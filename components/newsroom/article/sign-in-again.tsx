"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";

/** Signs the same person in again where they write. */
export function SignInAgain({ email, action, onDone }: { email: string; action: FormAction; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Sign in again"
      intro="Your session has ended. What you wrote stays as it is, and is saved once you are signed in."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button look="primary">Sign in here</Button>}
    >
      <ActionForm
        action={action}
        submit="Sign in"
        hidden={{ email }}
        onDone={() => {
          setOpen(false);
          onDone();
        }}
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
    </Dialog>
  );
}
