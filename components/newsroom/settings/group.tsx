import type { ReactNode } from "react";

/** Fields of a long form that belong together. */
export function Group({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 border-t border-line pt-5">
      {/* A legend is no part of a grid unless it floats. */}
      <legend className="float-left w-full font-serif text-xl font-semibold">{title}</legend>
      {intro && <p className="-mt-4 max-w-prose text-sm text-muted">{intro}</p>}
      {children}
    </fieldset>
  );
}
