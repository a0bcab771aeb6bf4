"use client";

import { clsx } from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

/** The box of all rows of a page: neither ticked nor not where only some of them are. */
export function ChooseAll({
  chosen,
  of,
  onChosen,
  className,
}: {
  /** How many are chosen. */
  chosen: number;
  of: number;
  onChosen: (on: boolean) => void;
  className: string;
}) {
  const box = useRef<HTMLInputElement>(null);
  const some = chosen > 0 && chosen < of;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <div className={clsx("flex items-center gap-2.5 pb-2", className)}>
      <input
        ref={box}
        id="choose-all"
        type="checkbox"
        className="size-6 shrink-0 accent-ink"
        checked={chosen === of}
        onChange={(event) => onChosen(event.target.checked)}
      />
      <label htmlFor="choose-all" className="text-sm text-muted">
        Choose all on this page
      </label>
    </div>
  );
}

/** The box of one row. @param onChosen told also whether all from the one chosen before are meant */
export function ChooseOne({
  name,
  chosen,
  onChosen,
}: {
  name: string;
  chosen: boolean;
  onChosen: (on: boolean, through: boolean) => void;
}) {
  return (
    <input
      type="checkbox"
      aria-label={`Choose ${name}`}
      className="relative z-10 size-6 shrink-0 accent-ink"
      checked={chosen}
      onChange={(event) =>
        onChosen(event.target.checked, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)
      }
    />
  );
}

/** What can be done to those that are chosen, in a bar that stays in sight. */
export function ChosenBar({ label, number, children }: { label: string; number: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-edge bg-raised px-4 py-2.5 shadow-lg max-sm:px-3"
    >
      <p role="status" className="mr-auto font-semibold max-sm:text-sm">
        {number}
      </p>
      {children}
    </section>
  );
}
