import { type ReactNode, useId } from "react";
import { Link } from "@/components/newsroom/link";

/** A part of the dashboard, with the way to all of what it shows some of. */
export function DashboardPanel({
  title,
  more,
  children,
}: {
  title: string;
  more?: { name: string; href: string };
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-9">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="font-serif text-xl font-semibold">
          {title}
        </h2>
        {more && (
          <Link href={more.href} className="py-1 text-sm font-semibold text-link underline underline-offset-2">
            {more.name}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
