import { clsx } from "clsx";
import type { ComponentProps } from "react";

type Look = "primary" | "secondary" | "danger" | "quiet";

const LOOKS: Record<Look, string> = {
  primary: "border-ink bg-ink text-paper hover:opacity-85",
  secondary: "border-edge bg-raised text-ink hover:bg-wash",
  danger: "border-bad bg-raised text-bad hover:bg-bad-wash",
  quiet: "border-transparent text-ink hover:bg-wash",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: Look = "secondary", className?: string): string {
  return clsx(
    "inline-flex min-h-10 cursor-pointer items-center justify-center gap-2 rounded-md border px-4 py-2 text-sm font-semibold no-underline",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    LOOKS[look],
    className,
  );
}

export function Button({
  look,
  held,
  className,
  type = "button",
  onClick,
  ...rest
}: ComponentProps<"button"> & {
  look?: Look;
  /** It does nothing for now, such as while what it began goes on, but keeps the focus, which a disabled button loses. */
  held?: boolean;
}) {
  return (
    <button
      type={type}
      aria-disabled={held || undefined}
      onClick={held ? (event) => event.preventDefault() : onClick}
      className={buttonClass(look, className)}
      {...rest}
    />
  );
}
