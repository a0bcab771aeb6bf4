import type { ReactNode } from "react";

/** The top of a page that lists stories: its h1, and what the list is of. */
export function ListHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-8 border-b-2 border-ink pt-8 pb-5 lg:pt-12">
      <h1 className="text-[clamp(2.25rem,1.5rem+3vw,3.5rem)] leading-none font-medium tracking-[-0.025em] text-balance">
        {title}
      </h1>
      {children}
    </header>
  );
}
