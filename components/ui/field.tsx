import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type FieldProps = { label: string; hint?: ReactNode; error?: string };

const CONTROL =
  "min-h-10.5 w-full rounded-md border border-edge bg-raised px-3 py-2 text-base text-ink placeholder:text-muted aria-invalid:border-bad disabled:opacity-60";

/** The classes of a text control, for controls that are built elsewhere. */
export function controlClass(className?: string): string {
  return clsx(CONTROL, className);
}

/** A label, its control, a hint and an error, tied together for those who do not see them. */
export function Field({
  id: given,
  label,
  hint,
  error,
  className,
  children,
}: FieldProps & {
  /** The control's, where something else leads to it. */
  id?: string;
  className?: string;
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}) {
  const own = useId();
  const id = given ?? own;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({ id, label, hint, error, className, ...input }: FieldProps & ComponentProps<"input">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <input className={controlClass(className)} {...control} {...input} />}
    </Field>
  );
}

export function TextArea({ id, label, hint, error, className, ...textarea }: FieldProps & ComponentProps<"textarea">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <textarea rows={3} className={controlClass(className)} {...control} {...textarea} />}
    </Field>
  );
}

export function SelectField({ id, label, hint, error, className, ...select }: FieldProps & ComponentProps<"select">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <select className={controlClass(className)} {...control} {...select} />}
    </Field>
  );
}

export function Checkbox({
  label,
  hint,
  className,
  ...input
}: { label: string; hint?: string } & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className={clsx("flex items-start gap-2.5", className)}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-6 shrink-0 accent-ink"
        aria-describedby={hint && `${id}-hint`}
        {...input}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
