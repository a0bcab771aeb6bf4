import { clsx } from "clsx";
import type { ReactNode } from "react";

/** The top of a newsroom page: its one h1, and what can be done here. */
export function PageHeader({ title, intro, children }: { title: string; intro?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div>
        <h1 className="font-serif text-3xl font-semibold">{title}</h1>
        {intro && <p className="mt-1 max-w-prose text-muted">{intro}</p>}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </header>
  );
}

/**
 * What stands where a list would, when there is nothing in it.
 * @param slim it stands above what is empty, such as the days of a month, which a wide screen shows all the same
 */
export function Empty({ title, slim = false, children }: { title: string; slim?: boolean; children?: ReactNode }) {
  return (
    <div className={clsx("rounded-md border border-dashed border-edge px-6 py-12 text-center", slim && "lg:py-4")}>
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-2 text-muted">{children}</div>}
    </div>
  );
}
