"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";

/** What became of many that were to be changed together; without a result the words say all of it. */
export type ToldOfMany =
  | {
      words: string;
      result?: { done: number; unchanged: number; refused: readonly { name: string; why: string }[] };
    }
  | { failed: string };

/** How many were changed, and which were refused and why. What is told takes the focus. */
export function BulkOutcome({
  told,
  number,
  action,
}: {
  told: ToldOfMany;
  /** So many of them, in words. */
  number: (count: number) => string;
  /** How it is taken back. */
  action: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that something else is told
  useEffect(() => box.current?.focus(), [told]);
  return (
    <div ref={box} tabIndex={-1} className="mb-4 outline-none">
      <Told told={told} number={number} action={action} />
    </div>
  );
}

function Told({ told, number, action }: Parameters<typeof BulkOutcome>[0]) {
  if ("failed" in told) {
    return (
      <Notice tone="bad" role="alert">
        {told.failed}
      </Notice>
    );
  }
  const { words, result } = told;
  const refused = result?.refused ?? [];
  return (
    <Notice tone={refused.length > 0 ? "warn" : "good"} role="status">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="font-semibold">
          {result ? (result.done > 0 ? `${words}: ${number(result.done)}.` : "Nothing was changed.") : words}
          {result && result.unchanged > 0 && ` ${number(result.unchanged)} had it so already.`}
        </p>
        {action}
      </div>
      {refused.length > 0 && (
        <ul aria-label="Refused" className="mt-2 list-disc pl-5">
          {refused.map(({ name, why }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and the list never changes
            <li key={at}>
              {name}: {why}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
