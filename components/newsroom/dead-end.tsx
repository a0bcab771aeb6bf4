import type { ReactNode } from "react";

/** A page that says why there is nothing to see, and where to go from here. */
export function DeadEnd({ title, intro, children }: { title: string; intro: ReactNode; children?: ReactNode }) {
  return (
    <div className="mx-auto max-w-xl py-10 lg:py-20">
      <h1 className="border-b-4 border-double border-ink pb-4 font-serif text-4xl font-semibold">{title}</h1>
      <p className="mt-5 text-lg text-muted">{intro}</p>
      {children && <div className="mt-7 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}
