import type { ReactNode } from "react";

/** A part of a page with its heading. */
export function Panel({
  title,
  intro,
  actions,
  children,
}: {
  title: string;
  intro?: ReactNode;
  /** What can be done to the whole of it. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-t border-line pt-6 not-first:mt-10">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h2 className="font-serif text-xl font-semibold">{title}</h2>
          {intro && <p className="mt-1 max-w-prose text-sm text-muted">{intro}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A list whose rows stand on one sheet. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {children}
    </ul>
  );
}

/** One row: what chooses it at its beginning, what it is on the left, what can be done with it on the right. */
export function Row({ lead, children, actions }: { lead?: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <li className="flex gap-3 px-4 py-3 sm:items-center">
      {lead}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">{children}</div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </li>
  );
}
