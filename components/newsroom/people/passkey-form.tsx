"use client";

import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { ActionForm, type FormAction, type FormFields } from "@/components/ui/form";
import type { FormState } from "@/lib/form-state";

const never = () => () => {};

/** Whether this browser knows passkeys, and gives them to this address. Not told before scripts run. */
export function usePasskeys(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
}

/**
 * A form that asks the browser for a passkey, or to make one, and sends its answer under the name "passkey". Nothing where
 * there are none.
 * @param ask gives what the browser is asked, as `options` of its result.
 */
export function PasskeyForm({
  kind,
  ask,
  action,
  children,
  ...form
}: {
  kind: "prove" | "make";
  ask: FormAction;
  action: FormAction;
  submit: string;
  look?: "primary" | "secondary";
  hidden?: Record<string, string>;
  className?: string;
  done?: string;
  onDone?: (result: Record<string, string> | undefined) => void;
  children?: (fields: FormFields) => ReactNode;
}) {
  const proving = useMemo(() => withPasskey(kind, ask, action), [kind, ask, action]);
  if (!usePasskeys()) return null;
  return (
    <ActionForm action={proving} {...form}>
      {children}
    </ActionForm>
  );
}

function withPasskey(kind: "prove" | "make", ask: FormAction, action: FormAction): FormAction {
  return async (previous: FormState, form: FormData) => {
    const asked = await ask(null, new FormData());
    if (!asked?.done) return asked;
    const optionsJSON = JSON.parse(asked.result?.options ?? "null");
    let answer: unknown;
    try {
      answer = kind === "prove" ? await startAuthentication({ optionsJSON }) : await startRegistration({ optionsJSON });
    } catch (error) {
      return { done: false, message: whyNot(error), fields: {}, values: Object.fromEntries(form) };
    }
    form.set("passkey", JSON.stringify(answer));
    return action(previous, form);
  };
}

function whyNot(error: unknown): string {
  const name = (error as Error).name;
  if (name === "InvalidStateError") return "This device has a passkey of yours already.";
  if (name === "NotAllowedError") return "No passkey was used: it was called off, or took too long.";
  return "The browser could not use a passkey. Try again, or use another way.";
}
