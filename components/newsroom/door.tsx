import type { ReactNode } from "react";

/** The sheet on which somebody signs in, joins or sets the publication up. */
export function Door({
  publicationName,
  title,
  intro,
  wide,
  children,
}: {
  publicationName: string;
  title: string;
  intro?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh w-full flex-col items-center justify-center px-4 py-10">
      <header className="mb-6 text-center">
        <p className="font-serif text-3xl leading-tight font-bold sm:text-4xl">{publicationName}</p>
        <p className="mt-1 text-sm font-semibold text-accent">Newsroom</p>
      </header>
      <main
        className={`w-full rounded-lg border border-line border-t-4 border-t-ink bg-raised p-6 shadow-sm sm:p-8 ${wide ? "max-w-2xl" : "max-w-md"}`}
      >
        <h1 className="font-serif text-2xl font-semibold">{title}</h1>
        {intro && <p className="mt-2 text-muted">{intro}</p>}
        <div className="mt-6">{children}</div>
      </main>
    </div>
  );
}
