"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/newsroom/link";

/** One of several pages that belong together, marked while one is on it. */
export function Tab({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={clsx(
        "flex min-h-11 items-center border-b-3 px-2 sm:px-3 text-[0.9375rem] whitespace-nowrap no-underline focus-visible:-outline-offset-3",
        here ? "border-accent font-semibold text-ink" : "border-transparent text-muted hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
