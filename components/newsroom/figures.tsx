import type { ReactNode } from "react";

/** Numbers side by side, each with its name. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-4">{children}</dl>;
}

/** One number: what it is, how much, and what it says. */
export function Figure({ name, value, about }: { name: string; value: string; about?: string }) {
  return (
    <div className="rounded-lg border border-line bg-raised px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-1 text-2xl font-semibold tabular-nums">{value}</dd>
      {about && <dd className="text-sm text-muted">{about}</dd>}
    </div>
  );
}
