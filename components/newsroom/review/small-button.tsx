import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A button of a list in the panel. @param about what it is done to, for those who do not see where it stands */
export function SmallButton({ about, className, children, ...rest }: ComponentProps<"button"> & { about?: string }) {
  return (
    <button
      type="button"
      className={clsx(
        "min-h-8 cursor-pointer rounded-md border border-edge bg-raised px-2.5 py-1 text-sm font-semibold text-ink hover:bg-wash",
        "disabled:cursor-not-allowed disabled:opacity-50",
        className,
      )}
      {...rest}
    >
      {children}
      {about && <span className="sr-only"> {about}</span>}
    </button>
  );
}
