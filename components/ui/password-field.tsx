"use client";

import { type ComponentProps, useState } from "react";
import { controlClass, Field } from "./field";

/** A field for a password, which can be shown while it is typed. Say in `autoComplete` whether it is a new one. */
export function PasswordField({
  label,
  hint,
  error,
  ...input
}: { label: string; hint?: string; error?: string; autoComplete: "current-password" | "new-password" } & Omit<
  ComponentProps<"input">,
  "type" | "autoComplete"
>) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <input
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={controlClass("pr-18")}
            {...control}
            {...input}
          />
          <button
            type="button"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 min-w-14 cursor-pointer rounded px-2 text-sm font-semibold text-muted hover:bg-wash hover:text-ink"
          >
            {shown ? "Hide" : "Show"}
            <span className="sr-only"> {label.toLowerCase()}</span>
          </button>
        </span>
      )}
    </Field>
  );
}

/** A field for a password that is chosen now. */
export function NewPasswordField({ label, error }: { label: string; error?: string }) {
  return (
    <PasswordField
      label={label}
      name="password"
      autoComplete="new-password"
      required
      minLength={12}
      hint="At least 12 characters. A few words together are easy to keep in mind."
      error={error}
    />
  );
}
