import { clsx } from "clsx";
import type { ComponentProps } from "react";

const TONES = {
  plain: "border-line bg-wash text-ink",
  good: "border-good bg-good-wash text-good",
  warn: "border-warn bg-warn-wash text-warn",
  bad: "border-bad bg-bad-wash text-bad",
};

/** A message that stands in the page. Give it role="alert" or "status" where it appears by itself. */
export function Notice({ tone = "plain", className, ...rest }: ComponentProps<"div"> & { tone?: keyof typeof TONES }) {
  return <div className={clsx("rounded-md border-l-4 px-4 py-3 text-sm", TONES[tone], className)} {...rest} />;
}

/** A word on the state of a thing, in a list or a heading. */
export function Badge({ tone = "plain", className, ...rest }: ComponentProps<"span"> & { tone?: keyof typeof TONES }) {
  return (
    <span
      className={clsx(
        "inline-flex items-center rounded-full border px-2 py-0.5 text-xs font-semibold whitespace-nowrap",
        TONES[tone],
        className,
      )}
      {...rest}
    />
  );
}
